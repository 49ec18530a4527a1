package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Beta;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** How likely it is that a source is below its target, given what was delivered and what its pool does. */
final class OtifLevel {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "review.bayesOtif.1",
            "P(X < target), X ~ Beta(n0 m0 + k, n0 (1 - m0) + n - k); trigger at 0.90",
            "Gelman et al., BDA3 ch. 5; DOMAIN J.2");

    private static final double TRIGGER = 0.90;

    private OtifLevel() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("lines on time in full k, 0 to n") int hits,
            @Doc("lines due n, at least 0") int n,
            @Doc("rate of the pool m0, (0, 1)") double priorMean,

            @Doc("lines that the pool counts for n0, above 0")
            double priorStrength,

            @Doc("rate to reach, [0, 1]") double target) {

        Inputs {
            if (!(hits >= 0 && hits <= n)) {
                throw new IllegalArgumentException("hits must be in 0..n, were hits=" + hits + ", n=" + n);
            }
            Require.probability("priorMean", priorMean);
            Require.positive("priorStrength", priorStrength);
            Require.share("target", target);
        }
    }

    /** Probability of being below the target, and whether it is a trigger. */
    record Result(double probability, boolean trigger) {}

    static Result calculate(Inputs inputs) {
        double probability = Beta.cdf(
                inputs.priorStrength * inputs.priorMean + inputs.hits,
                inputs.priorStrength * (1 - inputs.priorMean) + inputs.n - inputs.hits,
                inputs.target);
        return new Result(probability, probability >= TRIGGER);
    }
}
