package io.posture.io.table;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days that can be meant.
 *
 * @param earliest first day
 * @param latest last day
 */
public record DateLimits(LocalDate earliest, LocalDate latest) {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST_WITHOUT_AS_OF = LocalDate.of(2099, 12, 31);
    private static final int YEARS_AHEAD = 10;

    /** From 1970 to ten years after the day of the data; to 2099 where that day is not known. */
    public static DateLimits around(Optional<LocalDate> asOf) {
        return new DateLimits(
                EARLIEST, asOf.map(day -> day.plusYears(YEARS_AHEAD)).orElse(LATEST_WITHOUT_AS_OF));
    }

    /** Whether a day can be meant. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(earliest) && !day.isAfter(latest);
    }
}
