package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.numerics.Moments;
import io.posture.profile.DemandStatistics.BucketMoments;
import io.posture.profile.DemandStatistics.DayMoments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Turns demand lines into demand profiles. All histories are windows on one array. */
final class DemandProfiler {

    private static final int DAYS_PER_YEAR = 365;
    private static final int MONTHS_PER_YEAR = 12;
    private static final int NEW_BELOW_BUCKETS = 8;
    private static final double CORRELATED = 0.3;

    private final List<Item> items;
    private final DemandLines lines;
    private final DemandLines.ByItem byItem;
    private final List<Optional<Introduction>> introductions = new ArrayList<>();
    private final Window window;
    private final AssumptionLog log;
    private final String source;

    DemandProfiler(List<Item> items, DemandLines lines, Window window, AssumptionLog log, String source) {
        this.items = items;
        this.lines = lines;
        this.byItem = lines.byItem(items.size(), window.lastDay());
        this.window = window;
        this.log = log;
        this.source = source;
        for (int item = 0; item < items.size(); item++) {
            introductions.add(introduction(item));
        }
    }

    /** The profile of every item, in the order of the items. */
    List<DemandProfile> profiles() {
        List<BucketSpan> spans = new ArrayList<>(items.size());
        int buckets = 0;
        for (int item = 0; item < items.size(); item++) {
            BucketSpan span = span(bucket(item), item);
            spans.add(span);
            buckets = Math.addExact(buckets, span.count());
        }
        double[] shared = new double[buckets];
        List<DemandProfile> profiles = new ArrayList<>(items.size());
        int at = 0;
        for (int item = 0; item < items.size(); item++) {
            profiles.add(profile(item, spans.get(item), shared, at));
            at += spans.get(item).count();
        }
        return profiles;
    }

    /** Whether an item has too few full buckets since its introduction to be decided from its own history. */
    boolean isNew(int item) {
        Bucket bucket = bucket(item);
        return introductions
                .get(item)
                .map(introduction -> BucketSpan.within(bucket, introduction.within(bucket), window.asOf()))
                .map(sinceThen -> sinceThen.count() < NEW_BELOW_BUCKETS)
                .orElse(true);
    }

    private DemandProfile profile(int item, BucketSpan span, double[] shared, int at) {
        DemandLines.OfItem own = byItem.of(item);
        own.addIssues(span, shared, at);
        double[] series = Arrays.copyOfRange(shared, at, at + span.count());
        double[] months = months(own, item);
        boolean seasonal = SeasonTest.of(months, MONTHS_PER_YEAR).seasonal();
        double[] steady = seasonal ? SeasonTest.deseasonalised(months, MONTHS_PER_YEAR) : months;

        Moments moments = Moments.of(series);
        double days = span.bucket().days();
        DayMoments perDay = DemandStatistics.perDay(
                new BucketMoments(moments.mean().orElse(0), moments.sd().orElse(0), days));
        LocalDate start = start(span.bucket(), item);
        DemandPattern.Result pattern = DemandPattern.of(series);
        double returned = own.returnedSince(start, window.asOf());
        noteAssumptions(item, own, series, returned);
        return new DemandProfile(
                DemandHistory.window(span.first(), span.bucket(), shared, at, span.count()),
                pattern.demandClass(),
                perDay.meanDay(),
                moments.sd().isPresent() ? OptionalDouble.of(perDay.sdDay()) : OptionalDouble.empty(),
                pattern.adi(),
                pattern.cv2(),
                Arrays.stream(series).max().orElse(0) / days,
                months.length,
                Moments.of(steady).cv(),
                seasonal,
                own.issuedAfter(window.lastDay() - DAYS_PER_YEAR),
                daysSinceLastIssue(item, own),
                returned,
                own.rowsSince(Math.toIntExact(start.toEpochDay()), source));
    }

    /** The full buckets of an item; none while nothing says that it exists. */
    private BucketSpan span(Bucket bucket, int item) {
        BucketSpan full = BucketSpan.within(bucket, start(bucket, item), window.asOf());
        return introductions.get(item).isPresent() ? full : new BucketSpan(bucket, full.first(), 0);
    }

    private double[] months(DemandLines.OfItem own, int item) {
        BucketSpan span = span(Bucket.MONTH, item);
        double[] sums = new double[span.count()];
        own.addIssues(span, sums, 0);
        return sums;
    }

    private OptionalInt daysSinceLastIssue(int item, DemandLines.OfItem own) {
        OptionalInt last = own.lastIssue();
        if (last.isEmpty()) {
            return last;
        }
        LocalDate date = LocalDate.ofEpochDay(last.getAsInt());
        if (bucket(item) == Bucket.MONTH) {
            // a line of a month says that there was an issue in it, the last one perhaps on its last day
            date = Bucket.MONTH.next(Bucket.MONTH.startOf(date)).minusDays(1);
        }
        return OptionalInt.of(Math.toIntExact(Math.max(0, window.lastDay() - date.toEpochDay())));
    }

    private void noteAssumptions(int item, DemandLines.OfItem own, double[] series, double returned) {
        if (own.lastIssue().isPresent()) {
            log.add(Premise.DEMAND_UNCENSORED, item);
            if (items.get(item).introducedOn().isEmpty()) {
                log.add(Premise.INTRODUCTION_UNKNOWN, item);
            }
        }
        if (returned > 0) {
            log.add(Premise.RETURNS_LEFT_OUT, item);
        }
        if (byItem.goesOn(item)) {
            log.add(Premise.DEMAND_AFTER_AS_OF, item);
        }
        if (series.length >= NEW_BELOW_BUCKETS
                && SeasonTest.autocorrelation(series, 1).orElse(0) > CORRELATED) {
            log.add(Premise.DEMAND_CORRELATED, item);
        }
    }

    /** Data coarser than a week keep their own grain. */
    private Bucket bucket(int item) {
        return lines.monthlySince(item, window.firstDay()) ? Bucket.MONTH : Bucket.WEEK;
    }

    /** First day looked at in buckets of a length: before its introduction an item does not exist. */
    private LocalDate start(Bucket bucket, int item) {
        return introductions
                .get(item)
                .map(introduction -> introduction.within(bucket))
                .filter(date -> date.isAfter(window.from()))
                .orElse(window.from());
    }

    private Optional<Introduction> introduction(int item) {
        Optional<LocalDate> known = items.get(item).introducedOn();
        if (known.isPresent()) {
            return known.map(date -> new Introduction(date, true));
        }
        OptionalInt first = byItem.firstDay(item);
        return first.isPresent()
                ? Optional.of(new Introduction(LocalDate.ofEpochDay(first.getAsInt()), false))
                : Optional.empty();
    }

    /**
     * When an item came into being.
     *
     * @param date day of it, or of the first demand line
     * @param known whether it was given; else the first line stands in
     */
    private record Introduction(LocalDate date, boolean known) {

        /**
         * The day from which buckets count. A first line only shows that the item existed by then: its bucket is whole, and
         * its demand is not lost.
         */
        LocalDate within(Bucket bucket) {
            return known ? date : bucket.startOf(date);
        }
    }
}
