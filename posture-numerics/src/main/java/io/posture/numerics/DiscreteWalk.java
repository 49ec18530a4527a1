package io.posture.numerics;

/** Sums over a distribution on 0, 1, 2, ... whose neighbouring probabilities have a simple ratio. */
final class DiscreteWalk {

    /** How much below the level still reaches it: rounding must not cost a whole piece. */
    static final double SLACK = 1e-13;

    /** A walk of more steps costs more than another value of the distribution function. */
    private static final double LONG_WALK = 100;

    private static final int JUMPS = 100;

    private DiscreteWalk() {}

    /** A distribution on 0, 1, 2, ... */
    interface Distribution {

        /** Probability of at most k. */
        double cdf(long k);

        /** Probability of exactly k. */
        double mass(long k);

        /** Probability of k over that of k - 1; k at least 1. */
        double ratio(long k);
    }

    /** The smallest k with a probability of at most k of at least p - 1e-13, all from the probability of 0. */
    static long quantileFromZero(double p, double none, Distribution of) {
        return walk(p - SLACK, 0, none, none, of);
    }

    /** The smallest k with a probability of at most k of at least p - 1e-13, from a guess. */
    static long quantile(double p, double guess, Distribution of) {
        double level = p - SLACK;
        if (level <= 0) {
            return 0;
        }
        long low = -1;
        long high = Long.MAX_VALUE;
        long k = Math.max(0, (long) guess);
        double cdf = of.cdf(k);
        double mass = of.mass(k);
        for (int jump = 0; jump < JUMPS && !(Math.abs(level - cdf) <= LONG_WALK * mass); jump++) {
            if (cdf >= level) {
                high = k;
            } else {
                low = k;
            }
            double wanted = k + (level - cdf) / mass;
            if (wanted > low && wanted < high) {
                k = (long) wanted;
            } else {
                k = high == Long.MAX_VALUE ? 2 * k + 1 : low + (high - low) / 2;
            }
            if (k == low || k == high) {
                break;
            }
            cdf = of.cdf(k);
            mass = of.mass(k);
        }
        return walk(level, k, cdf, mass, of);
    }

    private static long walk(double level, long from, double cdf, double mass, Distribution of) {
        long k = from;
        double sum = cdf;
        double term = mass;
        while (sum < level) {
            k++;
            term *= of.ratio(k);
            double next = sum + term;
            if (next == sum && of.ratio(k + 1) < 1) {
                // rounding keeps the sum from a level next to 1
                return k;
            }
            sum = next;
        }
        while (k > 0 && sum - term >= level) {
            sum -= term;
            term /= of.ratio(k);
            k--;
        }
        return k;
    }

    /** {@code E(X - r)+} as the sum of the terms above r, all positive; for r at or above the mean. */
    static double excessAbove(long r, Distribution of) {
        double sum = 0;
        double term = of.mass(r);
        for (long k = r + 1; ; k++) {
            term *= of.ratio(k);
            double next = sum + (k - r) * term;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }
}
