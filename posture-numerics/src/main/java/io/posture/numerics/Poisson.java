package io.posture.numerics;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The Poisson distribution. */
public final class Poisson {

    /** Largest mean at which whole pieces can still be told apart. */
    static final double LARGEST_MEAN = 1e9;

    /** Up to this mean a walk from 0 is shorter than one value of the distribution function. */
    static final double WALK_FROM_ZERO = 20;

    /** Above this mean the sum over the tail is too long, and the closed form of it used. */
    static final double LONG_TAIL_MEAN = 1e6;

    private Poisson() {}

    /**
     * Probability of at most k.
     *
     * @param mean [0, 1e9]
     * @param k any number; below 0 has probability 0
     * @throws IllegalArgumentException if the mean is outside its range
     */
    public static double cdf(double mean, long k) {
        return k < 0 ? 0 : of(mean).cdf(k);
    }

    /** Probability of more than k, accurate in the upper tail; arguments as for {@link #cdf}. */
    public static double upper(double mean, long k) {
        requireMean(mean);
        if (k < 0) {
            return 1;
        }
        return mean == 0 ? 0 : RegularizedGamma.P.value(k + 1.0, mean);
    }

    /**
     * The smallest k with a probability of at most k of at least p; 1e-13 less than p is enough, so that a level met
     * exactly does not cost a piece.
     *
     * @param mean [0, 1e9]
     * @param p probability, (0, 1)
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static long quantile(double mean, double p) {
        Distribution of = of(mean);
        Require.probability("probability", p);
        if (mean <= WALK_FROM_ZERO) {
            return DiscreteWalk.quantileFromZero(p, Math.exp(-mean), of);
        }
        // Cornish and Fisher with the skewness 1 / sqrt(mean)
        double z = Normal.quantile(Math.max(p, DiscreteWalk.SLACK));
        return DiscreteWalk.quantile(p, mean + Math.sqrt(mean) * z + (z * z - 1) / 6, of);
    }

    /** Expected excess {@code E(X - r)+}; arguments as for {@link #cdf}. */
    public static double expectedExcess(double mean, long r) {
        Distribution of = of(mean);
        if (r <= 0) {
            return mean - r;
        }
        if (r >= mean && mean <= LONG_TAIL_MEAN) {
            return DiscreteWalk.excessAbove(r, of);
        }
        return Math.max(0, (mean - r) * upper(mean, r) + mean * of.mass(r));
    }

    private static Distribution of(double mean) {
        requireMean(mean);
        return new Distribution(mean);
    }

    private static void requireMean(double mean) {
        if (!(mean >= 0 && mean <= LARGEST_MEAN)) {
            throw new IllegalArgumentException("mean must be in [0, 1e9], was " + mean);
        }
    }

    private record Distribution(double mean) implements DiscreteWalk.Distribution {

        @Override
        public double cdf(long k) {
            return mean == 0 ? 1 : RegularizedGamma.Q.value(k + 1.0, mean);
        }

        @Override
        public double mass(long k) {
            if (mean == 0) {
                return k == 0 ? 1 : 0;
            }
            return RegularizedGamma.P.derivative(k + 1.0, mean);
        }

        @Override
        public double ratio(long k) {
            return mean / k;
        }
    }
}
