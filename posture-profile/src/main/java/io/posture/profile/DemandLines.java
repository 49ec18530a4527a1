package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.RowRefs;
import io.posture.numerics.DoubleColumn;
import io.posture.numerics.IntColumn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Demand lines of all items in columns of primitives. Not thread-safe. */
final class DemandLines {

    private static final int LONGEST_PERIOD = 31;

    private final IntColumn items = new IntColumn();
    private final IntColumn days = new IntColumn();
    private final DoubleColumn pieces = new DoubleColumn();
    private final IntColumn rows = new IntColumn();
    private final Corrections corrections = new Corrections();
    private final StockOuts stockOuts = new StockOuts();
    private final BitSet exceptional = new BitSet();

    /** Newest line of a month's grain by item; as long as the last item with one needs. */
    private int[] newestMonthly = new int[0];

    private int newest = Integer.MIN_VALUE;

    DemandLines() {}

    void add(int item, int day, Bucket grain, double quantity, int row) {
        items.add(item);
        days.add(day);
        pieces.add(quantity);
        rows.add(row);
        newest = Math.max(newest, lastDay(day, grain, newest));
        if (grain == Bucket.MONTH) {
            noteMonthly(item, day);
        }
    }

    /** A documented one-off is only noted; what a row says of stock-outs counts in any case. */
    void add(int item, DemandRow row) {
        stockOuts.add(item, row);
        int day = Math.toIntExact(row.date().toEpochDay());
        if (row.exceptional()) {
            exceptional.set(item);
            newest = Math.max(newest, lastDay(day, row.grain(), newest));
            return;
        }
        corrections.add(item, items.size(), row);
        add(item, day, row.grain(), row.pieces(), row.row());
    }

    /** Whether documented one-offs of an item were left out. */
    boolean leftOut(int item) {
        return exceptional.get(item);
    }

    /** What rows say of stock-outs. */
    StockOuts.ByItem stockOuts(int itemCount) {
        return stockOuts.byItem(itemCount);
    }

    /** Newest day that a line speaks of: the last day of its period. */
    OptionalInt newestDay() {
        return newest == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(newest);
    }

    /** Counts the days of all lines. */
    void count(WeekCounts weeks) {
        for (int line = 0; line < days.size(); line++) {
            weeks.add(days.get(line));
        }
    }

    /** The days of all lines. */
    IntStream days() {
        return IntStream.range(0, days.size()).map(days::get);
    }

    /** Numbers of the rows of a day or later, those without one left out. */
    int[] rowsSince(int day) {
        return IntStream.range(0, days.size())
                .filter(line -> days.get(line) >= day)
                .map(rows::get)
                .filter(row -> row > 0)
                .toArray();
    }

    /** Whether a line of a month's grain starts on a day or later. */
    boolean monthlySince(int item, int day) {
        return item < newestMonthly.length && newestMonthly[item] >= day;
    }

    /**
     * The lines of every item up to a day, by date, then quantity, so that no sum depends on the order of the calls.
     *
     * @param itemCount number of items
     * @param lastDay newest day looked at
     */
    ByItem byItem(int itemCount, int lastDay) {
        return new ByItem(new KeyedPositions(items, itemCount), corrections.changes(itemCount, lastDay), lastDay);
    }

    private void noteMonthly(int item, int day) {
        if (item >= newestMonthly.length) {
            int filled = newestMonthly.length;
            newestMonthly = Arrays.copyOf(newestMonthly, Math.max(item + 1, filled * 2));
            Arrays.fill(newestMonthly, filled, newestMonthly.length, Integer.MIN_VALUE);
        }
        newestMonthly[item] = Math.max(newestMonthly[item], day);
    }

    /**
     * Last day of a line's period; a line that ends before the newest day needs no look at the calendar.
     *
     * @param newest newest day so far
     */
    static int lastDay(int day, Bucket grain, int newest) {
        if (grain == Bucket.DAY || day + LONGEST_PERIOD <= newest) {
            return day;
        }
        LocalDate start = grain.startOf(LocalDate.ofEpochDay(day));
        return Math.toIntExact(grain.next(start).toEpochDay() - 1);
    }

    /** The lines up to a day, item by item. */
    final class ByItem {

        private final KeyedPositions positions;
        private final Map<Integer, Double> corrected;
        private final BitSet changed = new BitSet();
        private final int lastDay;

        private ByItem(KeyedPositions positions, Map<Integer, Double> corrected, int lastDay) {
            this.positions = positions;
            this.corrected = corrected;
            corrected.keySet().forEach(changed::set);
            this.lastDay = lastDay;
        }

        /** First day with a line; empty without lines. */
        OptionalInt firstDay(int item) {
            return IntStream.range(0, positions.size(item))
                    .map(i -> days.get(positions.get(item, i)))
                    .filter(day -> day <= lastDay)
                    .min();
        }

        /** Whether there are lines after the last day. */
        boolean goesOn(int item) {
            return IntStream.range(0, positions.size(item)).anyMatch(i -> days.get(positions.get(item, i)) > lastDay);
        }

        /** Whether returns of an item cancelled the issues that they take back. */
        boolean corrects(int item) {
            return !changed.isEmpty()
                    && IntStream.range(0, positions.size(item)).anyMatch(i -> changed.get(positions.get(item, i)));
        }

        /** First day of any line; empty without lines. */
        OptionalInt firstDay() {
            return IntStream.range(0, items.size())
                    .map(days::get)
                    .filter(day -> day <= lastDay)
                    .min();
        }

        /** The lines of one item. */
        OfItem of(int item) {
            long[] keys = IntStream.range(0, positions.size(item))
                    .map(i -> positions.get(item, i))
                    .filter(position -> days.get(position) <= lastDay)
                    .mapToLong(position -> ((long) days.get(position) << Integer.SIZE) | position)
                    .sorted()
                    .toArray();
            int[] sortedDays = new int[keys.length];
            double[] sortedPieces = new double[keys.length];
            int[] sortedRows = new int[keys.length];
            for (int i = 0; i < keys.length; i++) {
                int position = (int) keys[i];
                sortedDays[i] = days.get(position);
                sortedPieces[i] =
                        pieces.get(position) + (changed.get(position) ? corrected.getOrDefault(position, 0.0) : 0);
                sortedRows[i] = rows.get(position);
            }
            sortWithinDays(sortedDays, sortedPieces);
            return new OfItem(sortedDays, sortedPieces, sortedRows);
        }
    }

    /** Quantities of one day in ascending order; rows of a day are used together only, so they may stay. */
    private static void sortWithinDays(int[] days, double[] pieces) {
        int start = 0;
        for (int i = 1; i <= days.length; i++) {
            if (i == days.length || days[i] != days[start]) {
                Arrays.sort(pieces, start, i);
                start = i;
            }
        }
    }

    /** Lines of one item by date. */
    static final class OfItem {

        private final int[] days;
        private final double[] pieces;
        private final int[] rows;

        private OfItem(int[] days, double[] pieces, int[] rows) {
            this.days = days;
            this.pieces = pieces;
            this.rows = rows;
        }

        /** Adds issues up per bucket. */
        void addIssues(BucketSpan span, double[] sums, int at) {
            span.addIssues(days, pieces, sums, at);
        }

        /** Pieces that came back from a day on. */
        double returnedSince(LocalDate from, LocalDate to) {
            return Bucketing.returned(days, pieces, from, to);
        }

        /** Pieces issued after a day. */
        double issuedAfter(int day) {
            double issued = 0;
            for (int i = 0; i < days.length; i++) {
                if (pieces[i] > 0 && days[i] > day) {
                    issued += pieces[i];
                }
            }
            return issued;
        }

        /** Day of the newest issue; empty if there never was one. */
        OptionalInt lastIssue() {
            for (int i = days.length - 1; i >= 0; i--) {
                if (pieces[i] > 0) {
                    return OptionalInt.of(days[i]);
                }
            }
            return OptionalInt.empty();
        }

        /** The rows from a day on. */
        RowRefs rowsSince(int day, RowSource source) {
            return source.refs(IntStream.range(0, days.length)
                    .filter(i -> days[i] >= day && rows[i] > 0)
                    .map(i -> rows[i])
                    .toArray());
        }
    }
}
