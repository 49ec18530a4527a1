package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** How many trials a simulated probability needs. */
final class TrialCount {

    static final Origin.Formula FORMULA =
            new Origin.Formula("mc.trials.1", "ceil(z^2 p (1 - p) / e^2)", "normal approximation; DOMAIN E.10");

    private static final double SLACK = 1e-9;

    private TrialCount() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("the probability, (0, 1)") double p,

            @Doc("half the width of the interval wanted, above 0")
            double halfWidth,

            @Doc("confidence of the interval, (0, 1)") double confidence) {

        Inputs {
            Require.probability("p", p);
            Require.positive("halfWidth", halfWidth);
            Require.probability("confidence", confidence);
        }
    }

    /** Number of trials. */
    record Result(long trials) {}

    static Result calculate(Inputs inputs) {
        double z = Normal.quantile(0.5 + inputs.confidence / 2);
        double trials = z * z * inputs.p * (1 - inputs.p) / (inputs.halfWidth * inputs.halfWidth);
        return new Result((long) Math.ceil(trials - SLACK));
    }
}
