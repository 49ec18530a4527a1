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
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Consequence classes: V vital, E essential, D desirable. An item of which nothing is known is treated as E with an
 * assumed criticality and has no {@code criticality} score.
 */
final class CriticalityScheme {

    private static final Origin.Formula COVERAGE =
            new Origin.Formula("seg.criticality.coverage.1", "sum of the weights of the known scores", "DOMAIN C.5");
    private static final String UNKNOWN_REASON = "no consequence of a shortage is known: treated as class E";
    private static final String REMEDY =
            "score the consequences of a shortage in items.crit_production and its neighbours";
    private static final double SLACK = 1e-9;

    private CriticalityScheme() {}

    /** Weights and cut-offs. */
    record Config(
            @Doc("weight of a production halt, 0 to 1; the five weights add up to 1")
            double production,

            @Doc("weight of danger to people or a breach of regulation, 0 to 1")
            double safety,

            @Doc("weight of a penalty or the loss of a customer, 0 to 1")
            double contract,

            @Doc("weight of lost revenue, 0 to 1") double revenue,
            @Doc("weight of having no substitute, 0 to 1") double substitution,

            @Doc("criticality from which an item is V, above essential, at most 100")
            double vital,

            @Doc("criticality from which an item is E, above 0")
            double essential,

            @Doc("safety score from which an item is V whatever its criticality, 0 to 1")
            double vitalSafety,

            @Doc("criticality that stands in where nothing is known, 0 to 100")
            double assumed)
            implements Serializable {

        static final Config DEFAULTS = new Config(0.30, 0.25, 0.20, 0.15, 0.10, 70, 40, 0.9, 55);

        Config {
            double sum = Require.positive("production", production)
                    + Require.positive("safety", safety)
                    + Require.positive("contract", contract)
                    + Require.positive("revenue", revenue)
                    + Require.positive("substitution", substitution);
            if (!(Math.abs(sum - 1) <= SLACK)) {
                throw new IllegalArgumentException("the five weights must add up to 1, were " + sum);
            }
            if (!(0 < essential && essential < vital && vital <= 100)) {
                throw new IllegalArgumentException(
                        "need 0 < essential < vital <= 100, were essential=" + essential + ", vital=" + vital);
            }
            Require.share("vitalSafety", vitalSafety);
            if (!(assumed >= 0 && assumed <= 100)) {
                throw new IllegalArgumentException("assumed must be in [0, 100], was " + assumed);
            }
        }

        double weight(String score) {
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

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(item -> classify(item.profile().item(), config));
    }

    private static Segment classify(Item item, Config config) {
        Criticality.Result result = Criticality.calculate(item.criticality(), config);
        OptionalDouble criticality = result.criticality();
        if (criticality.isEmpty()) {
            Figure assumed = Figure.of(
                    "assumedCriticality", config.assumed, Unit.SCORE, new Origin.Assumption(UNKNOWN_REASON, REMEDY));
            Figure coverage = Figure.of(
                    "criticalityCoverage", 0, Unit.SHARE, COVERAGE, Finding.unknown("criticalityScores", REMEDY));
            return new Segment(
                    "E",
                    List.of(assumed, coverage),
                    Finding.of("criticality", "E", Criticality.FORMULA, assumed, coverage));
        }
        List<Explanation> scores = scores(item, config);
        Figure score = new Figure("criticality", criticality.getAsDouble(), Unit.SCORE, Criticality.FORMULA, scores);
        Figure coverage = new Figure(
                "criticalityCoverage", result.coverage(), Unit.SHARE, COVERAGE, List.of(weights(item, config)));
        String code = result.ved().orElseThrow();
        Finding reason = Finding.of(
                "criticality",
                code,
                Criticality.FORMULA,
                score,
                coverage,
                Setting.figure("criticality", "vital", config.vital, Unit.SCORE),
                Setting.figure("criticality", "essential", config.essential, Unit.SCORE),
                Setting.figure("criticality", "vitalSafety", config.vitalSafety, Unit.SHARE));
        return new Segment(code, List.of(score, coverage), reason);
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
                        name + "Weight", config.weight(name), Unit.SHARE, new Origin.Parameter("criticality", name)))
                .toArray(Explanation[]::new);
    }
}
