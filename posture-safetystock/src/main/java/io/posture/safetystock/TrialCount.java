package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Trials a simulation needs to know a probability to a wanted half-width. */
final class TrialCount {

    static final Origin.Formula FORMULA =
            new Origin.Formula("mc.trials.1", "ceil(z^2 p (1 - p) / e^2)", "binomial sampling; Law 2015");

    private static final double SLACK = 1e-9;

    /** Whole numbers up to here are exact as a double. */
    private static final double LARGEST = 9e15;

    private TrialCount() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("probability to be estimated, (0, 1)") double p,

            @Doc("half-width of its confidence interval, (0, 1)")
            double halfWidth,

            @Doc("confidence, (0, 1)") double confidence) {

        Inputs {
            Require.probability("p", p);
            Require.probability("halfWidth", halfWidth);
            Require.probability("confidence", confidence);
        }
    }

    /** Number of trials. */
    record Result(long trials) {}

    static Result calculate(Inputs inputs) {
        double z = OrderStatistics.twoSidedQuantile(inputs.confidence);
        double widths = z / inputs.halfWidth;
        double trials = widths * widths * inputs.p * (1 - inputs.p);
        if (!(trials <= LARGEST)) {
            throw new IllegalArgumentException("halfWidth must ask for at most 9e15 trials, was " + inputs.halfWidth
                    + ", which asks for " + trials);
        }
        return new Result((long) Math.ceil(trials - SLACK));
    }
}
