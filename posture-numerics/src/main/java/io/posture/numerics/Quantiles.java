package io.posture.numerics;

import java.util.Arrays;

/** Sample quantiles in the types of Hyndman and Fan (1996). */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Type 7, for describing data: linear between the order statistics.
     *
     * @param values at least one, in any order, not changed
     * @param p probability, [0, 1]
     * @throws IllegalArgumentException if there is no value or p is outside [0, 1]
     */
    public static double describing(double[] values, double p) {
        double[] sorted = sorted(values, p);
        double position = (sorted.length - 1) * p;
        int below = (int) position;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }

    private static double[] sorted(double[] values, double p) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a quantile needs at least one value");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], was " + p);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
