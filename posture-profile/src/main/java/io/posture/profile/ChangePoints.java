package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Finds where the mean or the deviation of a series changes: optimal partitioning by exact dynamic programming. */
final class ChangePoints {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.changePoints.1",
            "least sum of n_s (ln 2 pi + ln v_s + 1) + 3 ln n per change, v_s = max(MLE variance, 0.01 global MLE variance)",
            "Jackson et al. 2005; Killick, Fearnhead & Eckley, JASA 107 (2012)");

    /** Shortest segment of the profiles. */
    static final int MIN_SEGMENT = 8;

    private static final double PENALTY = 3;
    private static final double VARIANCE_FLOOR = 0.01;
    private static final double EQUAL_COST = 1e-9;
    private static final double LN_2_PI = Math.log(2 * Math.PI);

    private static final double LN_2 = Math.log(2);
    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = (long) EXPONENT_BIAS << MANTISSA_BITS;

    private final int n;
    private final int minSegment;

    /** Sums and sums of squares of the first so many values, standardised: only sums near 0 keep the digits of a variance. */
    private final double[] sums;

    private final double[] squares;
    private final double[] inverse;
    private final double floor;

    private ChangePoints(double[] standardised, int minSegment) {
        this.n = standardised.length;
        this.minSegment = minSegment;
        this.sums = new double[n + 1];
        this.squares = new double[n + 1];
        this.inverse = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + standardised[i];
            squares[i + 1] = squares[i] + standardised[i] * standardised[i];
            inverse[i + 1] = 1.0 / (i + 1);
        }
        this.floor = VARIANCE_FLOOR * squares[n] / n;
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("values, finite, oldest first") List<Double> series,

            @Doc("shortest segment, values, at least 1") int minSegment) {

        Inputs {
            series = Series.finite("series", series);
            if (minSegment < 1) {
                throw new IllegalArgumentException("minSegment must be at least 1, was " + minSegment);
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param changePoints index, from 0, of the first value of each later segment, ascending
     */
    record Result(List<Integer> changePoints) {}

    /** The change points. */
    static Result of(Inputs inputs) {
        return new Result(of(Series.array(inputs.series()), inputs.minSegment()));
    }

    /**
     * Indices, from 0, of the first value of each later segment, ascending; none for a constant series or one too short for two
     * segments.
     *
     * @param series values, finite, oldest first
     * @param minSegment shortest segment, at least 1
     */
    static List<Integer> of(double[] series, int minSegment) {
        if (series.length < 2L * minSegment) {
            return List.of();
        }
        double[] standardised = standardised(series);
        return standardised.length == 0 ? List.of() : new ChangePoints(standardised, minSegment).search();
    }

    /**
     * The series less its mean, in units of its largest deviation; empty for a constant. A common factor adds the same to the
     * cost of every partition.
     */
    private static double[] standardised(double[] series) {
        if (constant(series)) {
            return new double[0];
        }
        double[] values = series.clone();
        double largest = largest(values);
        double mean = 0;
        for (double value : values) {
            mean += value / largest / values.length;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] / largest - mean;
        }
        double scale = largest(values);
        for (int i = 0; i < values.length; i++) {
            values[i] /= scale;
        }
        return values;
    }

    private static boolean constant(double[] series) {
        return Arrays.stream(series).allMatch(value -> value == series[0]);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private List<Integer> search() {
        double penalty = PENALTY * Math.log(n);
        double[] best = new double[n + 1];
        int[] previous = new int[n + 1];
        best[0] = -penalty;
        for (int end = minSegment; end <= n; end++) {
            best[end] = cost(variance(0, end), end);
            for (int start = minSegment; start <= end - minSegment; start++) {
                int length = end - start;
                double variance = variance(start, end);
                // most segments cost too much whatever the last digits of their logarithm are
                double room = best[end] - EQUAL_COST - best[start] - penalty;
                if (length * (LN_2_PI + logAtMost(variance) + 1) < room) {
                    double total = best[start] + cost(variance, length) + penalty;
                    if (total < best[end] - EQUAL_COST) {
                        best[end] = total;
                        previous[end] = start;
                    }
                }
            }
        }
        List<Integer> changes = new ArrayList<>();
        for (int start = previous[n]; start > 0; start = previous[start]) {
            changes.add(start);
        }
        Collections.reverse(changes);
        return List.copyOf(changes);
    }

    private double variance(int start, int end) {
        double perValue = inverse[end - start];
        double mean = (sums[end] - sums[start]) * perValue;
        return Math.max((squares[end] - squares[start]) * perValue - mean * mean, floor);
    }

    private static double cost(double variance, int length) {
        return length * (LN_2_PI + Math.log(variance) + 1);
    }

    /**
     * A bound below the natural logarithm, at most 0.001 below it: exponent and mantissa apart, and of the mantissa's logarithm on
     * [1, 2) the cubic with the least error, moved down by that error.
     *
     * @param x a normal number above 0
     */
    static double logAtMost(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long exponent = (bits >>> MANTISSA_BITS) - EXPONENT_BIAS;
        double m = Double.longBitsToDouble((bits & MANTISSA_MASK) | ONE);
        return exponent * LN_2 + (((0.109672 * m - 0.728992) * m + 2.11242) * m - 1.49312);
    }
}
