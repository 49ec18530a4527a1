package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Lead time from few lines: own mean and variance drawn towards those of a pool. */
final class LeadTimeShrinkage {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "supply.leadTimeShrink.1",
            "B x + (1 - B) mu, B = tau2 / (tau2 + s0^2 / n); sqrt((nu0 s0^2 + (n - 1) s^2) / (nu0 + n - 1) + tau2 (1 - B))",
            "Efron & Morris 1975; Gelman et al., BDA3 ch. 5; Smyth 2004");

    private LeadTimeShrinkage() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("own lines, at least 0") int n,

            @Doc("mean of the own lines, days, at least 0; not read for n = 0")
            double mean,

            @Doc("sample variance of the own lines, days squared, at least 0; not read for n < 2")
            double variance,

            @Doc("mean of the pool, days, at least 0") double poolMean,

            @Doc("variance within groups of the pool, days squared, at least 0")
            double withinVar,

            @Doc("variance between groups of the pool, days squared, at least 0")
            double tau2,

            @Doc("lines that the pool's variance is worth, at least 0")
            double nu0) {

        Inputs {
            if (n < 0) {
                throw new IllegalArgumentException("n must be at least 0, was " + n);
            }
            Require.notNegative("mean", mean);
            Require.notNegative("variance", variance);
            Require.notNegative("poolMean", poolMean);
            Require.notNegative("withinVar", withinVar);
            Require.notNegative("tau2", tau2);
            Require.notNegative("nu0", nu0);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param weight weight B of the own mean, 0 to 1
     * @param mean estimate of the mean, days
     * @param variance estimate of the variance within the group, days squared
     * @param predictiveSd standard deviation of the next lead time, days
     */
    record Result(double weight, double mean, double variance, double predictiveSd) {}

    /** Shrunk lead time. */
    static Result of(Inputs inputs) {
        int n = inputs.n();
        double within = inputs.withinVar();
        double between = inputs.tau2();
        double weight = n > 0 && between + within > 0 ? between / (between + within / n) : 0;
        double mean = n > 0 ? weight * inputs.mean() + (1 - weight) * inputs.poolMean() : inputs.poolMean();
        double degrees = inputs.nu0() + n - 1;
        double variance = n > 1 ? (inputs.nu0() * within + (n - 1) * inputs.variance()) / degrees : within;
        return new Result(weight, mean, variance, Math.sqrt(variance + between * (1 - weight)));
    }
}
