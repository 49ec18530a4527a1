package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Moments;
import io.posture.numerics.Sums;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.List;

/** What a pool of item-supplier groups knows of lead times: how groups differ, and how lines within a group differ. */
final class LeadTimePool {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "supply.poolLeadTime.1",
            "one-way random effects by moments: s0^2 within, tau2 = max(0, (MSB - s0^2) / nc), mean weighted 1 / (tau2 + s0^2 / n)",
            "Searle, Casella & McCulloch 1992");

    private LeadTimePool() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("lead times in days by group: two or more groups, none empty, one of them with two lines")
            List<List<Double>> groups) {

        Inputs {
            List<List<Double>> copy = new ArrayList<>(groups.size());
            int lines = 0;
            for (int i = 0; i < groups.size(); i++) {
                List<Double> group = Series.notNegative("groups[" + i + "]", groups.get(i));
                if (group.isEmpty()) {
                    throw new IllegalArgumentException("groups[" + i + "] must hold at least one lead time, was empty");
                }
                lines += group.size();
                copy.add(group);
            }
            if (copy.size() < 2 || lines == copy.size()) {
                throw new IllegalArgumentException("groups must be two or more, one of them with two lines, were "
                        + copy.size() + " with " + lines + " lines");
            }
            groups = List.copyOf(copy);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param withinVar variance within groups, days squared
     * @param tau2 variance between groups, days squared
     * @param poolMean mean, days
     */
    record Result(double withinVar, double tau2, double poolMean) {}

    /** Parameters of a pool. */
    static Result of(Inputs inputs) {
        return of(inputs.groups().stream().map(Series::array).toList());
    }

    /**
     * Parameters of a pool.
     *
     * @param groups two or more, none empty, one of them with two lines; days, each at least 0
     */
    static Result of(List<double[]> groups) {
        int count = groups.size();
        double[] sizes = new double[count];
        double[] means = new double[count];
        double[] totals = new double[count];
        double[] squaredSizes = new double[count];
        double[] squaresWithin = new double[count];
        for (int i = 0; i < count; i++) {
            Moments moments = Moments.of(groups.get(i));
            double sd = moments.sd().orElse(0);
            sizes[i] = moments.n();
            means[i] = moments.mean().orElseThrow();
            totals[i] = sizes[i] * means[i];
            squaredSizes[i] = sizes[i] * sizes[i];
            squaresWithin[i] = (sizes[i] - 1) * sd * sd;
        }
        double lines = Sums.of(sizes);
        double within = Sums.of(squaresWithin) / (lines - count);
        double grandMean = Sums.of(totals) / lines;
        double[] squaresBetween = new double[count];
        for (int i = 0; i < count; i++) {
            squaresBetween[i] = sizes[i] * (means[i] - grandMean) * (means[i] - grandMean);
        }
        double meanSquareBetween = Sums.of(squaresBetween) / (count - 1);
        double typicalSize = (lines - Sums.of(squaredSizes) / lines) / (count - 1);
        double between = Math.max(0, (meanSquareBetween - within) / typicalSize);
        return new Result(within, between, weightedMean(means, sizes, within, between));
    }

    private static double weightedMean(double[] means, double[] sizes, double within, double between) {
        double[] weights = new double[means.length];
        double[] weighted = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            double variance = between + within / sizes[i];
            weights[i] = variance > 0 ? 1 / variance : 1;
            weighted[i] = weights[i] * means[i];
        }
        return Sums.of(weighted) / Sums.of(weights);
    }
}
