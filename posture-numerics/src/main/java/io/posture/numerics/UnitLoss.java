package io.posture.numerics;

import java.util.function.DoubleUnaryOperator;

/**
 * The unit loss of the standard normal distribution, {@code G(k) = E(Z - k)+ = phi(k) - k (1 - Phi(k))}: the expected
 * shortage of a cycle in standard deviations of the demand, with stock for the mean and k deviations. Relative error
 * below 1e-14 from minus infinity to k = 37; beyond 38 a double has no room for it and it is 0.
 */
public final class UnitLoss {

    /** From here on {@code 1 - k M(k)} would lose a digit, and the continued fraction is short. */
    private static final double TAIL = 4;

    private static final double FAR = 38;
    private static final double SMALL_STEP = 0.5;
    private static final int ROUNDS = 200;

    /** Newton's steps square their error: after one of this size the next would be below the last digit. */
    private static final double ENOUGH = 1e-9;

    /** Gauss and Legendre's rule of eight points: positive abscissae on [-1, 1], and weights. */
    private static final double[] POINTS = {
        0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975362
    };

    private static final double[] WEIGHTS = {
        0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626
    };

    private UnitLoss() {}

    /**
     * The unit loss.
     *
     * @param k standard deviations above the mean, finite
     * @throws IllegalArgumentException if k is NaN or infinite
     */
    public static double of(double k) {
        Require.finite("k", k);
        if (k < 0) {
            return upperSide(-k) - k;
        }
        return upperSide(k);
    }

    /**
     * The k whose unit loss is g.
     *
     * @param g unit loss, finite and above 0
     * @throws IllegalArgumentException if g is not above 0, or infinite
     */
    public static double inverse(double g) {
        Require.positive("g", g);
        if (g > FAR) {
            return -g;
        }
        return root(UnitLoss::of, Normal::upper, g, -g, FAR + 1, -g);
    }

    /**
     * The k with {@code G(k) - G(k + q) = loss}.
     *
     * @param loss above 0 and below q
     * @param q the lot in standard deviations, finite and above 0
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double inverseBetween(double loss, double q) {
        Require.positive("q", q);
        if (!(loss > 0 && loss < q)) {
            throw new IllegalArgumentException("loss must be in (0, q), was " + loss + " with q " + q);
        }
        // without the second term the shortage is larger and so is k
        double most = inverse(loss);
        return root(k -> between(k, q), k -> Normal.upper(k) - Normal.upper(k + q), loss, -q - FAR - 1, most, most);
    }

    /**
     * The root of {@code ln f = ln target} for a falling f with a concave logarithm: Newton's steps never pass it
     * twice, and the bracket takes care of rounding and of flat ends.
     *
     * @param slope minus the derivative of f
     */
    private static double root(
            DoubleUnaryOperator f, DoubleUnaryOperator slope, double target, double from, double to, double start) {
        double low = from;
        double high = to;
        double k = start;
        for (int round = 0; round < ROUNDS; round++) {
            double value = f.applyAsDouble(k);
            double above = Math.log(value / target);
            if (above >= 0) {
                low = k;
            } else {
                high = k;
            }
            double step = above * value / slope.applyAsDouble(k);
            double next = k + step;
            if (Math.abs(step) <= ENOUGH * Math.max(1, Math.abs(k))) {
                return next;
            }
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (next <= low || next >= high) {
                return next;
            }
            k = next;
        }
        return k;
    }

    /**
     * {@code G(k) - G(k + q)}: the shortage of a cycle, in standard deviations, that was not already short when the
     * lot before it came in; no digits cancel when q is small.
     *
     * @param k standard deviations above the mean, finite
     * @param q the lot in standard deviations, at least 0
     * @throws IllegalArgumentException if k is not finite or q is negative, NaN or infinite
     */
    public static double between(double k, double q) {
        Require.finite("k", k);
        Require.notNegative("q", q);
        if (q * Math.max(1, Math.abs(k)) <= SMALL_STEP) {
            return integral(k, q);
        }
        if (k + q <= 0) {
            return q - (upperSide(-k - q) - upperSide(-k));
        }
        if (k < 0) {
            return upperSide(-k) - upperSide(k + q) - k;
        }
        return upperSide(k) - upperSide(k + q);
    }

    private static double integral(double k, double q) {
        double middle = k + 0.5 * q;
        double half = 0.5 * q;
        double sum = 0;
        for (int i = 0; i < POINTS.length; i++) {
            sum += WEIGHTS[i] * (Normal.upper(middle - half * POINTS[i]) + Normal.upper(middle + half * POINTS[i]));
        }
        return half * sum;
    }

    private static double upperSide(double k) {
        if (k < TAIL) {
            return Normal.density(k) * (1 - k * Normal.mills(k));
        }
        if (k > FAR) {
            return 0;
        }
        // repeated integrals of the tail, n I(n) = I(n-2) - k I(n-1): the ratio I(n) / I(n-1) is
        // 1 / (k + (n+1) / (k + (n+2) / ...)), all terms positive (Abramowitz & Stegun 7.2.5; Gautschi 1961)
        double fraction = k;
        for (int n = (int) (4 + 115 / k + 190 / (k * k)); n >= 2; n--) {
            fraction = k + n / fraction;
        }
        return Normal.density(k) * Normal.mills(k) / fraction;
    }
}
