package io.posture.io.table;

import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * How dates are written. Two-digit years are 2000 to 2099; month names are English, whatever their case; a day that the
 * month does not have is no date.
 */
public final class DatePattern {

    /** {@code 2024-02-29}. */
    public static final DatePattern ISO = new DatePattern("yyyy-MM-dd");

    private final String pattern;
    private final DateTimeFormatter format;

    private DatePattern(String pattern) {
        this.pattern = pattern;
        this.format = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * A pattern of letters as {@link DateTimeFormatter} knows them, for example {@code d-MMM-yy}.
     *
     * @throws IllegalArgumentException if it is none, or lacks day, month or year
     */
    public static DatePattern of(String pattern) {
        DatePattern made = new DatePattern(pattern);
        LocalDate sample = LocalDate.of(2024, 11, 23);
        if (!made.parse(made.format.format(sample)).equals(Optional.of(sample))) {
            throw new IllegalArgumentException("needs day, month and year");
        }
        return made;
    }

    /** The date that a text means by this pattern; empty if it means none. */
    public Optional<LocalDate> parse(String text) {
        ParsePosition position = new ParsePosition(0);
        if (format.parseUnresolved(text, position) == null || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return pattern;
    }
}
