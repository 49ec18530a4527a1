package io.posture.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Period over which demand is added up. Dates are local dates without a clock. */
public enum Bucket {
    /** One day. */
    DAY(1, "dayBuckets"),
    /** ISO week, from Monday. */
    WEEK(7, "weekBuckets"),
    /** Calendar month; 365/12 days where a rate is computed. */
    MONTH(365.0 / 12, "monthBuckets");

    private final double days;
    private final String figure;

    Bucket(double days, String figure) {
        this.days = days;
        this.figure = figure;
    }

    /** Length for rates, days. */
    public double days() {
        return days;
    }

    /** Name of the figure that counts buckets of this length. */
    String figure() {
        return figure;
    }

    /** First day of the bucket that holds a date. */
    public LocalDate startOf(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
        };
    }

    /** First day of the bucket after the one that starts on a date. */
    public LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusDays(7);
            case MONTH -> start.plusMonths(1);
        };
    }
}
