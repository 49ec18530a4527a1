package io.posture.api;

import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What an item's demand looks like, computed once from its history; plugins read it and never derive it again.
 *
 * @param history demand in buckets, the cut first and last ones left out
 * @param demandClass pattern, on {@link #history}'s bucket
 * @param meanPerDay mean demand, pieces a day, at least 0
 * @param sdPerDay sample standard deviation of daily demand, pieces; empty with fewer than two buckets
 * @param adi average interval between buckets with demand, buckets; empty without demand
 * @param squaredCv squared coefficient of variation of the non-zero buckets; empty with fewer than two of them
 * @param maxPerDay largest bucket as a daily rate, pieces a day
 * @param months number of full months in the window
 * @param monthlyCv coefficient of variation of monthly demand, with the season taken out if there is one; empty with fewer
 *     than two months or no demand
 * @param seasonal whether a season was found; false also when there are fewer than two seasons to look at
 * @param annualIssues pieces issued in the 365 days up to the run's date
 * @param daysSinceLastIssue days from the last issue to the run's date; empty if there never was one
 * @param returnedPieces pieces that came back in the window, left out of demand
 * @param rows the rows the history was read from
 * @param signals trend, season, outliers, stretches and what stock-outs hid; the mean and deviation above are those of the
 *     stable stretches
 */
public record DemandProfile(
        DemandHistory history,
        DemandClass demandClass,
        double meanPerDay,
        OptionalDouble sdPerDay,
        OptionalDouble adi,
        OptionalDouble squaredCv,
        double maxPerDay,
        int months,
        OptionalDouble monthlyCv,
        boolean seasonal,
        double annualIssues,
        OptionalInt daysSinceLastIssue,
        double returnedPieces,
        RowRefs rows,
        DemandSignals signals) {

    private static final double DAYS_PER_YEAR = 365;
    private static final Origin.Formula MEAN =
            new Origin.Formula("demand.scale.1", "mean of the buckets / days per bucket", "DOMAIN A.2");
    private static final Origin.Formula DEVIATION = new Origin.Formula(
            "demand.scale.1", "sd of the buckets / sqrt(days per bucket), independent days", "DOMAIN A.2");

    /** A profile whose history shows nothing beyond its moments. */
    public DemandProfile(
            DemandHistory history,
            DemandClass demandClass,
            double meanPerDay,
            OptionalDouble sdPerDay,
            OptionalDouble adi,
            OptionalDouble squaredCv,
            double maxPerDay,
            int months,
            OptionalDouble monthlyCv,
            boolean seasonal,
            double annualIssues,
            OptionalInt daysSinceLastIssue,
            double returnedPieces,
            RowRefs rows) {
        this(
                history,
                demandClass,
                meanPerDay,
                sdPerDay,
                adi,
                squaredCv,
                maxPerDay,
                months,
                monthlyCv,
                seasonal,
                annualIssues,
                daysSinceLastIssue,
                returnedPieces,
                rows,
                DemandSignals.NONE);
    }

    /** Mean demand as an explained figure, pieces a day. */
    public Figure meanPerDayFigure() {
        return Figure.of("demandPerDay", meanPerDay, Unit.PIECES_PER_DAY, MEAN, bucketsFigure());
    }

    /**
     * Deviation of daily demand as an explained figure, pieces a day.
     *
     * @throws java.util.NoSuchElementException if {@link #sdPerDay} is empty
     */
    public Figure sdPerDayFigure() {
        return Figure.of("demandSdPerDay", sdPerDay.orElseThrow(), Unit.PIECES_PER_DAY, DEVIATION, bucketsFigure());
    }

    /** Demand of a year at the mean rate, pieces. */
    public double perYear() {
        return meanPerDay * DAYS_PER_YEAR;
    }

    /** Number of buckets of the history as an explained figure with the rows it was read from. */
    public Figure bucketsFigure() {
        return Figure.of(
                history.bucket().name().toLowerCase(Locale.ROOT) + "Buckets",
                history.length(),
                Unit.COUNT,
                new Origin.Input("demand.quantity", rows.toString()));
    }
}
