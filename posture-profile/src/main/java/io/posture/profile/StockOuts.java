package io.posture.profile;

import io.posture.numerics.DoubleColumn;
import io.posture.numerics.IntColumn;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Days without stock as demand rows state them. Not thread-safe. */
final class StockOuts {

    private final IntColumn items = new IntColumn();
    private final IntColumn starts = new IntColumn();
    private final IntColumn lengths = new IntColumn();
    private final DoubleColumn days = new DoubleColumn();
    private final BitSet known = new BitSet();

    StockOuts() {}

    /** Adds what a row says; nothing if it does not know. */
    void add(int item, DemandRow row) {
        if (row.stockoutDays().isEmpty()) {
            return;
        }
        known.set(item);
        if (row.stockoutDays().getAsDouble() > 0) {
            items.add(item);
            starts.add(Math.toIntExact(row.grain().startOf(row.date()).toEpochDay()));
            lengths.add((int) Math.ceil(row.grain().days()));
            days.add(row.stockoutDays().getAsDouble());
        }
    }

    /** The days by item. */
    ByItem byItem(int itemCount) {
        return new ByItem(new KeyedPositions(items, itemCount));
    }

    /** Period that a row speaks of, by its first day and its length in days, 31 for a month. */
    private record Span(int start, int length) {}

    /** The days, item by item. */
    final class ByItem {

        private final KeyedPositions positions;

        private ByItem(KeyedPositions positions) {
            this.positions = positions;
        }

        /** Whether any row of an item says something about stock-outs, were it only that there was none. */
        boolean knows(int item) {
            return known.get(item);
        }

        /**
         * Days without stock in every bucket. Several rows of one period speak of the same days.
         *
         * @return days, as many as buckets; empty if there are none
         */
        double[] days(int item, BucketSpan span) {
            if (positions.size(item) == 0) {
                return new double[0];
            }
            Map<Span, Double> longest = new HashMap<>();
            for (int i = 0; i < positions.size(item); i++) {
                int position = positions.get(item, i);
                longest.merge(new Span(starts.get(position), lengths.get(position)), days.get(position), Math::max);
            }
            double[] perBucket = new double[span.count()];
            longest.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(
                            Comparator.comparingInt(Span::start).thenComparingInt(Span::length)))
                    .forEach(entry -> {
                        int index = span.indexOf(entry.getKey().start());
                        if (index >= 0 && index < perBucket.length) {
                            perBucket[index] += Math.min(entry.getKey().length(), entry.getValue());
                        }
                    });
            return perBucket;
        }
    }
}
