package io.posture.resilience.stockpile;

import io.posture.numerics.Normal;
import io.posture.numerics.RandomStream;
import io.posture.numerics.Require;

/**
 * Lognormal lengths: most are short, a few very long.
 *
 * @param meanDays mean m, days, above 0
 * @param cv coefficient of variation, above 0
 */
record LognormalLength(double meanDays, double cv) implements DisruptionLength {

    // beyond it no length is likely and the moments leave the range of numbers
    private static final double MOST_CV = 1e6;

    LognormalLength {
        Require.positive("mean", meanDays);
        Require.positive("cv", cv);
        if (cv > MOST_CV) {
            throw new IllegalArgumentException("cv must be at most " + MOST_CV + ", was " + cv);
        }
    }

    /** s, the deviation of ln X. */
    private double deviation() {
        return Math.sqrt(Math.log1p(cv * cv));
    }

    /** {@code (mu - ln days) / s} with {@code mu = ln m - s^2 / 2}. */
    private double below(double days, double s) {
        return Math.log(meanDays / days) / s - s / 2;
    }

    @Override
    public double upper(double days) {
        return days == 0 ? 1 : Normal.cdf(below(days, deviation()));
    }

    // m Phi(k + s) - x Phi(k), k = (mu - ln x) / s
    @Override
    public double excess(double days) {
        if (days == 0) {
            return meanDays;
        }
        double s = deviation();
        double k = below(days, s);
        return Math.max(0, meanDays * Normal.cdf(k + s) - days * Normal.cdf(k));
    }

    // m^2 (1 + cv^2) Phi(k + 2 s) - 2 x m Phi(k + s) + x^2 Phi(k)
    @Override
    public double squaredExcess(double days) {
        double square = meanDays * meanDays * (1 + cv * cv);
        if (days == 0) {
            return square;
        }
        double s = deviation();
        double k = below(days, s);
        return Math.max(
                0,
                square * Normal.cdf(k + 2 * s) - 2 * days * meanDays * Normal.cdf(k + s) + days * days * Normal.cdf(k));
    }

    @Override
    public double coverDays(double tail) {
        if (tail >= 1) {
            return 0;
        }
        double s = deviation();
        return meanDays * Math.exp(-s * s / 2 - s * Normal.quantile(tail));
    }

    @Override
    public double draw(RandomStream random) {
        double s = deviation();
        return meanDays * StrictMath.exp(s * random.gaussian() - s * s / 2);
    }
}
