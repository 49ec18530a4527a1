package io.posture.segmentation;

import io.posture.api.CriticalityScores;
import io.posture.explain.Origin;
import io.posture.spi.Doc;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Criticality of an item from the consequences of being without it. Half of it is the worst consequence, so that one
 * fatal one is not averaged away.
 */
final class Criticality {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.criticality.1",
            "100 * (max s / 2 + sum(w s) / sum(w) / 2) over the known scores; V if >= 70 or safety >= 0.9, E if >= 40, else D",
            "DOMAIN C.5");

    private static final double SLACK = 1e-9;

    private Criticality() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("consequences by name, 0 to 1, absent if unknown")
            CriticalityScores scores) {}

    /**
     * Result of the calculation.
     *
     * @param criticality 0 to 100; absent if no score is known
     * @param ved class V, E or D; absent if no score is known
     * @param coverage weight of the known scores, 0 to 1
     */
    record Result(OptionalDouble criticality, Optional<String> ved, double coverage) {}

    /** Criticality with the default weights and cut-offs. */
    static Result calculate(Inputs inputs) {
        return calculate(inputs.scores(), CriticalityScheme.Config.DEFAULTS);
    }

    static Result calculate(CriticalityScores scores, CriticalityScheme.Config config) {
        Map<String, Double> known = scores.known();
        if (known.isEmpty()) {
            return new Result(OptionalDouble.empty(), Optional.empty(), 0);
        }
        double worst = 0;
        double weighted = 0;
        double weights = 0;
        for (Map.Entry<String, Double> score : known.entrySet()) {
            double weight = config.weights().of(score.getKey());
            worst = Math.max(worst, score.getValue());
            weighted += weight * score.getValue();
            weights += weight;
        }
        double criticality = 100 * (0.5 * worst + 0.5 * weighted / weights);
        return new Result(
                OptionalDouble.of(criticality), Optional.of(ved(criticality, scores.safety(), config)), weights);
    }

    /** Class of a criticality, 0 to 100, and a safety score, 0 to 1. */
    static String ved(double criticality, OptionalDouble safety, CriticalityScheme.Config config) {
        if (criticality >= config.vital() - SLACK || safety.orElse(0) >= config.vitalSafety()) {
            return "V";
        }
        return criticality >= config.essential() - SLACK ? "E" : "D";
    }
}
