package io.posture.numerics;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The gamma distribution by shape and scale: mean {@code shape * scale}, variance {@code shape * scale^2}. */
public final class Gamma {

    /** Beyond it the deviation is below 1e-5 of the mean, and the normal distribution the same. */
    private static final double LARGEST_SHAPE = 1e10;

    private static final int ROUNDS = 100;
    private static final double LEAP = 20;

    /** Steps converge cubically: after one of this size the next would be below the last digit. */
    private static final double ENOUGH = 1e-7;

    /** Below this logarithm of x the first term of the series is the probability, to every digit. */
    private static final double TINY = -80;

    private Gamma() {}

    /**
     * Probability of at most x.
     *
     * @param shape (0, 1e10]
     * @param scale above 0
     * @param x any number; 0 or less has probability 0
     * @throws IllegalArgumentException if an argument is outside its range or x is not finite
     */
    public static double cdf(double shape, double scale, double x) {
        check(shape, scale, x);
        return x <= 0 ? 0 : RegularizedGamma.P.value(shape, x / scale);
    }

    /** Probability of more than x, accurate in the upper tail; arguments as for {@link #cdf}. */
    public static double upper(double shape, double scale, double x) {
        check(shape, scale, x);
        return x <= 0 ? 1 : RegularizedGamma.Q.value(shape, x / scale);
    }

    /**
     * Expected excess {@code E(X - x)+}; arguments as for {@link #cdf}.
     *
     * <p>{@code mean * S(a+1) - x * S(a)}, S the probability of more than x, with the shape plus one in the first
     */
    public static double expectedExcess(double shape, double scale, double x) {
        check(shape, scale, x);
        if (x <= 0) {
            return shape * scale - x;
        }
        double y = x / scale;
        // S(a+1) - S(a) = y^a e^-y / Gamma(a+1), so that no two near ones are subtracted
        double step = y * RegularizedGamma.P.derivative(shape, y) / shape;
        return Math.max(0, scale * ((shape - y) * RegularizedGamma.Q.value(shape, y) + shape * step));
    }

    /**
     * The value that is not exceeded with probability p.
     *
     * @param shape (0, 1e10]
     * @param scale above 0
     * @param p probability, (0, 1)
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double quantile(double shape, double scale, double p) {
        check(shape, scale, 0);
        Require.probability("probability", p);
        double least = (Math.log(p) + LogGamma.value(shape + 1)) / shape;
        if (least < TINY) {
            return scale * Math.exp(least);
        }
        boolean lower = p <= 0.5;
        double target = Math.log(lower ? p : 1 - p);
        double x = start(shape, p, least);
        for (int round = 0; round < ROUNDS; round++) {
            double tail = lower ? RegularizedGamma.P.value(shape, x) : RegularizedGamma.Q.value(shape, x);
            double slope = x * RegularizedGamma.P.derivative(shape, x) / tail;
            double step = step(shape - x, slope, Math.log(tail) - target, lower);
            if (!Double.isFinite(step)) {
                // the tail or its slope underflows: come nearer from the mean's side
                x = Math.sqrt(x * shape);
                continue;
            }
            x *= Math.exp(Math.max(-LEAP, Math.min(LEAP, step)));
            if (Math.abs(step) <= ENOUGH) {
                break;
            }
        }
        return scale * x;
    }

    /**
     * Halley's step in u = ln x for the logarithm of a tail. Both tails' logarithms are concave in u, so that the
     * step, once it comes from the steep side, never passes the root.
     */
    private static double step(double shapeLessX, double slope, double above, boolean lower) {
        double bend = lower ? above * (shapeLessX - slope) : above * (-shapeLessX - slope);
        double newton = lower ? -above / slope : above / slope;
        double correction = 1 - bend / (2 * slope);
        return correction > 0.5 && correction < 2 ? newton / correction : newton;
    }

    /** A first guess: Wilson & Hilferty's cube, or the least possible value where that is not above 0. */
    private static double start(double shape, double p, double least) {
        double root = 1 - 1 / (9 * shape) + Normal.quantile(p) / (3 * Math.sqrt(shape));
        return root > 0.2 ? shape * root * root * root : Math.exp(least);
    }

    private static void check(double shape, double scale, double x) {
        if (!(shape > 0 && shape <= LARGEST_SHAPE)) {
            throw new IllegalArgumentException("shape must be in (0, 1e10], was " + shape);
        }
        Require.positive("scale", scale);
        Require.finite("x", x);
    }
}
