package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Which of the sorted draws of a simulation is the quantile, and which two bound it with a given confidence. */
final class QuantileRanks {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "mc.quantileRanks.1",
            "ceil(n p); floor(n p - z s) and ceil(n p + z s) + 1 within 1..n, s = sqrt(n p (1 - p))",
            "order statistics; DOMAIN E.10");

    private static final double SLACK = 1e-9;

    private QuantileRanks() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("number of draws n, at least 1") int n,
            @Doc("probability p of the quantile, (0, 1)") double p,
            @Doc("confidence of the interval, (0, 1)") double confidence) {

        Inputs {
            if (n < 1) {
                throw new IllegalArgumentException("n must be at least 1, was " + n);
            }
            Require.probability("p", p);
            Require.probability("confidence", confidence);
        }
    }

    /** Ranks, 1-based: of the quantile, and of the ends of its interval. */
    record Result(long point, long lower, long upper) {}

    static Result calculate(Inputs inputs) {
        double middle = inputs.n * inputs.p;
        double z = Normal.quantile(0.5 + inputs.confidence / 2);
        double half = z * Math.sqrt(inputs.n * inputs.p * (1 - inputs.p));
        return new Result(
                Math.max(1, (long) Math.ceil(middle - SLACK)),
                Math.max(1, (long) Math.floor(middle - half)),
                Math.min(inputs.n, (long) Math.ceil(middle + half) + 1));
    }
}
