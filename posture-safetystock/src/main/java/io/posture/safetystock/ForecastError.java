package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Deviation of forecast errors, added up over a lead time. */
final class ForecastError {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.errorSd.1", "MAD sqrt(pi / 2) * L^c", "Silver, Pyke & Thomas 2017 ch. 4; DOMAIN E.8");

    static final Origin.Formula SMOOTHED = new Origin.Formula(
            "buf.sesErrorSd.1",
            "sigma1 sqrt(L (1 + alpha (L - 1) + alpha^2 (L - 1)(2 L - 1) / 6))",
            "Johnston & Harrison 1986");

    private static final double SD_PER_MAD = Math.sqrt(Math.PI / 2);

    private ForecastError() {}

    /** Inputs of the deviation over a lead time. */
    record Inputs(
            @Doc("mean absolute error one bucket ahead, pieces, at least 0")
            double mad,

            @Doc("lead time, buckets, above 0") double leadBuckets,

            @Doc("growth of the error with the lead time, [0.5, 1]; 0.5 for independent errors")
            double exponent) {

        Inputs {
            Require.notNegative("mad", mad);
            Require.positive("leadBuckets", leadBuckets);
            if (!(exponent >= 0.5 && exponent <= 1)) {
                throw new IllegalArgumentException("exponent must be in [0.5, 1], was " + exponent);
            }
        }
    }

    /** Deviations one bucket ahead and over the lead time, pieces. */
    record Result(double sigma1, double sigmaL) {}

    static Result calculate(Inputs inputs) {
        double one = inputs.mad * SD_PER_MAD;
        return new Result(one, one * Math.pow(inputs.leadBuckets, inputs.exponent));
    }

    /** Inputs of the deviation under simple exponential smoothing. */
    record SmoothedInputs(
            @Doc("deviation of the error one bucket ahead, pieces, at least 0")
            double sigma1,

            @Doc("smoothing constant, [0, 1]") double alpha,

            @Doc("lead time, buckets, at least 1") double leadBuckets) {

        SmoothedInputs {
            Require.notNegative("sigma1", sigma1);
            Require.share("alpha", alpha);
            if (!(leadBuckets >= 1 && leadBuckets < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("leadBuckets must be in [1, Infinity), was " + leadBuckets);
            }
        }
    }

    /** Deviation of the summed errors, pieces. */
    record SmoothedResult(double sigmaL) {}

    static SmoothedResult smoothed(SmoothedInputs inputs) {
        double lead = inputs.leadBuckets;
        double alpha = inputs.alpha;
        double growth = 1 + alpha * (lead - 1) + alpha * alpha * (lead - 1) * (2 * lead - 1) / 6;
        return new SmoothedResult(inputs.sigma1 * Math.sqrt(lead * growth));
    }
}
