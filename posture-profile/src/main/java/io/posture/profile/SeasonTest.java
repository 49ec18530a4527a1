package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Sums;
import io.posture.spi.Doc;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Looks for a season: autocorrelation of the linearly detrended series at the length of the season. */
final class SeasonTest {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.seasonalTest.1",
            "r_m > 1.645 sqrt((1 + 2 sum of r_k^2, k < m) / n), r_k of the detrended series; needs n >= 2m",
            "Assimakopoulos & Nikolopoulos 2000; Bartlett 1946");

    private static final double QUANTILE_95 = 1.645;

    /** Share of the sum of squares below which what is left beside the line is rounding. */
    private static final double NOTHING_LEFT = 1e-12;

    private static final Result NOT_TESTABLE = new Result(OptionalDouble.empty(), OptionalDouble.empty(), false);

    private SeasonTest() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("values, finite, oldest first") List<Double> series,

            @Doc("length of a season in buckets, at least 1")
            int m) {

        Inputs {
            series = Series.finite("series", series);
            if (m < 1) {
                throw new IllegalArgumentException("m must be at least 1, was " + m);
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param rm autocorrelation at lag m; absent with fewer than two seasons or nothing beside a line
     * @param limit value that it must exceed; absent likewise
     * @param seasonal whether it does
     */
    record Result(OptionalDouble rm, OptionalDouble limit, boolean seasonal) {}

    /** The test. */
    static Result of(Inputs inputs) {
        return of(Series.array(inputs.series()), inputs.m());
    }

    /**
     * The test.
     *
     * @param series values, finite, oldest first
     * @param m length of a season in buckets, at least 1
     */
    static Result of(double[] series, int m) {
        int n = series.length;
        if (n < 2L * m) {
            return NOT_TESTABLE;
        }
        double[] rest = detrended(series);
        double squares = sumOfSquares(rest);
        if (squares <= NOTHING_LEFT * Math.max(1, sumOfSquares(series))) {
            return NOT_TESTABLE;
        }
        double shorter = 0;
        for (int lag = 1; lag < m; lag++) {
            double r = autocorrelation(rest, squares, lag);
            shorter += r * r;
        }
        double atSeason = autocorrelation(rest, squares, m);
        double limit = QUANTILE_95 * Math.sqrt((1 + 2 * shorter) / n);
        return new Result(OptionalDouble.of(atSeason), OptionalDouble.of(limit), atSeason > limit);
    }

    /**
     * Autocorrelation of a series at a lag; empty for a constant or a single value.
     *
     * @param series values, finite
     * @param lag buckets, at least 1
     */
    static OptionalDouble autocorrelation(double[] series, int lag) {
        double mean = Sums.of(series) / series.length;
        double[] deviations = Arrays.stream(series).map(value -> value - mean).toArray();
        double squares = sumOfSquares(deviations);
        return squares <= NOTHING_LEFT * Math.max(1, sumOfSquares(series))
                ? OptionalDouble.empty()
                : OptionalDouble.of(autocorrelation(deviations, squares, lag));
    }

    /**
     * The series without its season: every value divided by its seasonal index. A season without any demand says nothing and
     * is left out.
     *
     * @param series values of at least 0, oldest first, at least m of them
     * @param m length of a season in buckets
     */
    static double[] deseasonalised(double[] series, int m) {
        double[] indices = SeasonalIndices.of(series, m);
        double[] without = new double[series.length];
        int kept = 0;
        for (int i = 0; i < series.length; i++) {
            if (indices[i % m] > 0) {
                without[kept++] = series[i] / indices[i % m];
            }
        }
        return Arrays.copyOf(without, kept);
    }

    /** What a least-squares line leaves. */
    private static double[] detrended(double[] series) {
        int n = series.length;
        double middle = (n - 1) / 2.0;
        double mean = Sums.of(series) / n;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            products += (i - middle) * (series[i] - mean);
            squares += (i - middle) * (i - middle);
        }
        double slope = products / squares;
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = series[i] - mean - slope * (i - middle);
        }
        return rest;
    }

    private static double autocorrelation(double[] deviations, double squares, int lag) {
        double products = 0;
        for (int i = lag; i < deviations.length; i++) {
            products += deviations[i] * deviations[i - lag];
        }
        return products / squares;
    }

    private static double sumOfSquares(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return squares;
    }
}
