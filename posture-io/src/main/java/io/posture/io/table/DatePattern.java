package io.posture.io.table;

import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How dates are written. Two-digit years are 2000 to 2099; month names are English, whatever their case; a day that the
 * month does not have is no date; a pattern without a day means the first of the month.
 */
public final class DatePattern {

    /** {@code 2024-02-29}. */
    public static final DatePattern ISO = new DatePattern("yyyy-MM-dd");

    private static final Pattern CLOCK =
            Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?(\\s*[AaPp][Mm])?(\\s*(Z|[+-]\\d{2}:?\\d{2}))?");

    private final String pattern;
    private final DateTimeFormatter format;
    private final boolean clock;
    private final DateDigits digits;

    private DatePattern(String pattern) {
        this(pattern, format(pattern), false);
    }

    private DatePattern(String pattern, DateTimeFormatter format, boolean clock) {
        this.pattern = pattern;
        this.format = format;
        this.clock = clock;
        this.digits = new DateDigits(pattern);
    }

    private static DateTimeFormatter format(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        builder.appendPattern(pattern.replace('y', 'u'));
        if (!namesDay(pattern)) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private static boolean namesDay(String pattern) {
        return pattern.indexOf('d') >= 0 || pattern.indexOf('D') >= 0;
    }

    /**
     * A pattern of letters as {@link DateTimeFormatter} knows them, for example {@code d-MMM-yy}.
     *
     * @throws IllegalArgumentException if it is none, or lacks month or year
     */
    public static DatePattern of(String pattern) {
        DatePattern made = new DatePattern(pattern);
        LocalDate sample = LocalDate.of(2024, 11, namesDay(pattern) ? 23 : 1);
        if (!made.parse(made.format.format(sample)).equals(Optional.of(sample))) {
            throw new IllegalArgumentException("needs day, month and year");
        }
        return made;
    }

    /** The same pattern, where a time of day may follow: it is passed over, dates are local dates. */
    public DatePattern withClock() {
        return new DatePattern(pattern, format, true);
    }

    /** The date that a text means by this pattern; empty if it means none. */
    public Optional<LocalDate> parse(String written) {
        String text = clock ? withoutClock(written) : written;
        Optional<LocalDate> quick = digits.date(text);
        return quick.isPresent() ? quick : parseSlowly(text);
    }

    private Optional<LocalDate> parseSlowly(String text) {
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

    /** A text without the time of day at its end. */
    static String withoutClock(String text) {
        int colon = text.indexOf(':');
        int hour = colon;
        while (hour > 0 && Character.isDigit(text.charAt(hour - 1))) {
            hour--;
        }
        int end = hour - 1;
        if (colon < 0 || end < 1 || (text.charAt(end) != ' ' && text.charAt(end) != 'T')) {
            return text;
        }
        return CLOCK.matcher(text).region(hour, text.length()).matches() ? Blanks.strip(text.substring(0, end)) : text;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
