package io.posture.benchmarks.catalogue;

import io.posture.api.ItemProfile;
import io.posture.api.LeadTime;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.SegmentedItem;
import io.posture.core.PipelineSpec;
import io.posture.core.PostureEngine;
import io.posture.core.Step;
import io.posture.core.plugin.PluginCatalog;
import io.posture.explain.Explanation;
import io.posture.profile.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the standard pipeline makes of a population, one line an item. */
public final class Picture {

    private static final String NONE = "none";

    private final List<Line> lines;

    private Picture(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * What became of an item.
     *
     * @param id key
     * @param posture JIT, HYBRID, JIC, UNDECIDED or FAILED
     * @param policy its policy; empty if undecided
     * @param risk risk level
     * @param criticalityClass V, E or D
     * @param demandClass demand pattern
     * @param method how its safety stock was found; empty if not sized
     * @param failedTests lean tests that did not pass
     * @param cushion reasons why it deserves a cushion
     * @param leanEvidence the one list of facts whose absence alone keeps it from being lean; empty if it is lean or would
     *     not be
     * @param warnings codes of what is to be looked at
     * @param missingFacts facts without which it is undecided
     * @param valuePerYear annual demand at unit cost, money; 0 if the cost is unknown
     * @param safetyStockDays safety stock in days of demand
     * @param safetyStockValue safety stock at unit cost, money
     * @param leadTimeDays mean lead time
     * @param soleSource whether one supplier delivers everything and no qualified alternate exists
     */
    public record Line(
            String id,
            String posture,
            String policy,
            String risk,
            String criticalityClass,
            String demandClass,
            String method,
            List<String> failedTests,
            List<String> cushion,
            List<String> leanEvidence,
            List<String> warnings,
            List<String> missingFacts,
            double valuePerYear,
            OptionalDouble safetyStockDays,
            double safetyStockValue,
            OptionalDouble leadTimeDays,
            boolean soleSource) {

        /** Decided, and not to be used up for good: there is something to replenish. */
        public boolean replenished() {
            return !posture.equals("UNDECIDED") && !policy.equals("RUN_OUT");
        }

        /**
         * Replenished, vital, from one supplier without a qualified alternate, and at least so many days away.
         *
         * @param days lead time that counts as long
         */
        public boolean criticalSingleSource(double days) {
            return replenished() && criticalityClass.equals("V") && soleSource && leadTimeDays.orElse(0) >= days;
        }

        /** Lean, or of LOW risk and on a routine reorder point. */
        public boolean leanRun() {
            return (posture.equals("JIT") && replenished()) || policy.equals("ROP_WITH_SAFETY_STOCK");
        }
    }

    /** Decides a population with the shipped plugins, on the class path, for a company of the made-up manufacturer's country. */
    public static Picture of(Population population) {
        PipelineSpec spec = PipelineSpec.standard();
        Step matrix = spec.strategy().with(Map.of("homeCountry", Manufacturer.HOME));
        List<Line> lines = new ArrayList<>();
        try (PluginCatalog catalog = PluginCatalog.onPath(Picture.class.getClassLoader())) {
            PostureEngine.of(spec.withStrategy(matrix), catalog)
                    .assess(population::items, outcome -> lines.add(line(outcome)));
        }
        return new Picture(lines);
    }

    /** All items in the population's order. */
    public List<Line> lines() {
        return lines;
    }

    /** Number of items. */
    public long count(Predicate<Line> which) {
        return lines.stream().filter(which).count();
    }

    /** Share of the items, 0 to 1. */
    public double share(Predicate<Line> which) {
        return (double) count(which) / lines.size();
    }

    /** Annual value, money. */
    public double value(Predicate<Line> which) {
        return lines.stream().filter(which).mapToDouble(Line::valuePerYear).sum();
    }

    /** Safety stock, money. */
    public double stockValue(Predicate<Line> which) {
        return lines.stream().filter(which).mapToDouble(Line::safetyStockValue).sum();
    }

    /** Days of safety stock below which a share of the items lies, items without one left out. */
    public double daysQuantile(double share, Predicate<Line> which) {
        double[] days = lines.stream()
                .filter(which)
                .flatMapToDouble(line -> line.safetyStockDays().stream())
                .sorted()
                .toArray();
        return days.length == 0 ? 0 : days[(int) Math.min(days.length - 1.0, Math.floor(share * days.length))];
    }

    /** Number of items by what a list of theirs holds. */
    public Map<String, Long> tally(Function<Line, List<String>> values) {
        Map<String, Long> tally = new TreeMap<>();
        lines.forEach(line -> values.apply(line).forEach(value -> tally.merge(value, 1L, Long::sum)));
        return tally;
    }

    private static Line line(Outcome outcome) {
        if (outcome instanceof Outcome.Decided decided) {
            return decided(decided);
        }
        if (outcome instanceof Outcome.Undecided undecided) {
            return line(
                    undecided.item().segmented(),
                    "UNDECIDED",
                    "",
                    List.of(),
                    undecided.verdict().missingFacts(),
                    OptionalDouble.empty());
        }
        Outcome.Failed failed = (Outcome.Failed) outcome;
        throw new IllegalStateException("step " + failed.step() + " failed on " + failed.id(), failed.cause());
    }

    private static Line decided(Outcome.Decided outcome) {
        PostureDecision decision = outcome.decision();
        return line(
                outcome.item().segmented(),
                decision.posture().code(),
                decision.policy(),
                decision.because(),
                List.of(),
                OptionalDouble.of(decision.safetyStock().value()));
    }

    private static Line line(
            SegmentedItem item,
            String posture,
            String policy,
            List<Explanation> because,
            List<String> missingFacts,
            OptionalDouble safetyStock) {
        ItemProfile profile = item.profile();
        double perDay = profile.demand().meanPerDay();
        double cost = profile.item().unitCost().orElse(0);
        return new Line(
                item.id().sku(),
                posture,
                policy,
                item.segment("risk").code(),
                item.segment("criticality").code(),
                profile.demand().demandClass().name(),
                text(because, "method"),
                names(because, "jitFailed"),
                names(because, "cushionFloor"),
                whole(because, "leanEvidence"),
                because.stream().flatMap(Picture::warnings).distinct().sorted().toList(),
                missingFacts,
                profile.demand().perYear() * cost,
                safetyStock.isPresent() && perDay > 0
                        ? OptionalDouble.of(safetyStock.getAsDouble() / perDay)
                        : OptionalDouble.empty(),
                safetyStock.orElse(0) * cost,
                profile.supply()
                        .leadTime()
                        .map(LeadTime::meanDays)
                        .map(OptionalDouble::of)
                        .orElseGet(OptionalDouble::empty),
                profile.supply().used().size() == 1 && !profile.supply().hasQualifiedAlternate());
    }

    private static List<String> names(List<Explanation> because, String node) {
        String text = text(because, node);
        return text.isEmpty() || text.equals(NONE) ? List.of() : List.of(text.split(", "));
    }

    private static List<String> whole(List<Explanation> because, String node) {
        String text = text(because, node);
        return text.isEmpty() || text.equals(NONE) ? List.of() : List.of(text);
    }

    private static Stream<String> warnings(Explanation node) {
        Stream<String> below = node.because().stream().flatMap(Picture::warnings);
        return node.name().equals("warning") ? Stream.concat(Stream.of(node.text()), below) : below;
    }

    private static String text(List<Explanation> because, String node) {
        return because.stream()
                .flatMap(tree -> tree.find(node).stream())
                .findFirst()
                .map(Explanation::text)
                .orElse("");
    }
}
