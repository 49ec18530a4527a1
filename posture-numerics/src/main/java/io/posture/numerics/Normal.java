package io.posture.numerics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** Probability of at most x; accurate in the lower tail. */
    public static double cdf(double x) {
        return STANDARD.cumulativeProbability(x);
    }

    /** Probability of more than x; accurate in the upper tail, never computed as 1 - cdf. */
    public static double survival(double x) {
        return STANDARD.survivalProbability(x);
    }

    /** Density at x. */
    public static double density(double x) {
        return STANDARD.density(x);
    }

    /**
     * The value that is not exceeded with probability p.
     *
     * @param p probability, (0, 1)
     * @throws IllegalArgumentException if p is not inside (0, 1): a quantile at 0 or 1 would be infinite
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("probability must be in (0, 1), was " + p);
        }
        return STANDARD.inverseCumulativeProbability(p);
    }
}
