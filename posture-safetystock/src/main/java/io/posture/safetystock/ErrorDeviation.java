package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Moments;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Standard deviation of the forecast error over a lead time, from the mean absolute error of one bucket. */
final class ErrorDeviation {

    static final Origin.Formula FORMULA =
            new Origin.Formula("buf.errorSd.1", "MAD * sqrt(pi / 2) * L^c", "Brown 1959; Silver, Pyke & Thomas 2017");

    /** Exponent of errors independent from bucket to bucket. */
    static final double INDEPENDENT = 0.5;

    /** Exponent of errors that are the same in every bucket. */
    private static final double PERSISTENT = 1;

    private static final int LEAST_BUCKETS = 36;
    private static final int HORIZONS = 6;

    private ErrorDeviation() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean absolute forecast error of a bucket, pieces, at least 0")
            double mad,

            @Doc("lead time, buckets, at least 0") double leadBuckets,

            @Doc("growth c of the error with the lead time, [0, 1]; 0.5 if errors of buckets are independent")
            double exponent) {

        Inputs {
            Require.notNegative("mad", mad);
            Require.notNegative("leadBuckets", leadBuckets);
            Require.share("exponent", exponent);
        }
    }

    /** Standard deviation of the error of one bucket, and of the lead time, pieces. */
    record Result(double sigma1, double sigmaL) {}

    static Result calculate(Inputs inputs) {
        double one = inputs.mad * Math.sqrt(Math.PI / 2);
        return new Result(one, one * Math.pow(inputs.leadBuckets, inputs.exponent));
    }

    /**
     * The exponent c that a history shows: slope of the logarithm of the cumulative error's standard deviation over
     * the logarithm of the horizon, horizons of 1 to 6 buckets, clipped to [0.5, 1].
     *
     * @param demand demand per bucket, oldest first
     * @param forecast forecast of each of these buckets and those after it, made before it, as many
     * @return c; 0.5 for fewer than 36 buckets or if the error of some horizon does not vary
     * @throws IllegalArgumentException if the lengths differ or a number is not finite
     */
    static double fittedExponent(double[] demand, double[] forecast) {
        if (demand.length != forecast.length) {
            throw new IllegalArgumentException(
                    "demand and forecast must have the same length, were " + demand.length + " and " + forecast.length);
        }
        if (demand.length < LEAST_BUCKETS) {
            return INDEPENDENT;
        }
        double[] x = new double[HORIZONS];
        double[] y = new double[HORIZONS];
        for (int horizon = 1; horizon <= HORIZONS; horizon++) {
            double deviation = cumulativeDeviation(demand, forecast, horizon);
            if (!(deviation > 0)) {
                return INDEPENDENT;
            }
            x[horizon - 1] = Math.log(horizon);
            y[horizon - 1] = Math.log(deviation);
        }
        return Math.min(PERSISTENT, Math.max(INDEPENDENT, slope(x, y)));
    }

    private static double cumulativeDeviation(double[] demand, double[] forecast, int horizon) {
        double[] errors = new double[demand.length - horizon + 1];
        for (int t = 0; t < errors.length; t++) {
            double error = -horizon * Require.finite("forecast[" + t + "]", forecast[t]);
            for (int j = 0; j < horizon; j++) {
                error += Require.finite("demand[" + (t + j) + "]", demand[t + j]);
            }
            errors[t] = error;
        }
        return Moments.of(errors).sd().orElse(0);
    }

    private static double slope(double[] x, double[] y) {
        double meanX = Moments.of(x).mean().orElse(0);
        double meanY = Moments.of(y).mean().orElse(0);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return products / squares;
    }
}
