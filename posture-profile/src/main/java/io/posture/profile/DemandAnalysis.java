package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.Censoring;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.DemandSignals;
import io.posture.api.Outlier;
import io.posture.api.Regime;
import io.posture.api.RowRefs;
import io.posture.api.Season;
import io.posture.api.Stretches;
import io.posture.api.Trend;
import io.posture.numerics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a history of demand in buckets shows, the same that {@link PopulationBuilder} finds in the rows of a run; for embedders
 * that have buckets already. Stateless.
 */
public final class DemandAnalysis {

    private static final int DAYS_PER_YEAR = 365;
    private static final int TREND_FROM = 8;
    private static final double TREND_P = 0.05;
    private static final double TREND_SHARE_PER_YEAR = 0.10;

    private final DemandBuckets buckets;
    private final Optional<Season> season;
    private final List<Outlier> outliers;
    private final double[] steady;
    private final Stretching split;
    private final Stretches stretches;
    private final double[] stable;
    private final Optional<Censoring> censoring;
    private final DemandPattern.Result pattern;

    /** Analyses one item; its series has outliers cut already if the settings ask for it. */
    private DemandAnalysis(DemandBuckets buckets, List<Outlier> outliers, List<Period> periods) {
        this.buckets = buckets;
        this.outliers = outliers;
        BucketSpan span = buckets.span();
        double[] series = buckets.series();
        this.season = SeasonFinder.find(buckets.monthSpan(), buckets.months());
        this.steady = season.isPresent() ? SeasonFinder.without(season.get(), span, series) : series;
        DemandPattern.Result whole = DemandPattern.of(series);
        Stretching cut = StretchFinder.cut(span, steady, whole.demandClass(), periods);
        this.stretches = stretches(cut, whole, periods);
        // a history that is disrupted from end to end has no other figures than those
        this.split = cut.has(Regime.STABLE) ? cut : Stretching.whole(series.length);
        this.stable = split.of(series, Regime.STABLE);
        double[] shares = buckets.inStockShares();
        double[] stableShares = shares.length == 0 ? shares : split.of(shares, Regime.STABLE);
        this.censoring = shares.length == 0
                ? Optional.empty()
                : CensoredDemand.of(stable, stableShares, span.bucket().days());
        this.pattern = censoring.isPresent()
                ? CensoredDemand.pattern(stable, stableShares)
                : stable.length == series.length ? whole : DemandPattern.of(stable);
    }

    /**
     * The profile of a history. Issues of the last year and the days since the last one are as exact as the buckets; returns and
     * rows are none.
     *
     * @param history demand per bucket
     * @param months the same demand per calendar month; as far as it goes it may begin earlier
     * @param settings windows of the user, and whether outliers are cut
     * @throws IllegalArgumentException if the months are not in buckets of a month
     */
    public static DemandProfile profile(DemandHistory history, DemandHistory months, ProfileSettings settings) {
        if (months.bucket() != Bucket.MONTH) {
            throw new IllegalArgumentException("months must be in buckets of a MONTH, were of a " + months.bucket());
        }
        double[] series = history.toArray();
        BucketSpan span = spanOf(history);
        double issued = 0;
        int last = -1;
        for (int i = 0; i < series.length; i++) {
            issued += (series.length - i) * span.bucket().days() <= DAYS_PER_YEAR ? series[i] : 0;
            last = series[i] > 0 ? i : last;
        }
        OptionalInt since = last < 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(span.start(series.length).toEpochDay()
                        - span.start(last + 1).toEpochDay()));
        DemandBuckets buckets = new DemandBuckets(span, series, spanOf(months), months.toArray(), new double[0]);
        List<Outlier> outliers = outliers(history);
        DemandAnalysis analysis = of(buckets, outliers, settings);
        return analysis.profile(
                DemandHistory.of(span.first(), span.bucket(), analysis.series()),
                new Ledger(issued, since, 0, RowRefs.NONE));
    }

    /**
     * Buckets far outside the others.
     *
     * @param history demand per bucket
     */
    public static List<Outlier> outliers(DemandHistory history) {
        return outliers(spanOf(history), history.toArray());
    }

    /**
     * The season of a year; empty if there is none or fewer than two years to look at.
     *
     * @param months demand per calendar month
     */
    public static Optional<Season> season(DemandHistory months) {
        return SeasonFinder.find(spanOf(months), months.toArray());
    }

    /**
     * The monotonic trend; empty with fewer than 8 values.
     *
     * @param series values, finite, oldest first
     * @param perYear values in a year, above 0
     */
    public static Optional<Trend> trend(double[] series, double perYear) {
        if (series.length < TREND_FROM) {
            return Optional.empty();
        }
        MannKendall.Result result = MannKendall.of(series);
        double mean = Moments.of(series).mean().orElseThrow();
        boolean flagged = result.p() < TREND_P
                && mean > 0
                && Math.abs(result.senSlope() * perYear) >= TREND_SHARE_PER_YEAR * mean;
        return Optional.of(new Trend(result.z(), result.p(), result.senSlope(), flagged));
    }

    /**
     * Index, from 0, of the first value of every stretch but the first, ascending; a stretch has 8 values or more.
     *
     * @param series values, finite, oldest first
     */
    public static List<Integer> changePoints(double[] series) {
        return ChangePoints.of(series, ChangePoints.MIN_SEGMENT);
    }

    /** Analyses one item. */
    static DemandAnalysis of(DemandBuckets buckets, List<Outlier> outliers, ProfileSettings settings) {
        DemandBuckets looked = settings.winsorise() && !outliers.isEmpty()
                ? buckets.with(winsorised(buckets.span(), buckets.series(), outliers))
                : buckets;
        return new DemandAnalysis(looked, outliers, settings.periods());
    }

    static List<Outlier> outliers(BucketSpan span, double[] series) {
        Outliers.Result result = Outliers.of(series);
        List<Outlier> outliers = new ArrayList<>(result.flagged().size());
        for (int i = 0; i < result.flagged().size(); i++) {
            int index = result.flagged().get(i);
            outliers.add(new Outlier(
                    span.start(index), series[index], result.winsorised().get(i)));
        }
        return outliers;
    }

    private static double[] winsorised(BucketSpan span, double[] series, List<Outlier> outliers) {
        double[] cut = series.clone();
        outliers.forEach(
                outlier -> cut[span.indexOf(Math.toIntExact(outlier.bucket().toEpochDay()))] = outlier.winsorised());
        return cut;
    }

    private static BucketSpan spanOf(DemandHistory history) {
        return new BucketSpan(history.bucket(), history.firstBucket(), history.length());
    }

    /**
     * What the rows say beside the buckets.
     *
     * @param annualIssues pieces issued in the last 365 days
     * @param daysSinceLastIssue days from the last issue to the run's date; empty if there never was one
     * @param returnedPieces pieces that came back
     * @param rows rows that the history was read from
     */
    record Ledger(double annualIssues, OptionalInt daysSinceLastIssue, double returnedPieces, RowRefs rows) {}

    /** The series that the figures are of. */
    double[] series() {
        return buckets.series();
    }

    /** The buckets of stable stretches. */
    double[] stable() {
        return stable.clone();
    }

    /** The profile; its history holds {@link #series}. */
    DemandProfile profile(DemandHistory history, Ledger ledger) {
        double days = buckets.span().bucket().days();
        double[] series = buckets.series();
        OptionalDouble bucketSd = split.sd(series, Regime.STABLE);
        DemandStatistics.DayMoments observed = DemandStatistics.perDay(new DemandStatistics.BucketMoments(
                split.mean(series, Regime.STABLE).orElse(0), bucketSd.orElse(0), days));
        OptionalDouble estimate = censoring.map(Censoring::meanPerDay).orElse(OptionalDouble.empty());
        OptionalDouble sd = estimate.isPresent()
                ? censoring.orElseThrow().sdPerDay()
                : bucketSd.isPresent() ? OptionalDouble.of(observed.sdDay()) : OptionalDouble.empty();
        double[] steadyMonths = steadyMonths();
        return new DemandProfile(
                history,
                pattern.demandClass(),
                estimate.orElse(observed.meanDay()),
                sd,
                pattern.adi(),
                pattern.cv2(),
                Arrays.stream(stable).max().orElse(0) / days,
                steadyMonths.length,
                Moments.of(steadyMonths).cv(),
                season.isPresent(),
                ledger.annualIssues(),
                ledger.daysSinceLastIssue(),
                ledger.returnedPieces(),
                ledger.rows(),
                new DemandSignals(
                        trend(steady, DAYS_PER_YEAR / days), season, outliers, stretches, censoring, Optional.empty()));
    }

    private Stretches stretches(Stretching cut, DemandPattern.Result whole, List<Period> periods) {
        BucketSpan span = buckets.span();
        boolean byUser = StretchFinder.byUser(span, periods);
        if (byUser || whole.demandClass() == DemandClass.SMOOTH) {
            return StretchFinder.describe(span, buckets.series(), cut, byUser);
        }
        return StretchFinder.suspectedShift(span, steady)
                .map(day -> new Stretches(List.of(), false, false, Optional.of(day), Optional.empty()))
                .orElse(Stretches.NONE);
    }

    /** Months without their season, those that touch a disrupted stretch left out. */
    private double[] steadyMonths() {
        BucketSpan span = buckets.monthSpan();
        double[] months =
                season.isPresent() ? SeasonFinder.without(season.get(), span, buckets.months()) : buckets.months();
        if (!split.has(Regime.DISRUPTED)) {
            return months;
        }
        double[] kept = new double[months.length];
        int count = 0;
        for (int i = 0; i < months.length; i++) {
            int month = i;
            if (stretches.list().stream()
                    .noneMatch(stretch -> stretch.regime() == Regime.DISRUPTED
                            && !stretch.from().isAfter(span.end(month))
                            && !stretch.to().isBefore(span.start(month)))) {
                kept[count++] = months[i];
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
