package io.posture.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateVoteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13/04/2025|03/04/2025|2025-04-03",
                "04/13/2025|03/04/2025|2025-03-04",
                "13-4-25|3-4-25|2025-04-03",
                "4-13-25|3-4-25|2025-03-04",
                "4/13/2025 8:26|3/4/2025 17:05:33|2025-03-04"
            })
    void oneDayAboveTwelveDecidesTheColumn(String telling, String text, LocalDate date) {
        assertEquals(date, read(text, vote(text, telling).patterns().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-04-03|2025-04-03",
                "2025-04-03T23:59:59Z|2025-04-03",
                "2025-04-03 00:30:00+02:00|2025-04-03",
                "2025/4/3|2025-04-03",
                "20250403|2025-04-03",
                "03.04.2025|2025-04-03",
                "3.4.25|2025-04-03",
                "3-Apr-25|2025-04-03",
                "03-APR-2025|2025-04-03",
                "3 Apr 2025|2025-04-03",
                "'Apr 3, 2025'|2025-04-03"
            })
    void readsWhatHasOneReading(String text, LocalDate date) {
        DateVote vote = vote(text);
        assertEquals(date, read(text, vote.patterns().orElseThrow()));
        assertTrue(vote.mostlyDates());
        assertFalse(vote.twoWays());
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2025", "3-4-25", "1/2/2025 10:00"})
    void aColumnWithoutADayAboveTwelveStaysOpen(String text) {
        DateVote vote = vote("04/04/2025", text);
        assertEquals(Optional.empty(), vote.patterns());
        assertEquals(new NumberVote.Example(text, 3), vote.example());
    }

    @Test
    void equalDayAndMonthNeedNoDecision() {
        assertEquals(
                LocalDate.of(2025, 4, 4),
                read("04/04/2025", vote("04/04/2025").patterns().orElseThrow()));
    }

    @Test
    void contradictionsAreNotDecided() {
        DateVote vote = vote("13/04/2025", "04/13/2025");
        assertEquals(Optional.empty(), vote.patterns());
        assertTrue(vote.contradictory());
        assertEquals("13/04/2025", vote.example().text());
        assertEquals("04/13/2025", vote.contrary().text());
    }

    @Test
    void textsAreNoDates() {
        assertTrue(vote("2025-04-03", "2025-04-04", "N/A").mostlyDates());
        DateVote vote = vote("2025-04-03", "N/A");
        assertFalse(vote.mostlyDates());
        assertEquals(2, vote.values());
        assertFalse(vote().mostlyDates());
    }

    private static LocalDate read(String text, List<DatePattern> patterns) {
        return patterns.stream()
                .flatMap(pattern -> pattern.parse(text).stream())
                .findFirst()
                .orElseThrow();
    }

    private static DateVote vote(String... texts) {
        DateVote vote = new DateVote();
        int line = 2;
        for (String text : List.of(texts)) {
            vote.add(text, line++);
        }
        return vote;
    }
}
