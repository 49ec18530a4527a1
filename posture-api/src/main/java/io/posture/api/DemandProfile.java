package io.posture.api;

import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What an item's demand looks like, computed once from its history; plugins read it and never derive it again.
 *
 * @param history demand in buckets, the cut first and last ones left out
 * @param demandClass pattern of the stable stretches, on {@link #history}'s bucket; of a new item that of its analogue
 * @param meanPerDay mean demand of the stable stretches, pieces a day, at least 0; estimated where stock-outs hid a part, borrowed
 *     where there is an analogue
 * @param sdPerDay sample standard deviation of daily demand within the stable stretches, pieces; estimated or borrowed likewise;
 *     empty with fewer than two buckets
 * @param adi average interval between buckets with demand, buckets; empty without demand
 * @param squaredCv squared coefficient of variation of the non-zero buckets; empty with fewer than two of them
 * @param maxPerDay largest bucket of the stable stretches as a daily rate, pieces a day
 * @param months number of full months in the window that no disrupted stretch touches
 * @param monthlyCv coefficient of variation of demand in those months, with the season taken out if there is one; empty with fewer
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

    /**
     * Mean demand as an explained figure, pieces a day. It says whether the number is that of the buckets, of their stable
     * stretches, an estimate of what stock-outs hid, or another item's; warnings about the history hang below it.
     */
    public Figure meanPerDayFigure() {
        return new DemandReasons(this).mean();
    }

    /**
     * Deviation of daily demand as an explained figure, pieces a day, from where the mean is from.
     *
     * @throws java.util.NoSuchElementException if {@link #sdPerDay} is empty
     */
    public Figure sdPerDayFigure() {
        return new DemandReasons(this).deviation();
    }

    /** Whether there is a rate to size with: a history of its own, or one that stands in for it. */
    public boolean hasRate() {
        return history.length() > 0 || signals.analogue().isPresent();
    }

    /**
     * Demand of the buckets in stable stretches, oldest first, which is what to draw from when demand is sampled; all buckets if
     * none is disrupted, or every one. Where stock-outs hid demand it is what was sold.
     */
    public double[] stablePieces() {
        double[] all = history.toArray();
        double[] stable = new double[all.length];
        int from = 0;
        int count = 0;
        for (Stretch stretch : signals.stretches().list()) {
            if (stretch.regime() == Regime.STABLE) {
                System.arraycopy(all, from, stable, count, stretch.buckets());
                count += stretch.buckets();
            }
            from += stretch.buckets();
        }
        return count == 0 ? all : Arrays.copyOf(stable, count);
    }

    /** Returned over issued pieces of the window; empty without issues. */
    public OptionalDouble returnRate() {
        double issued = 0;
        for (int i = 0; i < history.length(); i++) {
            issued += history.pieces(i);
        }
        return issued > 0 ? OptionalDouble.of(returnedPieces / issued) : OptionalDouble.empty();
    }

    /** Demand of a year at the mean rate, pieces. */
    public double perYear() {
        return meanPerDay * DAYS_PER_YEAR;
    }

    /** Number of buckets of the history as an explained figure with the rows it was read from. */
    public Figure bucketsFigure() {
        return Figure.of(
                history.bucket().figure(),
                history.length(),
                Unit.COUNT,
                new Origin.Input("demand.quantity", rows.toString()));
    }
}
