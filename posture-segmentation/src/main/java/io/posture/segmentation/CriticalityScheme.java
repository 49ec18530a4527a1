package io.posture.segmentation;

import io.posture.api.Item;
import io.posture.api.Segment;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.SegmentationScheme;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Consequence classes: V vital, E essential, D desirable. An item without scores takes the criticality set for its
 * category; if there is none, it is treated as E with an assumed criticality and has no {@code criticality} score. The
 * reason says which of the three it was.
 */
final class CriticalityScheme {

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

    private CriticalityScheme() {}

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
        return SegmentationScheme.perItem(item -> classify(item.profile().item(), config));
    }

    private static Segment classify(Item item, Config config) {
        if (item.criticality().known().isEmpty()) {
            OptionalDouble ofCategory = config.ofCategory(item.category());
            return ofCategory.isPresent() ? byCategory(item, ofCategory.getAsDouble(), config) : assumed(config);
        }
        Criticality.Result result = Criticality.calculate(item.criticality(), config);
        Figure score = new Figure(
                "criticality",
                result.criticality().orElseThrow(),
                Unit.SCORE,
                Criticality.FORMULA,
                scores(item, config));
        Figure coverage = new Figure(
                "criticalityCoverage", result.coverage(), Unit.SHARE, COVERAGE, List.of(weights(item, config)));
        String code = result.ved().orElseThrow();
        Finding reason = Finding.of(
                "criticality",
                code,
                Criticality.FORMULA,
                source("item", new Origin.Input("items.crit_*", item.rows().toString())),
                score,
                coverage,
                Setting.figure("criticality", "vital", config.vital, Unit.SCORE),
                Setting.figure("criticality", "essential", config.essential, Unit.SCORE),
                Setting.figure("criticality", "vitalSafety", config.vitalSafety, Unit.SHARE));
        return new Segment(code, List.of(score, coverage), reason);
    }

    /** An item without scores of its own, in a category that has a criticality set for it. */
    private static Segment byCategory(Item item, double criticality, Config config) {
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
                Setting.figure("criticality", "vital", config.vital, Unit.SCORE),
                Setting.figure("criticality", "essential", config.essential, Unit.SCORE));
        return new Segment(code, List.of(score, noCoverage()), reason);
    }

    private static Segment assumed(Config config) {
        Origin.Assumption assumption = new Origin.Assumption(UNKNOWN_REASON, REMEDY);
        Figure assumed = Figure.of("assumedCriticality", config.assumed, Unit.SCORE, assumption);
        Finding reason = Finding.of(
                "criticality", "E", Criticality.FORMULA, source("assumed", assumption), assumed, noCoverage());
        return new Segment("E", List.of(assumed, noCoverage()), reason);
    }

    private static Finding source(String source, Origin origin) {
        return Finding.of("criticalitySource", source, origin);
    }

    private static Figure noCoverage() {
        return Figure.of("criticalityCoverage", 0, Unit.SHARE, COVERAGE, Finding.unknown("criticalityScores", REMEDY));
    }

    private static List<Explanation> scores(Item item, Config config) {
        List<Explanation> scores = new ArrayList<>();
        for (Map.Entry<String, Double> score : item.criticality().known().entrySet()) {
            scores.add(Figure.of(
                    score.getKey(),
                    score.getValue(),
                    Unit.SHARE,
                    new Origin.Input("items.crit_" + score.getKey(), item.rows().toString())));
        }
        scores.addAll(List.of(weights(item, config)));
        return scores;
    }

    private static Explanation[] weights(Item item, Config config) {
        return item.criticality().known().keySet().stream()
                .map(name -> Figure.of(
                        name + "Weight",
                        config.weights.of(name),
                        Unit.SHARE,
                        new Origin.Parameter("criticality", "weights." + name)))
                .toArray(Explanation[]::new);
    }
}
