package io.posture.numerics;

/** A mixture of normal distributions, each a share of the time; a standard deviation of 0 is a certain value. */
public final class NormalMixture {

    private static final int ROUNDS = 200;

    /** From here on the bracket is halved: only a jump at a certain value keeps Newton's steps that long. */
    private static final int NEWTON_ROUNDS = 30;

    private static final double NEAR = 1e-16;

    private NormalMixture() {}

    /**
     * Probability of at most x.
     *
     * @param weights shares, at least 0 with a sum above 0; only their ratios count
     * @param means as many, finite
     * @param sds as many, at least 0
     * @param x finite
     * @throws IllegalArgumentException if an argument is outside its range or the lengths differ
     */
    public static double cdf(double[] weights, double[] means, double[] sds, double x) {
        double total = check(weights, means, sds);
        Require.finite("x", x);
        return tail(weights, means, sds, x, true) / total;
    }

    /** Probability of more than x, accurate in the upper tail; arguments as for {@link #cdf}. */
    public static double upper(double[] weights, double[] means, double[] sds, double x) {
        double total = check(weights, means, sds);
        Require.finite("x", x);
        return tail(weights, means, sds, x, false) / total;
    }

    /** Expected excess {@code E(X - r)+}; arguments as for {@link #cdf}. */
    public static double expectedExcess(double[] weights, double[] means, double[] sds, double r) {
        double total = check(weights, means, sds);
        Require.finite("r", r);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double excess = sds[i] == 0 ? Math.max(0, means[i] - r) : sds[i] * UnitLoss.of((r - means[i]) / sds[i]);
            sum += weights[i] * excess;
        }
        return sum / total;
    }

    /**
     * The smallest x that is not exceeded with a probability of at least p.
     *
     * @param weights shares, at least 0 with a sum above 0; only their ratios count
     * @param means as many, finite
     * @param sds as many, at least 0
     * @param p probability, (0, 1)
     * @throws IllegalArgumentException if an argument is outside its range or the lengths differ
     */
    public static double quantile(double[] weights, double[] means, double[] sds, double p) {
        double total = check(weights, means, sds);
        double z = Normal.quantile(p);
        // the quantile of the mixture lies between those of its parts
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double x = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                double part = means[i] + z * sds[i];
                low = Math.min(low, part);
                high = Math.max(high, part);
                x += weights[i] / total * part;
            }
        }
        // the smaller tail carries the digits
        boolean lower = p <= 0.5;
        double target = (lower ? p : 1 - p) * total;
        if (low == high || reached(tail(weights, means, sds, low, lower), target, lower)) {
            return low;
        }
        // from here on: not reached at low, reached at high
        double near = NEAR * (Math.abs(low) + Math.abs(high));
        for (int round = 0; round < ROUNDS; round++) {
            double tail = tail(weights, means, sds, x, lower);
            if (reached(tail, target, lower)) {
                high = x;
            } else {
                low = x;
            }
            double next = x + (lower ? target - tail : tail - target) / density(weights, means, sds, x);
            if (Math.abs(next - x) <= near) {
                return next;
            }
            if (round >= NEWTON_ROUNDS || !(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (next <= low || next >= high) {
                break;
            }
            x = next;
        }
        return high;
    }

    private static boolean reached(double tail, double target, boolean lower) {
        return lower ? tail >= target : tail <= target;
    }

    private static double tail(double[] weights, double[] means, double[] sds, double x, boolean lower) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double above = x - means[i];
            if (sds[i] == 0) {
                sum += lower == (above >= 0) ? weights[i] : 0;
            } else {
                sum += weights[i] * Normal.upper((lower ? -above : above) / sds[i]);
            }
        }
        return sum;
    }

    private static double density(double[] weights, double[] means, double[] sds, double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (sds[i] > 0) {
                sum += weights[i] / sds[i] * Normal.density((x - means[i]) / sds[i]);
            }
        }
        return sum;
    }

    private static double check(double[] weights, double[] means, double[] sds) {
        if (weights.length == 0 || means.length != weights.length || sds.length != weights.length) {
            throw new IllegalArgumentException("weights, means and sds must have the same length, at least 1, were "
                    + weights.length + ", " + means.length + " and " + sds.length);
        }
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += Require.notNegative("weights[" + i + "]", weights[i]);
            Require.finite("means[" + i + "]", means[i]);
            Require.notNegative("sds[" + i + "]", sds[i]);
        }
        Require.positive("sum of weights", total);
        return total;
    }
}
