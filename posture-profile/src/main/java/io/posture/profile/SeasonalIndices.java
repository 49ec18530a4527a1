package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Sums;
import io.posture.spi.Doc;
import java.util.Arrays;
import java.util.List;

/** Share of each season's step in the average step. */
final class SeasonalIndices {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.seasonalIndices.1",
            "mean of each season / mean of the season means; whole cycles only",
            "DOMAIN A.5");

    private SeasonalIndices() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("values, each at least 0, not all 0 in the whole cycles, oldest first, at least m")
            List<Double> series,

            @Doc("length of a season in buckets, at least 1")
            int m) {

        Inputs {
            series = Series.notNegative("series", series);
            if (m < 1) {
                throw new IllegalArgumentException("m must be at least 1, was " + m);
            }
            Series.atLeast("series", series, m);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param indices index of each step of a season, 1 on average; the first belongs to the oldest value
     */
    record Result(List<Double> indices) {}

    /** The indices. */
    static Result of(Inputs inputs) {
        double[] indices = of(Series.array(inputs.series()), inputs.m());
        return new Result(Arrays.stream(indices).boxed().toList());
    }

    /**
     * The indices.
     *
     * @param series values of at least 0, oldest first, at least m of them
     * @param m length of a season in buckets, at least 1
     * @throws IllegalArgumentException if all values are 0
     */
    static double[] of(double[] series, int m) {
        int cycles = series.length / m;
        double[] means = new double[m];
        for (int i = 0; i < cycles * m; i++) {
            means[i % m] += series[i] / cycles;
        }
        double level = Sums.of(means) / m;
        if (!(level > 0)) {
            throw new IllegalArgumentException(
                    "series must hold a value above 0 in its whole cycles, its sum was " + level);
        }
        for (int i = 0; i < m; i++) {
            means[i] /= level;
        }
        return means;
    }
}
