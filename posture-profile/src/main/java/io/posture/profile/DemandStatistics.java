package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Moments;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;

/** Mean and deviation of demand, per bucket and per day. */
final class DemandStatistics {

    static final Origin.Formula FORMULA =
            new Origin.Formula("demand.stats.1", "mean, sample sd (n - 1), sd / mean", "DOMAIN A.2");
    static final Origin.Formula SCALE = new Origin.Formula(
            "demand.scale.1", "mean / days per bucket, sd / sqrt(days per bucket); independent days", "DOMAIN A.2");

    private DemandStatistics() {}

    /** Inputs of the calculation. */
    record Inputs(@Doc("values, finite; may be empty") List<Double> series) {

        Inputs {
            series = Series.finite("series", series);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param n number of values
     * @param mean their mean; absent for none
     * @param sd sample standard deviation; absent for fewer than two
     * @param cv sd / mean; absent without a deviation or a mean above 0
     */
    record Result(int n, OptionalDouble mean, OptionalDouble sd, OptionalDouble cv) {}

    /** Moments of a series. */
    static Result of(Inputs inputs) {
        Moments moments = Moments.of(Series.array(inputs.series()));
        return new Result(moments.n(), moments.mean(), moments.sd(), moments.cv());
    }

    /** Inputs of the step from buckets to days. */
    record BucketMoments(
            @Doc("mean per bucket, pieces, at least 0") double meanBucket,

            @Doc("standard deviation per bucket, pieces, at least 0")
            double sdBucket,

            @Doc("days per bucket, above 0; a month has 365/12")
            double daysPerBucket) {

        BucketMoments {
            Require.notNegative("meanBucket", meanBucket);
            Require.notNegative("sdBucket", sdBucket);
            Require.positive("daysPerBucket", daysPerBucket);
        }
    }

    /**
     * Result of the step from buckets to days.
     *
     * @param meanDay mean per day, pieces
     * @param sdDay standard deviation per day, pieces
     */
    record DayMoments(double meanDay, double sdDay) {}

    /** Moments per day, days taken as independent. */
    static DayMoments perDay(BucketMoments inputs) {
        return new DayMoments(
                inputs.meanBucket() / inputs.daysPerBucket(), inputs.sdBucket() / Math.sqrt(inputs.daysPerBucket()));
    }
}
