package io.posture.profile;

import io.posture.api.DisruptionLengths;
import io.posture.api.RowRefs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Disruptions of a run by what they hit. Not thread-safe while it is filled. */
final class DisruptionEvents {

    private static final double YEAR_DAYS = 365;

    private final List<EventRow> rows = new ArrayList<>();
    private final Map<String, List<EventRow>> byKey = new HashMap<>();

    DisruptionEvents() {}

    void add(EventRow row) {
        rows.add(row);
        byKey.computeIfAbsent(key(row.scope(), row.ref()), key -> new ArrayList<>())
                .add(row);
    }

    /** Whether a log of own sources is kept. */
    boolean kept() {
        return rows.stream().anyMatch(row -> row.scope() != EventRow.Scope.INDUSTRY);
    }

    /** Whether one of own sources begins after a day. */
    boolean laterThan(LocalDate asOf) {
        return rows.stream()
                .anyMatch(row ->
                        row.scope() != EventRow.Scope.INDUSTRY && row.from().isAfter(asOf));
    }

    /** The disruptions that hit something, in no order. */
    List<EventRow> of(EventRow.Scope scope, String ref) {
        return ref.isBlank() ? List.of() : byKey.getOrDefault(key(scope, ref), List.of());
    }

    /** Rows of disruptions elsewhere. */
    List<EventRow> elsewhere() {
        return rows.stream()
                .filter(row -> row.scope() == EventRow.Scope.INDUSTRY)
                .toList();
    }

    private static String key(EventRow.Scope scope, String ref) {
        return scope + " " + ref.toUpperCase(Locale.ROOT);
    }

    /** Lengths of disruptions elsewhere: each for itself, by what was known of it, whatever the run's date. */
    static DisruptionLengths lengthsElsewhere(List<EventRow> rows, LocalDate asOf) {
        List<Double> closed = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        for (EventRow row : rows) {
            LocalDate known = row.knownOn().orElse(asOf);
            if (row.to().isPresent()) {
                closed.add(days(row.from(), row.to().get()));
            } else if (!row.from().isAfter(known)) {
                open.add(days(row.from(), known));
            }
        }
        return new DisruptionLengths(closed, open);
    }

    /**
     * Lengths of the disruptions of one source up to a day; those that overlap are one, and one that has not ended by that day
     * is open.
     */
    static DisruptionLengths lengths(Stream<EventRow> rows, LocalDate asOf) {
        List<EventRow> begun = rows.filter(row -> !row.from().isAfter(asOf))
                .distinct()
                .sorted(Comparator.comparing(EventRow::from))
                .toList();
        List<Double> closed = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        Optional<LocalDate> from = Optional.empty();
        LocalDate to = asOf;
        boolean running = false;
        for (EventRow row : begun) {
            boolean over = row.to().isPresent() && !row.to().get().isAfter(asOf);
            LocalDate end = over ? row.to().get() : asOf;
            if (from.isEmpty()) {
                from = Optional.of(row.from());
                to = end;
                running = !over;
            } else if (row.from().isAfter(to)) {
                (running ? open : closed).add(days(from.get(), to));
                from = Optional.of(row.from());
                to = end;
                running = !over;
            } else {
                to = end.isAfter(to) ? end : to;
                running |= !over;
            }
        }
        if (from.isPresent()) {
            (running ? open : closed).add(days(from.get(), to));
        }
        return new DisruptionLengths(closed, open);
    }

    private static double days(LocalDate from, LocalDate to) {
        return Math.max(0, to.toEpochDay() - from.toEpochDay());
    }

    /** Years from a day to another, at least 0. */
    static double years(LocalDate from, LocalDate to) {
        return days(from, to) / YEAR_DAYS;
    }

    static RowRefs refs(Stream<EventRow> rows, RowSource source) {
        int[] numbers = rows.flatMapToInt(row -> IntStream.of(row.row()))
                .filter(row -> row > 0)
                .distinct()
                .sorted()
                .toArray();
        return numbers.length == 0 ? RowRefs.NONE : source.refs(numbers);
    }
}
