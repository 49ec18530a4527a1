package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.numerics.Moments;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Demand of many items added up per week and, where it comes per month, per month: as large as items and weeks are, however many
 * lines there were. Their order changes no result: quantities are counted in millionths of a piece, which add up without
 * rounding as far as nine billion pieces a period. Not thread-safe.
 */
public final class DemandTotals {

    private static final double PARTS = 1e6;

    /** Days from the Monday of week 0 to 1970-01-01. */
    private static final int DAYS_IN_WEEK_ZERO = 3;

    private static final int DAYS_PER_WEEK = 7;
    private static final int MONTHS_PER_YEAR = 12;
    private static final int NEVER = Integer.MAX_VALUE;

    private final boolean byMonth;
    private final PagedSums weeks = new PagedSums();
    private final PagedSums months = new PagedSums();
    private final WeekCounts counts = new WeekCounts();
    private int[] firstDays = new int[0];
    private int[] newestMonthly = new int[0];
    private double[] returned = new double[0];
    private int newest = Integer.MIN_VALUE;
    private int count;

    /**
     * Nothing added yet.
     *
     * @param byMonth whether lines of a month's grain may come
     */
    public DemandTotals(boolean byMonth) {
        this.byMonth = byMonth;
    }

    /**
     * Adds a line.
     *
     * @param item number of the item, at least 0
     * @param epochDay days since 1970-01-01 of the day, or of any day of the week or month; at least 0
     * @param grain period that the line speaks of
     * @param pieces pieces issued; below 0 for a return, which is no demand and reported apart
     * @throws IllegalArgumentException if a line of a month comes unexpected, or the pieces are NaN or beyond 1e15
     */
    public void add(int item, int epochDay, Bucket grain, double pieces) {
        makeRoom(item);
        if (epochDay < firstDays[item]) {
            firstDays[item] = epochDay;
        }
        noteNewest(item, epochDay, grain);
        double parts = Math.rint(Pieces.of("pieces", pieces) * PARTS);
        if (parts < 0) {
            returned[item] -= parts;
            return;
        }
        weeks.add(item, week(epochDay), parts);
        if (byMonth) {
            months.add(item, month(LocalDate.ofEpochDay(epochDay)), parts);
        }
    }

    /** Notes the day of a line that is no demand to count. */
    public void pass(int epochDay, Bucket grain) {
        newest = Math.max(newest, DemandLines.lastDay(epochDay, grain, newest));
        counts.add(epochDay);
    }

    /** Newest day that a line speaks of: the last day of its period. */
    public OptionalInt newestDay() {
        return newest == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(newest);
    }

    /**
     * First day from which on a few dates lie so far ahead of all others that the day of a run should not be taken from them: at
     * most 5 % of at least 20 dates, more than a year after the others. Empty if there are none.
     */
    public OptionalInt aheadFrom() {
        return counts.aheadFrom();
    }

    /**
     * The patterns up to a day.
     *
     * @param asOf last day looked at
     * @param windowMonths months before it that are looked at, at least 1
     */
    public Patterns patterns(LocalDate asOf, int windowMonths) {
        return new Patterns(Window.of(asOf, windowMonths));
    }

    /** The patterns of items in a window. */
    public final class Patterns {

        private final Window window;
        private final Buckets byWeek;
        private final Buckets byMonth;

        private Patterns(Window window) {
            this.window = window;
            LocalDate monthsFrom = window.monthsFrom(Arrays.stream(firstDays, 0, count)
                    .filter(day -> day <= window.lastDay())
                    .min());
            BucketSpan inWeeks = BucketSpan.within(Bucket.WEEK, window.from(), window.asOf());
            BucketSpan inMonths = BucketSpan.within(Bucket.MONTH, monthsFrom, window.asOf());
            this.byWeek = new Buckets(Bucket.WEEK, weeks, week(inWeeks.first().toEpochDay()), inWeeks.count());
            this.byMonth = new Buckets(Bucket.MONTH, months, month(inMonths.first()), inMonths.count());
        }

        /** The pattern of an item's full buckets: weeks, or months where its demand comes per month. */
        public DemandSummary of(int item) {
            if (item >= count || firstDays[item] > window.lastDay()) {
                return summary(Bucket.WEEK, new double[0], item < count ? returned[item] : 0);
            }
            boolean monthly = newestMonthly[item] >= window.firstDay();
            Buckets buckets = monthly ? byMonth : byWeek;
            int first = monthly ? month(LocalDate.ofEpochDay(firstDays[item])) : week(firstDays[item]);
            return summary(buckets.length(), buckets.parts(item, first), returned[item]);
        }
    }

    /** Full buckets of a window, by the numbers of their periods. */
    private record Buckets(Bucket length, PagedSums sums, int first, int count) {

        /** An item's sums from its first period on. */
        double[] parts(int item, int from) {
            int start = Math.max(first, from);
            return sums.row(item, start, Math.max(0, first + count - start));
        }
    }

    private static DemandSummary summary(Bucket bucket, double[] parts, double returned) {
        double total = 0;
        int withDemand = 0;
        for (int i = 0; i < parts.length; i++) {
            total += parts[i];
            withDemand += parts[i] > 0 ? 1 : 0;
            parts[i] /= PARTS;
        }
        Moments moments = Moments.of(parts);
        DemandPattern.Result pattern = DemandPattern.of(parts);
        return new DemandSummary(
                bucket,
                parts.length,
                withDemand,
                total / PARTS,
                moments.mean(),
                moments.sd(),
                pattern.adi(),
                pattern.cv2(),
                pattern.demandClass(),
                returned / PARTS);
    }

    private void noteNewest(int item, int epochDay, Bucket grain) {
        if (grain == Bucket.MONTH) {
            if (!byMonth) {
                throw new IllegalArgumentException("a line of a month came, but only weeks are kept");
            }
            newestMonthly[item] = Math.max(newestMonthly[item], epochDay);
        }
        pass(epochDay, grain);
    }

    private void makeRoom(int item) {
        if (item >= firstDays.length) {
            int filled = firstDays.length;
            int length = Math.max(item + 1, Math.max(1 << 10, filled * 2));
            firstDays = Arrays.copyOf(firstDays, length);
            newestMonthly = Arrays.copyOf(newestMonthly, length);
            returned = Arrays.copyOf(returned, length);
            Arrays.fill(firstDays, filled, length, NEVER);
            Arrays.fill(newestMonthly, filled, length, Integer.MIN_VALUE);
        }
        count = Math.max(count, item + 1);
    }

    private static int week(long epochDay) {
        return (int) (epochDay + DAYS_IN_WEEK_ZERO) / DAYS_PER_WEEK;
    }

    private static int month(LocalDate date) {
        return (date.getYear() - LocalDate.EPOCH.getYear()) * MONTHS_PER_YEAR + date.getMonthValue() - 1;
    }
}
