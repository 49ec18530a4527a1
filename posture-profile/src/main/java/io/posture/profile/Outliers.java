package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Sums;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Finds buckets with demand far outside the others. */
final class Outliers {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.outliers.1",
            "|x - median| / scale > 3.5 over the positive buckets; scale = MAD / 0.6745, or 1.253314 mean absolute deviation if 0",
            "Iglewicz & Hoaglin 1993");

    private static final double LIMIT = 3.5;
    private static final double MAD_OF_NORMAL = 0.6745;
    private static final double SD_PER_MEAN_DEVIATION = 1.253314;

    private Outliers() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("demand per bucket, pieces, each at least 0")
            List<Double> series) {

        Inputs {
            series = Series.notNegative("series", series);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param median median of the positive buckets; absent without any
     * @param scale their robust deviation; absent without any
     * @param flagged indices, from 0, of the buckets outside
     * @param winsorised what each of them would be cut to
     */
    record Result(OptionalDouble median, OptionalDouble scale, List<Integer> flagged, List<Double> winsorised) {}

    private static final Result NONE = new Result(OptionalDouble.empty(), OptionalDouble.empty(), List.of(), List.of());

    /** The buckets outside. */
    static Result of(Inputs inputs) {
        return of(Series.array(inputs.series()));
    }

    /**
     * The buckets outside.
     *
     * @param series demand per bucket, each at least 0
     */
    static Result of(double[] series) {
        double[] positive = positive(series);
        if (positive.length == 0) {
            return NONE;
        }
        double median = Selection.median(positive);
        double scale = scale(positive, median);
        if (scale == 0) {
            return new Result(OptionalDouble.of(median), OptionalDouble.of(0), List.of(), List.of());
        }
        List<Integer> flagged = new ArrayList<>();
        List<Double> winsorised = new ArrayList<>();
        double low = Math.max(0, median - LIMIT * scale);
        double high = median + LIMIT * scale;
        for (int i = 0; i < series.length; i++) {
            if (series[i] > 0 && Math.abs(series[i] - median) / scale > LIMIT) {
                flagged.add(i);
                winsorised.add(Math.min(Math.max(series[i], low), high));
            }
        }
        return new Result(
                OptionalDouble.of(median), OptionalDouble.of(scale), List.copyOf(flagged), List.copyOf(winsorised));
    }

    private static double[] positive(double[] series) {
        return Arrays.stream(series).filter(value -> value > 0).toArray();
    }

    private static double scale(double[] values, double median) {
        double[] deviations =
                Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
        double robust = Selection.median(deviations) / MAD_OF_NORMAL;
        return robust > 0 ? robust : SD_PER_MEAN_DEVIATION * Sums.of(deviations) / deviations.length;
    }
}
