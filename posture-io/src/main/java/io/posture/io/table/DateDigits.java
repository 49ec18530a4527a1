package io.posture.io.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Reads dates of digits by patterns of {@code yyyy}, {@code yy}, {@code MM}, {@code M}, {@code dd}, {@code d} and what stands
 * between them, many times as fast as a general reader. Whatever it does not know, or finds no date in, is left to that one.
 * Immutable.
 */
final class DateDigits {

    private static final int THIS_CENTURY = 2000;
    private static final int MONTHS = 12;
    private static final int YEAR_DIGITS = 4;

    private final String pattern;
    private final boolean known;

    DateDigits(String pattern) {
        this.pattern = pattern;
        this.known = pattern.matches(
                "(yyyy|yy)[-/. ]?(MM|M)[-/. ]?(dd|d)|(MM|M)[-/. ](dd|d)[-/. ](yyyy|yy)|(dd|d)[-/. ](MM|M)[-/. ](yyyy|yy)");
    }

    /** The date of a text; empty if it is none that this reader knows. */
    Optional<LocalDate> date(String text) {
        if (!known) {
            return Optional.empty();
        }
        int year = -1;
        int month = -1;
        int day = -1;
        int at = 0;
        int i = 0;
        while (i < pattern.length()) {
            char letter = pattern.charAt(i);
            int run = run(i);
            if (letter != 'y' && letter != 'M' && letter != 'd') {
                if (at >= text.length() || text.charAt(at) != letter) {
                    return Optional.empty();
                }
                at++;
                i++;
                continue;
            }
            int least = run;
            int most = run == 1 ? 2 : run;
            int value = 0;
            int read = 0;
            while (read < most && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = value * 10 + text.charAt(at) - '0';
                at++;
                read++;
            }
            if (read < least) {
                return Optional.empty();
            }
            if (letter == 'y') {
                year = run == YEAR_DIGITS ? value : THIS_CENTURY + value;
            } else if (letter == 'M') {
                month = value;
            } else {
                day = value;
            }
            i += run;
        }
        boolean date = at == text.length() && month >= 1 && month <= MONTHS && day >= 1;
        return date && day <= YearMonth.of(year, month).lengthOfMonth()
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    private int run(int from) {
        int to = from;
        while (to < pattern.length() && pattern.charAt(to) == pattern.charAt(from)) {
            to++;
        }
        return to - from;
    }
}
