package io.posture.profile;

import io.posture.api.RowRefs;
import io.posture.api.StockPosition;
import io.posture.numerics.Sums;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Counts of stock, and the newest one of an item. Not thread-safe. */
final class StockLedger {

    private final Map<Integer, List<StockRow>> rows = new HashMap<>();

    StockLedger() {}

    void add(int item, StockRow row) {
        rows.computeIfAbsent(item, key -> new ArrayList<>()).add(row);
    }

    /** Newest day of a count; empty without any. */
    Optional<LocalDate> newestDay() {
        return rows.values().stream().flatMap(List::stream).map(StockRow::asOf).max(LocalDate::compareTo);
    }

    /** Usable pieces of an item at its newest count up to a date; unknown without one. */
    StockPosition position(int item, LocalDate asOf, AssumptionLog log, String source) {
        List<StockRow> counted = rows.getOrDefault(item, List.of()).stream()
                .filter(row -> !row.asOf().isAfter(asOf))
                .toList();
        Optional<LocalDate> day = counted.stream().map(StockRow::asOf).max(LocalDate::compareTo);
        if (day.isEmpty()) {
            log.add(Premise.STOCK_UNKNOWN, item);
            return StockPosition.UNKNOWN;
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
        return new StockPosition(OptionalDouble.of(Math.max(0, usable)), 0, RowRefs.of(source, sources));
    }
}
