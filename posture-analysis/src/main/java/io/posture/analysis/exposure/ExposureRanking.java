package io.posture.analysis.exposure;

import io.posture.analysis.stress.StressRow;
import io.posture.analysis.stress.SupplyNetwork;
import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import io.posture.resilience.network.ExposureIndex;
import io.posture.resilience.network.Impact;
import io.posture.resilience.network.NetworkEvent;
import io.posture.resilience.network.NetworkPrograms;
import io.posture.resilience.network.SolverLimit;
import io.posture.resilience.network.Survival;
import io.posture.stress.StressItem;
import io.posture.stress.SupplyNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Every node of a supply network by what its failure until recovery costs if everybody does the best that is possible. No
 * probability is needed for that, and none is guessed: rank first, then argue about likelihood.
 *
 * <p>The linear programs have no timing inside an event and are the optimistic bound; the ledger of a stress test has.
 * Items that nobody is known to supply are in no program: nothing is said of them.
 *
 * @param nodes largest impact first, then the one that is survived for fewer days, then by key
 * @param basis what the money of impacts is; several where it differs by item
 * @param goods items with a demand of their own that the programs speak of
 * @param goodsOfUnknownSupply items with a demand of their own that are in no program, or need a component that is in none
 * @param goodsWithoutValue items with a demand of their own that lose pieces and no money, because nothing is known of it
 * @see "DOMAIN F.6; Simchi-Levi, Schmidt & Wei, HBR 92 (2014)"
 */
public record ExposureRanking(
        List<NodeExposure> nodes,
        Set<StressRow.Basis> basis,
        int goods,
        int goodsOfUnknownSupply,
        int goodsWithoutValue) {

    /** Sites of all failures together from which bounds have to do, so that there is an end. */
    private static final double MANY_SITES = 1e9;

    private static final MathContext DIGITS = new MathContext(9);

    private static final Comparator<NodeExposure> WORST_FIRST = Comparator.comparingDouble(
                    (NodeExposure node) -> -node.impact())
            .thenComparingDouble(node -> node.surviveDays().orElse(Double.POSITIVE_INFINITY))
            .thenComparing(node -> node.node().key());

    /** Copies. */
    public ExposureRanking {
        nodes = List.copyOf(nodes);
        basis = Set.copyOf(basis);
    }

    /**
     * The ranking. The same whatever the number of threads.
     *
     * @param standInDays time to recover of nodes of which nobody says it, days, above 0
     * @param limit how long the solver may look for an answer; of networks in which nearly everything hangs together it is not
     *     asked at all, and bounds are given
     */
    public static ExposureRanking of(SupplyNetwork network, double standInDays, SolverLimit limit) {
        Require.positive("standInDays", standInDays);
        Families families = Families.of(network);
        Map<String, List<Family>> byNode = new HashMap<>();
        for (Family family : families.all()) {
            family.nodes()
                    .forEach(key -> byNode.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(family));
        }
        double sites = byNode.values().stream()
                .flatMap(List::stream)
                .mapToDouble(family -> family.network().size())
                .sum();
        SolverLimit each = sites > MANY_SITES ? limit.withoutSolver() : limit;
        List<SupplyNode> nodes = network.network().nodes();
        List<Answer> answers = nodes.parallelStream()
                .map(node -> Answer.of(
                        node.key(),
                        byNode.getOrDefault(node.key(), List.of()),
                        node.timeToRecoverDays().orElse(standInDays),
                        each))
                .toList();
        List<Double> rei = ExposureIndex.of(answers.stream().map(Answer::lost).toList());
        List<NodeExposure> ranking = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            SupplyNode node = nodes.get(i);
            Answer answer = answers.get(i);
            ranking.add(new NodeExposure(
                    node,
                    node.timeToRecoverDays().orElse(standInDays),
                    node.timeToRecoverDays().isEmpty(),
                    answer.goods(),
                    answer.lost(),
                    answer.atLeast(),
                    rei.get(i),
                    answer.days(),
                    answer.atMost()));
        }
        ranking.sort(WORST_FIRST);
        Set<StressRow.Basis> basis = EnumSet.noneOf(StressRow.Basis.class);
        int unvalued = 0;
        for (StressItem good : families.goods()) {
            basis.add(network.valueBasis(good.id()));
            unvalued += network.valueOfPiece(good.id()).isEmpty() ? 1 : 0;
        }
        return new ExposureRanking(ranking, basis, families.goods().size(), families.unknownGoods(), unvalued);
    }

    /** What the money of impacts is, in a word. */
    public String basisText() {
        Set<StressRow.Basis> known = new HashSet<>(basis);
        known.remove(StressRow.Basis.NONE);
        return known.size() > 1
                ? "mixed"
                : known.stream().findFirst().orElse(StressRow.Basis.NONE).text();
    }

    /**
     * The failure of a node.
     *
     * @param goods how many items with a demand of their own depend on it
     */
    private record Answer(double lost, double atLeast, OptionalDouble days, OptionalDouble atMost, int goods) {

        static Answer of(String node, List<Family> families, double days, SolverLimit limit) {
            double[] lost = new double[families.size()];
            double[] atLeast = new double[families.size()];
            OptionalDouble survived = OptionalDouble.empty();
            OptionalDouble atMost = OptionalDouble.empty();
            int goods = 0;
            for (int i = 0; i < families.size(); i++) {
                Family family = families.get(i);
                NetworkEvent event = family.failure(node);
                Impact impact = NetworkPrograms.impact(family.network(), event, days, limit);
                lost[i] = impact.lost();
                atLeast[i] = impact.atLeast();
                goods += family.goods().getOrDefault(node, 0);
                // how much longer than another family one lasts does not matter
                double horizon = survived.orElse(Double.POSITIVE_INFINITY);
                if (horizon > 0) {
                    Survival survival = NetworkPrograms.survival(family.network(), event, horizon, limit);
                    survived = least(survived, survival.days());
                    atMost = least(atMost, survival.atMost());
                }
            }
            return new Answer(sure(Sums.of(lost)), sure(Sums.of(atLeast)), sure(survived), sure(atMost), goods);
        }

        private static OptionalDouble least(OptionalDouble one, OptionalDouble other) {
            return one.isEmpty() || (other.isPresent() && other.getAsDouble() < one.getAsDouble()) ? other : one;
        }

        private static OptionalDouble sure(OptionalDouble value) {
            return value.isPresent() ? OptionalDouble.of(sure(value.getAsDouble())) : value;
        }

        /** The digits that programs in floating point are sure of. */
        private static double sure(double value) {
            return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
        }
    }
}
