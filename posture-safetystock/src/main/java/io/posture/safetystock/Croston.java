package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Forecast of intermittent demand from smoothed sizes and smoothed intervals. Croston's ratio is biased upwards; that of
 * Syntetos and Boylan (SBA) takes the bias off.
 */
final class Croston {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "fc.croston.1",
            "on demand z += alpha (x - z), p += beta (q - p); z / p; SBA (1 - beta / 2) z / p",
            "Croston 1972; Syntetos & Boylan 2005");

    private Croston() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("demand per bucket, oldest first, pieces, each at least 0, not empty")
            List<Double> series,

            @Doc("smoothing of the sizes, (0, 1]") double alpha,
            @Doc("smoothing of the intervals, (0, 1]") double beta) {

        Inputs {
            series = NumberList.notNegative("series", series);
            smoothing("alpha", alpha);
            smoothing("beta", beta);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param size smoothed size z, pieces; absent without demand
     * @param interval smoothed interval p, buckets; absent without demand
     * @param croston pieces a bucket
     * @param sba pieces a bucket, without the bias
     */
    record Result(OptionalDouble size, OptionalDouble interval, double croston, double sba) {}

    static Result calculate(Inputs inputs) {
        return of(NumberList.array(inputs.series), inputs.alpha, inputs.beta);
    }

    /**
     * The forecast for the bucket after the last.
     *
     * @param series pieces per bucket, oldest first, each at least 0
     * @param alpha smoothing of the sizes, (0, 1]
     * @param beta smoothing of the intervals, (0, 1]
     */
    static Result of(double[] series, double alpha, double beta) {
        double size = 0;
        double interval = 0;
        boolean begun = false;
        int since = 1;
        for (double pieces : series) {
            if (!(pieces > 0)) {
                since++;
                continue;
            }
            size = begun ? size + alpha * (pieces - size) : pieces;
            interval = begun ? interval + beta * (since - interval) : since;
            begun = true;
            since = 1;
        }
        if (!begun) {
            return new Result(OptionalDouble.empty(), OptionalDouble.empty(), 0, 0);
        }
        double perBucket = size / interval;
        return new Result(OptionalDouble.of(size), OptionalDouble.of(interval), perBucket, (1 - beta / 2) * perBucket);
    }

    /** A smoothing constant in (0, 1]. */
    static double smoothing(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], was " + value);
        }
        return value;
    }
}
