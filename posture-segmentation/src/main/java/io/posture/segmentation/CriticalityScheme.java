package io.posture.segmentation;

import io.posture.api.Item;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Consequence classes: V vital, E essential, D desirable. An item without scores takes the criticality set for its
 * category; if there is none, it is treated as E with an assumed criticality and has no {@code criticality} score. The
 * reason says which of the three it was.
 */
final class CriticalityScheme implements Segmenter {

    private static final long serialVersionUID = 1;

    private static final Origin.Formula COVERAGE =
            new Origin.Formula("seg.criticality.coverage.1", "sum of the weights of the known scores", "DOMAIN C.5");
    private static final Origin.Formula BY_CATEGORY = new Origin.Formula(
            "seg.criticality.category.1",
            "criticality set for the category; V if >= vital, E if >= essential, else D",
            "DOMAIN C.5, D.3");
    private static final String UNKNOWN_REASON = "no consequence of a shortage is known: treated as class E";
    private static final String REMEDY =
            "score the consequences of a shortage in items.crit_production and its neighbours, or set the criticality of "
                    + "its category";
    private static final double SLACK = 1e-9;

    private static final Origin.Assumption ASSUMPTION = new Origin.Assumption(UNKNOWN_REASON, REMEDY);
    private static final Figure NO_COVERAGE =
            Figure.of("criticalityCoverage", 0, Unit.SHARE, COVERAGE, Finding.unknown("criticalityScores", REMEDY));
    private static final List<String> SCORES = List.of("production", "safety", "contract", "revenue", "substitution");

    private final Config config;
    private final Map<String, Figure> weights = new HashMap<>();
    private final Figure vital;
    private final Figure essential;
    private final Figure vitalSafety;
    private final Segment assumed;

    private CriticalityScheme(Config config) {
        this.config = config;
        for (String score : SCORES) {
            weights.put(
                    score,
                    Figure.of(
                            score + "Weight",
                            config.weights.of(score),
                            Unit.SHARE,
                            new Origin.Parameter("criticality", "weights." + score)));
        }
        this.vital = Setting.figure("criticality", "vital", config.vital, Unit.SCORE);
        this.essential = Setting.figure("criticality", "essential", config.essential, Unit.SCORE);
        this.vitalSafety = Setting.figure("criticality", "vitalSafety", config.vitalSafety, Unit.SHARE);
        this.assumed = assumed(config);
    }

    /** Weights of the consequences; they add up to 1. */
    record Weights(
            @Doc("weight of a production halt, above 0, below 1; the five weights add up to 1")
            double production,

            @Doc("weight of danger to people or a breach of regulation, above 0, below 1")
            double safety,

            @Doc("weight of a penalty or the loss of a customer, above 0, below 1")
            double contract,

            @Doc("weight of lost revenue, above 0, below 1") double revenue,

            @Doc("weight of having no substitute, above 0, below 1")
            double substitution)
            implements Serializable {

        Weights {
            double sum = Require.positive("production", production)
                    + Require.positive("safety", safety)
                    + Require.positive("contract", contract)
                    + Require.positive("revenue", revenue)
                    + Require.positive("substitution", substitution);
            if (!(Math.abs(sum - 1) <= SLACK)) {
                throw new IllegalArgumentException("the five weights must add up to 1, were " + sum);
            }
        }

        double of(String score) {
            return switch (score) {
                case "production" -> production;
                case "safety" -> safety;
                case "contract" -> contract;
                case "revenue" -> revenue;
                case "substitution" -> substitution;
                default -> throw new IllegalArgumentException("no weight for the score '" + score + "'");
            };
        }
    }

    /** Weights, cut-offs, and what stands in where an item has no scores. */
    record Config(
            @Doc("weights of the consequences: production, safety, contract, revenue, substitution")
            Weights weights,

            @Doc("criticality from which an item is V, above essential, at most 100")
            double vital,

            @Doc("criticality from which an item is E, above 0")
            double essential,

            @Doc("safety score from which an item is V whatever its criticality, 0 to 1")
            double vitalSafety,

            @Doc("criticality that stands in where nothing is known, 0 to 100")
            double assumed,

            @Doc("criticality of items without scores by their category, 0 to 100, for example {packaging: 15}")
            Map<String, Double> byCategory)
            implements Serializable {

        static final Config DEFAULTS = new Config(new Weights(0.30, 0.25, 0.20, 0.15, 0.10), 70, 40, 0.9, 55, Map.of());

        Config {
            if (!(0 < essential && essential < vital && vital <= 100)) {
                throw new IllegalArgumentException(
                        "need 0 < essential < vital <= 100, were essential=" + essential + ", vital=" + vital);
            }
            Require.share("vitalSafety", vitalSafety);
            requireScore("assumed", assumed);
            byCategory.forEach((category, value) -> requireScore("byCategory '" + category + "'", value));
            // sorted: settings are written the same way in every run
            byCategory = Collections.unmodifiableSortedMap(new TreeMap<>(byCategory));
        }

        /** The criticality set for a category; empty if none is. */
        OptionalDouble ofCategory(String category) {
            Double value = byCategory.get(category);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }

        private static void requireScore(String name, double value) {
            if (!(value >= 0 && value <= 100)) {
                throw new IllegalArgumentException(name + " must be in [0, 100], was " + value);
            }
        }
    }

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(new CriticalityScheme(config));
    }

    @Override
    public Segment classify(SegmentedItem segmented) {
        Item item = segmented.profile().item();
        Map<String, Double> known = item.criticality().known();
        if (known.isEmpty()) {
            OptionalDouble ofCategory = config.ofCategory(item.category());
            return ofCategory.isPresent() ? byCategory(item, ofCategory.getAsDouble()) : assumed;
        }
        List<Explanation> knownWeights = new ArrayList<>(known.size());
        for (String score : known.keySet()) {
            knownWeights.add(Objects.requireNonNull(weights.get(score)));
        }
        Criticality.Result result = Criticality.calculate(item.criticality(), config);
        Figure score = new Figure(
                "criticality",
                result.criticality().orElseThrow(),
                Unit.SCORE,
                Criticality.FORMULA,
                scores(known, knownWeights, item));
        Figure coverage = new Figure("criticalityCoverage", result.coverage(), Unit.SHARE, COVERAGE, knownWeights);
        String code = result.ved().orElseThrow();
        Finding reason = Finding.of(
                "criticality",
                code,
                Criticality.FORMULA,
                source("item", new Origin.Input("items.crit_*", item.rows().toString())),
                score,
                coverage,
                vital,
                essential,
                vitalSafety);
        return new Segment(code, List.of(score, coverage), reason);
    }

    /** An item without scores of its own, in a category that has a criticality set for it. */
    private Segment byCategory(Item item, double criticality) {
        Figure score = Setting.figure("criticality", "byCategory." + item.category(), criticality, Unit.SCORE)
                .named("criticality");
        String code = Criticality.ved(criticality, OptionalDouble.empty(), config);
        Finding reason = Finding.of(
                "criticality",
                code,
                BY_CATEGORY,
                source(
                        "category",
                        new Origin.Input("items.category", item.rows().toString())),
                score,
                vital,
                essential);
        return new Segment(code, List.of(score, NO_COVERAGE), reason);
    }

    private static Segment assumed(Config config) {
        Figure score = Figure.of("assumedCriticality", config.assumed, Unit.SCORE, ASSUMPTION);
        Finding reason =
                Finding.of("criticality", "E", Criticality.FORMULA, source("assumed", ASSUMPTION), score, NO_COVERAGE);
        return new Segment("E", List.of(score, NO_COVERAGE), reason);
    }

    private static Finding source(String source, Origin origin) {
        return Finding.of("criticalitySource", source, origin);
    }

    private static List<Explanation> scores(Map<String, Double> known, List<Explanation> weights, Item item) {
        List<Explanation> scores = new ArrayList<>(2 * known.size());
        String rows = item.rows().toString();
        known.forEach((score, value) ->
                scores.add(Figure.of(score, value, Unit.SHARE, new Origin.Input("items.crit_" + score, rows))));
        scores.addAll(weights);
        return scores;
    }
}
