package io.posture.io.mapping;

import io.posture.io.input.FileNotation;
import io.posture.io.table.DatePattern;
import io.posture.io.table.Notation;
import io.posture.io.table.NumberStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a mapping says of how a file or column writes dates, numbers and the absence of a value. What it leaves open is decided
 * from the values of each column.
 *
 * @param dates patterns of dates, tried in order; empty if open
 * @param decimal sign before the fraction; empty if open, or a point where a grouping sign is declared
 * @param grouping sign between groups of digits; empty if open, or none where a decimal sign is declared
 * @param empties texts that mean unknown, beside the empty cell
 * @param canonical whether it is that of canonical tables, which is strict
 */
public record DeclaredNotation(
        List<DatePattern> dates,
        Optional<Character> decimal,
        Optional<Character> grouping,
        Set<String> empties,
        boolean canonical) {

    /** That of canonical tables. */
    public static final DeclaredNotation CANONICAL = new DeclaredNotation(
            Notation.CANONICAL.dates(), Optional.of(Notation.CANONICAL.decimal()), Optional.empty(), Set.of(), true);

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if decimal and grouping signs are the same
     */
    public DeclaredNotation {
        dates = List.copyOf(dates);
        empties = Set.copyOf(empties);
        if (grouping.isPresent() && grouping.get().equals(decimal.orElse('.'))) {
            throw new IllegalArgumentException("decimal and grouping sign are both '" + grouping.get() + "'");
        }
    }

    /**
     * What a user says of files whose mapping leaves it open.
     *
     * @throws IllegalArgumentException if a pattern is none
     */
    static DeclaredNotation of(FileNotation said) {
        Optional<NumberStyle> style =
                said.decimal().map(sign -> sign == NumberStyle.COMMA.decimal() ? NumberStyle.COMMA : NumberStyle.POINT);
        return new DeclaredNotation(
                said.dates().stream()
                        .map(pattern -> DatePattern.of(pattern).withClock())
                        .toList(),
                style.map(NumberStyle::decimal),
                style.map(NumberStyle::grouping),
                Set.of(),
                false);
    }

    /** The same, filled up with what is declared elsewhere. */
    DeclaredNotation or(DeclaredNotation elsewhere) {
        Set<String> both = new HashSet<>(empties);
        both.addAll(elsewhere.empties);
        return new DeclaredNotation(
                datesOpen() ? elsewhere.dates : dates,
                decimal.isPresent() ? decimal : elsewhere.decimal,
                grouping.isPresent() ? grouping : elsewhere.grouping,
                both,
                canonical);
    }

    /** Whether dates are to be decided from the values. */
    boolean datesOpen() {
        return dates.isEmpty();
    }

    /** Whether numbers are to be decided from the values. */
    boolean numbersOpen() {
        return decimal.isEmpty() && grouping.isEmpty();
    }

    /** The notation; for what is open that of canonical tables stands in. */
    Notation notation() {
        return new Notation(
                datesOpen() ? Notation.CANONICAL.dates() : dates, decimal.orElse('.'), grouping, empties, !canonical);
    }

    /** The notation with numbers as they were decided. */
    Notation with(NumberStyle numbers) {
        Notation plain = notation();
        return new Notation(plain.dates(), numbers.decimal(), Optional.of(numbers.grouping()), empties, true);
    }

    /** The notation with dates as they were decided. */
    Notation with(List<DatePattern> decided) {
        Notation plain = notation();
        return new Notation(decided, plain.decimal(), plain.grouping(), empties, true);
    }
}
