package io.posture.io.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a file or column writes dates, numbers and the absence of a value.
 *
 * @param dates patterns of dates, tried in order
 * @param decimal sign before the fraction
 * @param grouping sign between groups of digits; empty if none is allowed
 * @param empties texts that mean unknown, beside the empty cell
 * @param exported whether the habits of exporting systems are read as well: a minus at the end of a number, blanks that do not
 *     break and apostrophes between its digits, a date of zeros for none
 */
public record Notation(
        List<DatePattern> dates, char decimal, Optional<Character> grouping, Set<String> empties, boolean exported) {

    /** What canonical tables use: ISO dates, a decimal point, no grouping, nothing but the empty cell for unknown. */
    public static final Notation CANONICAL =
            new Notation(List.of(DatePattern.ISO), '.', Optional.empty(), Set.of(), false);

    /** A notation to the letter. */
    public Notation(List<DatePattern> dates, char decimal, Optional<Character> grouping, Set<String> empties) {
        this(dates, decimal, grouping, empties, false);
    }

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if decimal and grouping signs are the same
     */
    public Notation {
        dates = List.copyOf(dates);
        empties = Set.copyOf(empties);
        if (grouping.isPresent() && grouping.get() == decimal) {
            throw new IllegalArgumentException("decimal and grouping sign are both '" + decimal + "'");
        }
    }
}
