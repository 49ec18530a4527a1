package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Moments;
import io.posture.numerics.Quantiles;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;

/** Describes lead times of closed lines. */
final class LeadTimeStatistics {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "supply.leadTimeStats.1",
            "mean, sample sd (n - 1), sd / mean, quantiles of type 7",
            "DOMAIN B.1; Hyndman & Fan 1996");

    private LeadTimeStatistics() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("lead times of closed lines, days, each at least 0")
            List<Double> days) {

        Inputs {
            days = Series.notNegative("days", days);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param n number of lines
     * @param mean mean, days; absent for none
     * @param sd sample standard deviation, days; absent for fewer than two
     * @param cv sd / mean; absent without a deviation or a mean above 0
     * @param p50 median, days; absent for none
     * @param p90 90 % quantile, days; absent for none
     * @param p95 95 % quantile, days; absent for none
     */
    record Result(
            int n,
            OptionalDouble mean,
            OptionalDouble sd,
            OptionalDouble cv,
            OptionalDouble p50,
            OptionalDouble p90,
            OptionalDouble p95) {}

    /** Description of lead times. */
    static Result of(Inputs inputs) {
        double[] days = Series.array(inputs.days());
        Moments moments = Moments.of(days);
        return new Result(
                moments.n(),
                moments.mean(),
                moments.sd(),
                moments.cv(),
                quantile(days, 0.50),
                quantile(days, 0.90),
                quantile(days, 0.95));
    }

    private static OptionalDouble quantile(double[] days, double p) {
        return days.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.describing(days, p));
    }
}
