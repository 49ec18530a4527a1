package io.posture.io;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Rates between currencies by date, as the table {@code fx} has them. Not thread-safe. */
final class ExchangeRates {

    private final Map<List<String>, NavigableMap<LocalDate, Double>> rates = new HashMap<>();

    ExchangeRates() {}

    /**
     * Adds a rate.
     *
     * @param rate how much of the quote currency one unit of the base currency is, above 0
     * @return false if there is another one for that day already
     */
    boolean add(String base, String quote, LocalDate day, double rate) {
        Double before = rates.computeIfAbsent(List.of(base, quote), pair -> new TreeMap<>())
                .putIfAbsent(day, rate);
        return before == null || before == rate;
    }

    /**
     * How much of one currency a unit of another is: the latest rate up to a day, in either direction.
     *
     * @param day the day; empty for the latest rate of all
     * @return empty if there is no rate up to that day
     */
    OptionalDouble rate(String from, String to, Optional<LocalDate> day) {
        if (from.equals(to)) {
            return OptionalDouble.of(1);
        }
        OptionalDouble direct = latest(from, to, day);
        if (direct.isPresent()) {
            return direct;
        }
        OptionalDouble inverse = latest(to, from, day);
        return inverse.isPresent() ? OptionalDouble.of(1 / inverse.getAsDouble()) : inverse;
    }

    private OptionalDouble latest(String base, String quote, Optional<LocalDate> day) {
        NavigableMap<LocalDate, Double> found = rates.getOrDefault(List.of(base, quote), new TreeMap<>());
        Map.Entry<LocalDate, Double> entry = day.isPresent() ? found.floorEntry(day.get()) : found.lastEntry();
        return entry == null ? OptionalDouble.empty() : OptionalDouble.of(entry.getValue());
    }
}
