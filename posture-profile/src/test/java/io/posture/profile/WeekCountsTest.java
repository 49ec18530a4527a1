package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dates far ahead of all others. */
class WeekCountsTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private final WeekCounts weeks = new WeekCounts();

    @BeforeEach
    void fortyWeeks() {
        for (int week = 0; week < 40; week++) {
            add(MONDAY.plusWeeks(week));
        }
    }

    @Test
    void evenDatesAreNotAhead() {
        assertEquals(OptionalInt.empty(), weeks.aheadFrom());
    }

    @Test
    void aMistypedYearIsAheadFromTheFirstSuchWeek() {
        add(LocalDate.of(2031, 1, 8));
        add(LocalDate.of(2062, 1, 8));
        LocalDate from = LocalDate.ofEpochDay(weeks.aheadFrom().orElseThrow());
        assertEquals(2031, from.getYear());
        assertEquals(1, from.getMonthValue());
    }

    @Test
    void aGapOfLessThanAYearIsNone() {
        add(MONDAY.plusWeeks(39 + 53));
        assertEquals(OptionalInt.empty(), weeks.aheadFrom());
    }

    @Test
    void manyDatesAfterAGapAreTheData() {
        for (int day = 0; day < 3; day++) {
            add(LocalDate.of(2031, 1, 8).plusDays(day));
        }
        assertEquals(OptionalInt.empty(), weeks.aheadFrom());
    }

    @Test
    void fewDatesInAllSayNothing() {
        WeekCounts few = new WeekCounts();
        for (int week = 0; week < 18; week++) {
            few.add(Math.toIntExact(MONDAY.plusWeeks(week).toEpochDay()));
        }
        few.add(Math.toIntExact(LocalDate.of(2031, 1, 8).toEpochDay()));
        assertEquals(OptionalInt.empty(), few.aheadFrom());
    }

    @Test
    void datesBeyondAllMeasureAreTakenForTheFarthestWeek() {
        add(LocalDate.of(9999, 12, 31));
        assertTrue(weeks.aheadFrom().isPresent());
    }

    private void add(LocalDate day) {
        weeks.add(Math.toIntExact(day.toEpochDay()));
    }
}
