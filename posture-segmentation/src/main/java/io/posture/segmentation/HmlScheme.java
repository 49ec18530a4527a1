package io.posture.segmentation;

import io.posture.api.Item;
import io.posture.api.ItemProfile;
import io.posture.api.Segment;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.DoubleColumn;
import io.posture.numerics.Quantiles;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collector;

/** Classes by unit cost: H high, M medium, L low, cut at quantiles of the population's costs or at costs of one's own. */
final class HmlScheme implements SegmentationScheme {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.hml.1", "H if unit cost >= P90, M if >= P70 (type 7), else L; ties go up", "DOMAIN C.4");

    private static final Origin.Formula CUT = new Origin.Formula(
            "seg.hml.cut.1", "quantile of the unit costs, type 7: linear between neighbours", "Hyndman & Fan 1996");
    // a quantile that falls on a cost must not miss it by a rounding: ties go up
    private static final double SLACK = 1e-12;

    private final Config config;

    HmlScheme(Config config) {
        this.config = config;
    }

    /** Cut-offs. */
    record Config(
            @Doc("quantile of the unit costs from which an item is H, (medium, 1)")
            double high,

            @Doc("quantile of the unit costs from which an item is M, (0, high)")
            double medium,

            @Doc("absolute cut-offs instead, money a piece: [from H, from M], falling; empty means the quantiles")
            List<Double> costCuts)
            implements Serializable {

        static final Config DEFAULTS = new Config(0.90, 0.70, List.of());

        Config {
            if (!(0 < medium && medium < high && high < 1)) {
                throw new IllegalArgumentException(
                        "need 0 < medium < high < 1, were medium=" + medium + ", high=" + high);
            }
            costCuts = List.copyOf(costCuts);
            if (!costCuts.isEmpty()
                    && !(costCuts.size() == 2
                            && 0 < costCuts.get(1)
                            && costCuts.get(1) < costCuts.get(0)
                            && costCuts.get(0) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "costCuts must be empty or [from H, from M] with 0 < from M < from H, was " + costCuts);
            }
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("unit costs, each at least 0, at least one of them")
            List<Double> costs) {

        Inputs {
            costs = List.copyOf(costs);
            if (costs.isEmpty()) {
                throw new IllegalArgumentException("costs must hold at least one cost, was empty");
            }
            costs.forEach(cost -> Require.notNegative("costs", cost));
        }
    }

    /**
     * Result of the calculation.
     *
     * @param p90 cost from which an item is H
     * @param p70 cost from which an item is M
     * @param classes class of each cost, in the order given
     */
    record Result(double p90, double p70, List<String> classes) {}

    /** Classes of a small population with the default quantiles. */
    static Result classes(Inputs inputs) {
        Cuts cuts =
                Cuts.of(inputs.costs().stream().mapToDouble(Double::doubleValue).toArray(), Config.DEFAULTS);
        return new Result(
                cuts.high, cuts.medium, inputs.costs().stream().map(cuts::code).toList());
    }

    @Override
    public Collector<ItemProfile, ?, ? extends Segmenter> fit() {
        return Collector.of(
                DoubleColumn::new,
                (costs, item) -> item.item().unitCost().ifPresent(costs::add),
                DoubleColumn::addAll,
                costs -> fitted(costs.toArray()));
    }

    private Segmenter fitted(double[] costs) {
        Config settings = config; // the segmenter is serialized, this scheme is not
        if (settings.costCuts.isEmpty() && costs.length == 0) {
            return item -> unknown();
        }
        Cuts cuts = Cuts.of(costs, settings);
        List<Figure> shown = cuts.figures(settings);
        return item -> classify(item.profile().item(), cuts, shown);
    }

    private static Segment unknown() {
        return Segment.of(
                Segment.NONE,
                Finding.of("hml", Segment.NONE, FORMULA, Finding.unknown("unitCost", "deliver items.unit_cost")));
    }

    private static Segment classify(Item item, Cuts cuts, List<Figure> shown) {
        OptionalDouble cost = item.unitCost();
        if (cost.isEmpty()) {
            return unknown();
        }
        Figure unitCost = Figure.of(
                "unitCost",
                cost.getAsDouble(),
                Unit.MONEY_PER_PIECE,
                new Origin.Input("items.unit_cost", item.rows().toString()));
        List<Explanation> because = new ArrayList<>(1 + shown.size());
        because.add(unitCost);
        because.addAll(shown);
        String code = cuts.code(unitCost.value());
        return Segment.of(code, new Finding("hml", code, FORMULA, because));
    }

    /** Costs from which an item is H and M, and the number of costs they come from; none if they are settings. */
    private record Cuts(double high, double medium, int costs) implements Serializable {

        static Cuts of(double[] costs, Config config) {
            if (!config.costCuts.isEmpty()) {
                return new Cuts(config.costCuts.get(0), config.costCuts.get(1), 0);
            }
            return new Cuts(
                    Quantiles.describing(costs, config.high), Quantiles.describing(costs, config.medium), costs.length);
        }

        String code(double cost) {
            if (cost >= high * (1 - SLACK)) {
                return "H";
            }
            return cost >= medium * (1 - SLACK) ? "M" : "L";
        }

        List<Figure> figures(Config config) {
            if (costs == 0) {
                return List.of(
                        Setting.figure("hml", "costCuts", high, Unit.MONEY_PER_PIECE)
                                .named("hmlHigh"),
                        Setting.figure("hml", "costCuts", medium, Unit.MONEY_PER_PIECE)
                                .named("hmlMedium"));
            }
            Figure population =
                    Figure.of("unitCosts", costs, Unit.COUNT, new Origin.Input("items.unit_cost", "all items"));
            return List.of(
                    Figure.of(
                            "hmlHigh",
                            high,
                            Unit.MONEY_PER_PIECE,
                            CUT,
                            Setting.figure("hml", "high", config.high, Unit.SHARE),
                            population),
                    Figure.of(
                            "hmlMedium",
                            medium,
                            Unit.MONEY_PER_PIECE,
                            CUT,
                            Setting.figure("hml", "medium", config.medium, Unit.SHARE),
                            population));
        }
    }
}
