package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Which of n sorted trials are the quantile and the bounds of its confidence interval. */
final class OrderStatistics {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "mc.quantileRanks.1",
            "ceil(n p), floor(n p - z s) and ceil(n p + z s) + 1 within 1..n, s = sqrt(n p (1 - p))",
            "David & Nagaraja 2003; Conover 1999");

    private static final double SLACK = 1e-9;

    private OrderStatistics() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("number of trials, at least 1") int n,
            @Doc("probability of the quantile, (0, 1)") double p,
            @Doc("confidence of the interval, (0, 1)") double confidence) {

        Inputs {
            if (n < 1) {
                throw new IllegalArgumentException("n must be at least 1, was " + n);
            }
            Require.probability("p", p);
            Require.probability("confidence", confidence);
        }
    }

    /** Ranks among the sorted trials, from 1: of the quantile, the lower and the upper bound of its interval. */
    record Result(int point, int lower, int upper) {}

    static Result calculate(Inputs inputs) {
        double expected = inputs.n * inputs.p;
        double width = twoSidedQuantile(inputs.confidence) * Math.sqrt(expected * (1 - inputs.p));
        return new Result(
                (int) Math.max(1, Math.ceil(expected - SLACK)), (int) Math.max(1, Math.floor(expected - width)), (int)
                        Math.min(inputs.n, Math.ceil(expected + width) + 1));
    }

    /** Standard deviations on either side that hold a normal value with this confidence. */
    static double twoSidedQuantile(double confidence) {
        // the lower tail, where 1 - confidence keeps its digits
        return -Normal.quantile((1 - confidence) / 2);
    }
}
