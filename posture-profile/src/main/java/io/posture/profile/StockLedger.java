package io.posture.profile;

import io.posture.api.RowRefs;
import io.posture.api.StockPosition;
import io.posture.numerics.Sums;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Counts of stock, and the newest one of an item. Not thread-safe. */
final class StockLedger {

    private final Map<Integer, List<StockRow>> rows = new HashMap<>();
    private final Map<Integer, Double> strategic = new HashMap<>();
    private final Map<Integer, Double> regulatory = new HashMap<>();

    StockLedger() {}

    void add(int item, StockRow row) {
        rows.computeIfAbsent(item, key -> new ArrayList<>()).add(row);
    }

    void addStrategic(int item, double pieces) {
        strategic.merge(item, pieces, Double::sum);
    }

    void addRegulatory(int item, double pieces) {
        regulatory.merge(item, pieces, Double::sum);
    }

    /** Newest day of a count; empty without any. */
    Optional<LocalDate> newestDay() {
        return rows.values().stream().flatMap(List::stream).map(StockRow::asOf).max(LocalDate::compareTo);
    }

    /** Whether an item was counted on two days or more up to a date: one count is a snapshot and shows no past. */
    boolean knowsPast(int item, LocalDate asOf) {
        return usableByDay(item, asOf).size() > 1;
    }

    /**
     * Days without usable stock in every bucket: those counted at 0 or less, and those between two such counts in a row. What was
     * between other counts is not known and taken as in stock.
     *
     * @return days, as many as buckets; empty if the past is not known or there are none
     */
    double[] daysWithout(int item, BucketSpan span, LocalDate asOf) {
        NavigableMap<LocalDate, Double> usable = usableByDay(item, asOf);
        if (usable.size() < 2 || usable.values().stream().noneMatch(pieces -> pieces <= 0)) {
            return new double[0];
        }
        double[] days = new double[span.count()];
        usable.forEach((day, pieces) -> {
            if (pieces <= 0) {
                Map.Entry<LocalDate, Double> next = usable.higherEntry(day);
                LocalDate end = next != null && next.getValue() <= 0 ? next.getKey() : day.plusDays(1);
                for (long date = day.toEpochDay(); date < end.toEpochDay(); date++) {
                    int index = span.indexOf(Math.toIntExact(date));
                    if (index >= 0 && index < days.length) {
                        days[index]++;
                    }
                }
            }
        });
        return days;
    }

    private NavigableMap<LocalDate, Double> usableByDay(int item, LocalDate asOf) {
        NavigableMap<LocalDate, Double> usable = new TreeMap<>();
        rows.getOrDefault(item, List.of()).stream()
                .filter(row -> !row.asOf().isAfter(asOf))
                .sorted(Comparator.comparing(StockRow::asOf).thenComparingDouble(StockRow::pieces))
                .forEach(row -> usable.merge(row.asOf(), row.usable() ? row.pieces() : 0, Double::sum));
        return usable;
    }

    /** Usable pieces of an item at its newest count up to a date; unknown without one. */
    StockPosition position(int item, LocalDate asOf, AssumptionLog log, RowSource source) {
        List<StockRow> counted = rows.getOrDefault(item, List.of()).stream()
                .filter(row -> !row.asOf().isAfter(asOf))
                .toList();
        Optional<LocalDate> day = counted.stream().map(StockRow::asOf).max(LocalDate::compareTo);
        if (day.isEmpty()) {
            log.add(Premise.STOCK_UNKNOWN, item);
            return strategic.containsKey(item) || regulatory.containsKey(item)
                    ? position(item, OptionalDouble.empty(), 0, RowRefs.NONE)
                    : StockPosition.UNKNOWN;
        }
        List<StockRow> newest =
                counted.stream().filter(row -> row.asOf().equals(day.get())).toList();
        double usable = Sums.of(newest.stream()
                .filter(StockRow::usable)
                .mapToDouble(StockRow::pieces)
                .sorted()
                .toArray());
        if (usable < 0) {
            log.add(Premise.STOCK_NEGATIVE, item);
        }
        int[] sources =
                newest.stream().mapToInt(StockRow::row).filter(row -> row > 0).toArray();
        double onItsWay = Sums.of(newest.stream()
                .filter(StockRow::inTransit)
                .mapToDouble(StockRow::pieces)
                .sorted()
                .toArray());
        return position(item, OptionalDouble.of(Math.max(0, usable)), Math.max(0, onItsWay), source.refs(sources));
    }

    private StockPosition position(int item, OptionalDouble usable, double onItsWay, RowRefs read) {
        return new StockPosition(
                usable,
                strategic.getOrDefault(item, 0.0),
                onItsWay,
                strategic.containsKey(item),
                regulatory.getOrDefault(item, 0.0),
                read);
    }
}
