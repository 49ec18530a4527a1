package io.posture.numerics;

import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The standard normal distribution. Relative error below 1e-14 in both tails, down to where a double ends: rounding of
 * x squared would cost three digits at 37 deviations and is taken back.
 */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double SQRT_HALF_PI = Math.sqrt(Math.PI / 2);

    /** Beyond this the density is 0 as a double. */
    private static final double FAR = 39;

    private Normal() {}

    /** Probability of at most x; accurate in the lower tail. */
    public static double cdf(double x) {
        return upper(-x);
    }

    /** Probability of more than x; accurate in the upper tail, never computed as 1 - cdf. */
    public static double upper(double x) {
        if (x < 0) {
            return 1 - upper(-x);
        }
        // 1 - Phi(x) = phi(x) * M(x)
        return x < FAR || Double.isNaN(x) ? density(x) * mills(x) : 0;
    }

    /** Density at x. */
    public static double density(double x) {
        if (Math.abs(x) > FAR) {
            return 0;
        }
        // x * x = square + lost, exactly: the upper half of the digits squares without rounding
        double high = (float) x;
        double square = x * x;
        double lost = (high * high - square) + (x - high) * (x + high);
        return Math.exp(-0.5 * square) * (1 - 0.5 * lost) / SQRT_TWO_PI;
    }

    /**
     * The value that is not exceeded with probability p.
     *
     * @param p probability, (0, 1)
     * @throws IllegalArgumentException if p is not inside (0, 1): a quantile at 0 or 1 would be infinite
     */
    public static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(Require.probability("probability", p));
    }

    /** Mills' ratio {@code (1 - Phi(x)) / phi(x)}. */
    static double mills(double x) {
        return SQRT_HALF_PI * Erfcx.value(x * SQRT_HALF);
    }
}
