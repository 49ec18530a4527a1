package io.posture.profile;

import io.posture.numerics.Moments;
import java.util.Arrays;
import java.util.List;

/**
 * What a pool says of a lead time in it.
 *
 * @param pool name of the pool
 * @param mean mean, days
 * @param within variance within groups, days squared
 * @param between variance between groups, days squared
 */
record LeadTimeParameters(String pool, double mean, double within, double between) {

    /** Coefficient of variation where none can be seen. */
    static final double ASSUMED_CV = 0.30;

    /**
     * Parameters of a pool.
     *
     * <p>By random effects where the pool shows both variances. With one line in every group they cannot be told apart: all
     * of what is seen counts as variance within, so that a single own line is not believed. With one group nothing is seen
     * of other groups: the variance between is taken so large that the coefficient of variation of the next group is at
     * least 0.30.
     *
     * @param pool name of the pool
     * @param groups groups with two lines or more in all, none empty; days
     */
    static LeadTimeParameters of(String pool, List<double[]> groups) {
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        Moments moments = Moments.of(all);
        double mean = moments.mean().orElseThrow();
        double variance = square(moments.sd().orElseThrow());
        if (groups.size() == 1) {
            return new LeadTimeParameters(pool, mean, variance, Math.max(0, square(ASSUMED_CV * mean) - variance));
        }
        if (groups.size() == all.length) {
            return new LeadTimeParameters(pool, mean, variance, 0);
        }
        LeadTimePool.Result effects = LeadTimePool.of(groups);
        return new LeadTimeParameters(pool, effects.poolMean(), effects.withinVar(), effects.tau2());
    }

    /** Stand-in where no pool is large enough: the own mean, with the deviation of a coefficient of variation of 0.30. */
    static LeadTimeParameters assumed(double ownMean) {
        return new LeadTimeParameters("own", ownMean, square(ASSUMED_CV * ownMean), 0);
    }

    private static double square(double x) {
        return x * x;
    }
}
