package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Standard deviation of the forecast error over a lead time under exponential smoothing, whose errors accumulate. */
final class SmoothedErrorDeviation {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.sesErrorSd.1",
            "s1 * sqrt(L (1 + a (L - 1) + a^2 (L - 1)(2L - 1) / 6))",
            "Johnston & Harrison 1986; Silver, Pyke & Thomas 2017");

    private SmoothedErrorDeviation() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("standard deviation of the error of one bucket, pieces, at least 0")
            double sigma1,

            @Doc("smoothing constant, [0, 1]") double alpha,
            @Doc("lead time, buckets, 0 or at least 1") double leadBuckets) {

        Inputs {
            Require.notNegative("sigma1", sigma1);
            Require.share("alpha", alpha);
            Require.notNegative("leadBuckets", leadBuckets);
            if (leadBuckets > 0 && leadBuckets < 1) {
                throw new IllegalArgumentException("leadBuckets must be 0 or at least 1, was " + leadBuckets);
            }
        }
    }

    /** Standard deviation of the error of the lead time, pieces. */
    record Result(double sigmaL) {}

    static Result calculate(Inputs inputs) {
        double a = inputs.alpha;
        double lead = inputs.leadBuckets;
        double growth = 1 + a * (lead - 1) + a * a * (lead - 1) * (2 * lead - 1) / 6;
        return new Result(inputs.sigma1 * Math.sqrt(lead * growth));
    }
}
