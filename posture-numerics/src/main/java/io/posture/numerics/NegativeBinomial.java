package io.posture.numerics;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The negative binomial distribution by size and p: mean {@code size (1 - p) / p}, variance {@code size (1 - p) / p^2};
 * the size need not be whole. By moments: {@code size = mean^2 / (variance - mean)}, {@code p = mean / variance}.
 */
public final class NegativeBinomial {

    /** Below this p the sum over the tail is too long, and the closed form of it used. */
    private static final double LONG_TAIL_P = 1e-3;

    private NegativeBinomial() {}

    /**
     * Probability of at most k.
     *
     * @param size above 0
     * @param p (0, 1), with a mean of at most 1e9
     * @param k any number; below 0 has probability 0
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double cdf(double size, double p, long k) {
        Distribution of = of(size, p);
        return k < 0 ? 0 : of.cdf(k);
    }

    /** Probability of more than k, accurate in the upper tail; arguments as for {@link #cdf}. */
    public static double upper(double size, double p, long k) {
        of(size, p);
        return k < 0 ? 1 : RegularizedBeta.complement(p, size, k + 1.0);
    }

    /**
     * The smallest k with a probability of at most k of at least the level; 1e-13 less is enough, so that a level met
     * exactly does not cost a piece.
     *
     * @param size above 0
     * @param p (0, 1), with a mean of at most 1e9
     * @param level probability, (0, 1)
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static long quantile(double size, double p, double level) {
        Distribution of = of(size, p);
        Require.probability("level", level);
        if (of.mean <= Poisson.WALK_FROM_ZERO) {
            // ln p with the digits of 1 - p, for p next to 1
            return DiscreteWalk.quantileFromZero(level, Math.exp(size * Math.log1p(-of.failure)), of);
        }
        // Wilson and Hilferty's cube of the gamma distribution with the same mean and variance
        double shape = of.mean * p;
        double z = Normal.quantile(Math.max(level, DiscreteWalk.SLACK));
        double root = Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape)));
        return DiscreteWalk.quantile(level, of.mean * root * root * root, of);
    }

    /** Expected excess {@code E(X - r)+}; arguments as for {@link #cdf}. */
    public static double expectedExcess(double size, double p, long r) {
        Distribution of = of(size, p);
        if (r <= 0) {
            return of.mean - r;
        }
        if (r >= of.mean && p >= LONG_TAIL_P && of.mean <= Poisson.LONG_TAIL_MEAN) {
            return DiscreteWalk.excessAbove(r, of);
        }
        // from k P(k) = (1 - p) (size + k - 1) P(k - 1), summed above r
        return Math.max(
                0,
                (of.mean - r) * RegularizedBeta.complement(p, size, r + 1.0)
                        + of.failure / p * (size + r) * of.mass(r));
    }

    private static Distribution of(double size, double p) {
        Require.positive("size", size);
        Require.probability("p", p);
        double failure = 1 - p;
        double mean = size * failure / p;
        if (!(mean <= Poisson.LARGEST_MEAN)) {
            throw new IllegalArgumentException("size (1 - p) / p must be at most 1e9, was " + mean);
        }
        return new Distribution(size, p, failure, mean);
    }

    private record Distribution(double size, double p, double failure, double mean)
            implements DiscreteWalk.Distribution {

        @Override
        public double cdf(long k) {
            return RegularizedBeta.value(p, size, k + 1.0);
        }

        @Override
        public double mass(long k) {
            return p * RegularizedBeta.derivative(p, size, k + 1.0) / (size + k);
        }

        @Override
        public double ratio(long k) {
            return (size + (k - 1)) / k * failure;
        }
    }
}
