package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.spi.Doc;
import java.util.Arrays;
import java.util.List;

/** Looks for a monotonic trend: Mann-Kendall test with ties, and the Theil-Sen slope. */
final class MannKendall {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.mannKendall.1",
            "S = sum of sign(x_j - x_i), i < j; Var = [n(n-1)(2n+5) - sum of t(t-1)(2t+5)] / 18 over ties t;"
                    + " z = (S - sign S) / sqrt(Var); slope = median of (x_j - x_i) / (j - i)",
            "Mann 1945; Kendall 1975; Sen 1968");

    private static final double VARIANCE_PARTS = 18;

    private MannKendall() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("values, finite, oldest first, at least 2") List<Double> series) {

        Inputs {
            series = Series.finite("series", series);
            Series.atLeast("series", series, 2);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param s pairs that rise less pairs that fall
     * @param varS its variance without a trend
     * @param z standardised with continuity correction; 0 for a constant
     * @param p two-sided
     * @param senSlope median slope of all pairs, per step
     */
    record Result(double s, double varS, double z, double p, double senSlope) {}

    /** The test. */
    static Result of(Inputs inputs) {
        return of(Series.array(inputs.series()));
    }

    /**
     * The test.
     *
     * @param series values, finite, oldest first, at least 2
     */
    static Result of(double[] series) {
        double s = risesLessFalls(series);
        double variance = variance(series);
        double z = s == 0 || variance == 0 ? 0 : (s - Math.signum(s)) / Math.sqrt(variance);
        return new Result(s, variance, z, 2 * Normal.upper(Math.abs(z)), MedianSlope.of(series));
    }

    private static double risesLessFalls(double[] series) {
        long s = 0;
        for (int lag = 1; lag < series.length; lag++) {
            int balance = 0;
            for (int i = lag; i < series.length; i++) {
                double earlier = series[i - lag];
                double later = series[i];
                balance += (later > earlier ? 1 : 0) - (later < earlier ? 1 : 0);
            }
            s += balance;
        }
        return s;
    }

    private static double variance(double[] series) {
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double parts = part(n);
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            // == and not compare(): 0.0 and -0.0 are tied
            if (i == sorted.length || sorted[i] != sorted[start]) {
                parts -= part(i - start);
                start = i;
            }
        }
        return parts / VARIANCE_PARTS;
    }

    private static double part(double n) {
        return n * (n - 1) * (2 * n + 5);
    }
}
