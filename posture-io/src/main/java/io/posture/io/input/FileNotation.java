package io.posture.io.input;

import java.util.List;
import java.util.Optional;

/**
 * What a user says of how files write numbers and dates where their mapping leaves it open; what is not said either is decided from
 * the values of each column. Canonical tables have a notation of their own.
 *
 * @param decimal sign before the fraction, a comma or a point; the other one stands between groups of digits
 * @param dates patterns of dates, tried in order, for example {@code d/M/yyyy}
 */
public record FileNotation(Optional<Character> decimal, List<String> dates) {

    /** Nothing is said. */
    public static final FileNotation OPEN = new FileNotation(Optional.empty(), List.of());

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the sign is neither a comma nor a point
     */
    public FileNotation {
        dates = List.copyOf(dates);
        decimal.filter(sign -> sign != ',' && sign != '.').ifPresent(sign -> {
            throw new IllegalArgumentException(
                    "the sign before the fraction is a comma or a point, was '" + sign + "'");
        });
    }

    /** What is said in words; empty if nothing is. */
    public String text() {
        String numbers = decimal.map(
                        sign -> "numbers with " + (sign == ',' ? "a comma" : "a point") + " before the fraction")
                .orElse("");
        String days = dates.isEmpty() ? "" : "dates as " + String.join(" or ", dates);
        return numbers + (numbers.isEmpty() || days.isEmpty() ? "" : ", ") + days;
    }
}
