package io.posture.numerics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** The beta distribution. */
public final class Beta {

    private Beta() {}

    /**
     * Probability of at most x.
     *
     * @param alpha first shape, above 0
     * @param beta second shape, above 0
     * @param x value, [0, 1]
     * @throws IllegalArgumentException if a shape is outside its range
     */
    public static double cdf(double alpha, double beta, double x) {
        return BetaDistribution.of(alpha, beta).cumulativeProbability(x);
    }

    /**
     * The value that is not exceeded with probability p.
     *
     * @param alpha first shape, above 0
     * @param beta second shape, above 0
     * @param p probability, [0, 1]
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double quantile(double alpha, double beta, double p) {
        return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(p);
    }
}
