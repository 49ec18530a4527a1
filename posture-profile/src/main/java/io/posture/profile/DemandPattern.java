package io.posture.profile;

import io.posture.api.DemandClass;
import io.posture.explain.Origin;
import io.posture.numerics.Moments;
import io.posture.spi.Doc;
import io.posture.spi.Key;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Demand pattern of Syntetos, Boylan and Croston: irregular in time, in size, in both or in neither. */
final class DemandPattern {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.sbc.1",
            "ADI = N / m; CV2 = (sd / mean)^2 of the m non-zero sizes; cut-offs 1.32 and 0.49, equality to the harder class",
            "Syntetos, Boylan & Croston, JORS 56 (2005) 495-503");

    private static final double INTERVAL_LIMIT = 1.32;
    private static final double SIZE_LIMIT = 0.49;

    /** A deviation of 7 to a mean of 10 squares to a hair below 0.49 in doubles, and equality is the harder class. */
    private static final double SLACK = 1e-12;

    private DemandPattern() {}

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
     * @param adi average interval between buckets with demand, buckets; absent without demand
     * @param cv2 squared coefficient of variation of the non-zero sizes; absent for fewer than two
     * @param demandClass the pattern
     */
    record Result(
            OptionalDouble adi,
            OptionalDouble cv2,
            @Key("class") DemandClass demandClass) {}

    /** Pattern of a series. */
    static Result of(Inputs inputs) {
        return of(Series.array(inputs.series()));
    }

    /**
     * Pattern of a series.
     *
     * @param series demand per bucket, pieces, each at least 0
     */
    static Result of(double[] series) {
        double[] sizes = sizes(series);
        if (sizes.length == 0) {
            return new Result(OptionalDouble.empty(), OptionalDouble.empty(), DemandClass.NO_DEMAND);
        }
        double interval = (double) series.length / sizes.length;
        OptionalDouble cv = Moments.of(sizes).cv();
        OptionalDouble squaredCv = cv.isPresent() ? OptionalDouble.of(cv.getAsDouble() * cv.getAsDouble()) : cv;
        return new Result(OptionalDouble.of(interval), squaredCv, classOf(interval, squaredCv));
    }

    /** What is above 0. */
    private static double[] sizes(double[] series) {
        double[] sizes = new double[series.length];
        int count = 0;
        for (double value : series) {
            if (value > 0) {
                sizes[count++] = value;
            }
        }
        return Arrays.copyOf(sizes, count);
    }

    /** Pattern of demand in every bucket. */
    static DemandClass ofSizes(OptionalDouble squaredCv) {
        return classOf(1, squaredCv);
    }

    private static DemandClass classOf(double interval, OptionalDouble squaredCv) {
        // one size only: nothing speaks for irregular sizes
        boolean sizesVary = squaredCv.isPresent() && squaredCv.getAsDouble() >= SIZE_LIMIT - SLACK;
        if (interval >= INTERVAL_LIMIT) {
            return sizesVary ? DemandClass.LUMPY : DemandClass.INTERMITTENT;
        }
        return sizesVary ? DemandClass.ERRATIC : DemandClass.SMOOTH;
    }
}
