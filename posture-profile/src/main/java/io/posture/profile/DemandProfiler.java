package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.DemandSignals;
import io.posture.api.Item;
import io.posture.api.Regime;
import io.posture.api.Stretches;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns demand lines into demand profiles. All histories are windows on one array. */
final class DemandProfiler {

    private static final int DAYS_PER_YEAR = 365;
    private static final int NEW_BELOW_BUCKETS = 8;
    private static final double CORRELATED = 0.3;

    private final List<Item> items;
    private final DemandLines lines;
    private final DemandLines.ByItem byItem;
    private final List<Optional<Introduction>> introductions = new ArrayList<>();
    private final StockOuts.ByItem stockOuts;
    private final StockLedger stock;
    private final Window window;
    private final LocalDate monthsFrom;
    private final ProfileSettings settings;
    private final AssumptionLog log;
    private final RowSource source;

    DemandProfiler(
            List<Item> items,
            DemandLines lines,
            StockLedger stock,
            Window window,
            ProfileSettings settings,
            AssumptionLog log,
            RowSource source) {
        this.items = items;
        this.lines = lines;
        this.byItem = lines.byItem(items.size(), window.lastDay());
        this.stockOuts = lines.stockOuts(items.size());
        this.stock = stock;
        this.window = window;
        this.monthsFrom = window.monthsFrom(byItem.firstDay());
        this.settings = settings;
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

    /** Whether anything says that an item is in use or about to be: a date, or a line of demand. */
    boolean known(int item) {
        return introductions.get(item).isPresent();
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
        BucketSpan months = span(Bucket.MONTH, item);
        DemandBuckets buckets =
                new DemandBuckets(span, series, months, sums(own, months), daysWithoutStock(item, span));
        DemandAnalysis analysis = DemandAnalysis.of(buckets, DemandAnalysis.outliers(span, series), settings);
        System.arraycopy(analysis.series(), 0, shared, at, span.count());
        LocalDate start = start(span.bucket(), item);
        DemandProfile profile = analysis.profile(
                DemandHistory.window(span.first(), span.bucket(), shared, at, span.count()),
                new DemandAnalysis.Ledger(
                        own.issuedAfter(window.lastDay() - DAYS_PER_YEAR),
                        daysSinceLastIssue(item, own),
                        own.returnedSince(start, window.asOf()),
                        own.rowsSince(Math.toIntExact(start.toEpochDay()), source)));
        noteAssumptions(item, own, profile);
        noteFindings(item, profile.signals());
        noteCorrelation(item, analysis.stable());
        return profile;
    }

    /** Days without stock as the demand rows and the counts of stock know them, whichever are more. */
    private double[] daysWithoutStock(int item, BucketSpan span) {
        double[] stated = stockOuts.days(item, span);
        double[] counted = stock.daysWithout(item, span, window.asOf());
        if (stated.length == 0) {
            return counted;
        }
        for (int i = 0; i < counted.length; i++) {
            stated[i] = Math.max(stated[i], counted[i]);
        }
        return stated;
    }

    /** The full buckets of an item; none while nothing says that it exists. */
    private BucketSpan span(Bucket bucket, int item) {
        BucketSpan full = BucketSpan.within(bucket, start(bucket, item), window.asOf());
        return introductions.get(item).isPresent() ? full : new BucketSpan(bucket, full.first(), 0);
    }

    private static double[] sums(DemandLines.OfItem own, BucketSpan span) {
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

    private void noteAssumptions(int item, DemandLines.OfItem own, DemandProfile profile) {
        if (own.lastIssue().isPresent()) {
            if (!stockOuts.knows(item) && !stock.knowsPast(item, window.asOf())) {
                log.add(Premise.DEMAND_UNCENSORED, item);
            }
            if (items.get(item).introducedOn().isEmpty()) {
                log.add(Premise.INTRODUCTION_UNKNOWN, item);
            }
        }
        if (profile.returnedPieces() > 0) {
            log.add(Premise.RETURNS_LEFT_OUT, item);
        }
        if (byItem.corrects(item)) {
            log.add(Premise.ISSUES_CORRECTED, item);
        }
        if (lines.leftOut(item)) {
            log.add(Premise.EXCEPTIONAL_LEFT_OUT, item);
        }
        if (byItem.goesOn(item)) {
            log.add(Premise.DEMAND_AFTER_AS_OF, item);
        }
    }

    private void noteFindings(int item, DemandSignals signals) {
        signals.censoring()
                .ifPresent(censoring -> log.add(
                        censoring.meanPerDay().isPresent() ? Premise.DEMAND_CENSORED : Premise.DEMAND_ALL_CENSORED,
                        item));
        Stretches stretches = signals.stretches();
        if (!stretches.list().isEmpty()
                && stretches.list().stream().allMatch(stretch -> stretch.regime() == Regime.DISRUPTED)) {
            log.add(Premise.STABLE_STRETCH_MISSING, item);
        }
        if (stretches.levelShift()) {
            log.add(Premise.LEVEL_SHIFT, item);
        }
        if (stretches.suspectedShift().isPresent()) {
            log.add(Premise.LEVEL_SHIFT_SUSPECTED, item);
        }
        if (settings.winsorise() && !signals.outliers().isEmpty()) {
            log.add(Premise.OUTLIERS_CUT, item);
        }
    }

    private void noteCorrelation(int item, double[] stable) {
        if (stable.length >= NEW_BELOW_BUCKETS
                && SeasonTest.autocorrelation(stable, 1).orElse(0) > CORRELATED) {
            log.add(Premise.DEMAND_CORRELATED, item);
        }
    }

    /** Data coarser than a week keep their own grain. */
    private Bucket bucket(int item) {
        return lines.monthlySince(item, window.firstDay()) ? Bucket.MONTH : Bucket.WEEK;
    }

    /** First day looked at in buckets of a length: before its introduction an item does not exist. */
    private LocalDate start(Bucket bucket, int item) {
        LocalDate from = bucket == Bucket.MONTH ? monthsFrom : window.from();
        return introductions
                .get(item)
                .map(introduction -> introduction.within(bucket))
                .filter(date -> date.isAfter(from))
                .orElse(from);
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
