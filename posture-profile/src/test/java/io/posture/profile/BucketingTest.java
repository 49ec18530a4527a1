package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.profile.Bucketing.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketingTest {

    private static Bucketing.Result bucket(Bucket bucket, String from, String to, Transaction... lines) {
        return Bucketing.of(new Bucketing.Inputs(List.of(lines), bucket, LocalDate.parse(from), LocalDate.parse(to)));
    }

    private static Transaction line(String date, double pieces) {
        return new Transaction(LocalDate.parse(date), pieces);
    }

    @Test
    void cutFirstAndLastWeeksAreDropped() {
        // 2024-01-01 is a Monday
        Bucketing.Result result = bucket(
                Bucket.WEEK,
                "2024-01-02",
                "2024-01-20",
                line("2024-01-02", 5),
                line("2024-01-14", 3),
                line("2024-01-20", 9));
        assertEquals(List.of(LocalDate.of(2024, 1, 8)), result.starts());
        assertEquals(List.of(3.0), result.values());
    }

    @Test
    void isoWeeksCrossTheYear() {
        Bucketing.Result result =
                bucket(Bucket.WEEK, "2024-12-30", "2025-01-05", line("2024-12-31", 1), line("2025-01-05", 2));
        assertEquals(List.of(LocalDate.of(2024, 12, 30)), result.starts());
        assertEquals(List.of(3.0), result.values());
    }

    @Test
    void monthsAreCalendarMonthsAlsoInLeapYears() {
        Bucketing.Result result = bucket(
                Bucket.MONTH,
                "2023-12-31",
                "2024-02-29",
                line("2023-12-31", 7),
                line("2024-01-31", 1),
                line("2024-02-29", 2));
        assertEquals(List.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1)), result.starts());
        assertEquals(List.of(1.0, 2.0), result.values());
    }

    @Test
    void aReturnIsReportedAndNotNetted() {
        Bucketing.Result result = bucket(
                Bucket.DAY,
                "2024-01-01",
                "2024-01-02",
                line("2024-01-01", 5),
                line("2024-01-01", -4),
                line("2023-12-31", -8));
        assertEquals(List.of(5.0, 0.0), result.values());
        assertEquals(4, result.returnedUnits());
    }

    @Test
    void aSpanShorterThanABucketHoldsNone() {
        assertTrue(bucket(Bucket.WEEK, "2024-01-02", "2024-01-07").values().isEmpty());
        assertTrue(bucket(Bucket.MONTH, "2024-01-01", "2024-01-30").values().isEmpty());
    }

    @Test
    void sumsDoNotDependOnTheOrderOfLines() {
        List<Transaction> lines = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            lines.add(line("2024-01-0" + (1 + i % 7), random.nextDouble() * Math.pow(10, i % 12)));
        }
        Bucketing.Result first = bucket(Bucket.WEEK, "2024-01-01", "2024-01-07", lines.toArray(Transaction[]::new));
        Collections.shuffle(lines, random);
        assertEquals(first, bucket(Bucket.WEEK, "2024-01-01", "2024-01-07", lines.toArray(Transaction[]::new)));
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> bucket(Bucket.DAY, "2024-02-01", "2024-01-31"));
        assertEquals("to must not be before from 2024-02-01, was 2024-01-31", refused.getMessage());
    }

    @Test
    void refusesQuantitiesThatAreNoNumbers() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> line("2024-01-01", Double.NaN));
        assertEquals("quantity must be in [-1e15, 1e15], was NaN", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> line("2024-01-01", Double.NEGATIVE_INFINITY));
    }

    /** Issues and returns on random days of three years. */
    private static Transaction[] random(Random random) {
        Transaction[] lines = new Transaction[200];
        for (int i = 0; i < lines.length; i++) {
            LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(3 * 365));
            lines[i] = new Transaction(day, random.nextInt(8) == 0 ? -3 : 1 + random.nextInt(20));
        }
        return lines;
    }

    @Test
    void weeksAndMonthsAreSumsOfTheirDays() {
        Random random = new Random(17);
        for (int trial = 0; trial < 50; trial++) {
            Transaction[] lines = random(random);
            LocalDate from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(300));
            LocalDate to = from.plusDays(random.nextInt(700));
            Bucketing.Result days = bucket(Bucket.DAY, from.toString(), to.toString(), lines);
            for (Bucket bucket : List.of(Bucket.WEEK, Bucket.MONTH)) {
                Bucketing.Result coarse = bucket(bucket, from.toString(), to.toString(), lines);
                for (int i = 0; i < coarse.starts().size(); i++) {
                    int first = days.starts().indexOf(coarse.starts().get(i));
                    int end = days.starts()
                            .indexOf(bucket.next(coarse.starts().get(i)).minusDays(1));
                    double sum = days.values().subList(first, end + 1).stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
                    assertEquals(sum, coarse.values().get(i), 1e-9);
                }
                assertEquals(days.returnedUnits(), coarse.returnedUnits(), 0);
            }
        }
    }

    @Test
    void dailyRatesOfOneSpanAreTheSameInAnyBucket() {
        // 52 weeks from Monday, 2024-01-01
        Random random = new Random(18);
        Transaction[] lines = new Transaction[365];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new Transaction(LocalDate.of(2024, 1, 1).plusDays(i % 364), random.nextInt(50));
        }
        double perDay = mean(bucket(Bucket.DAY, "2024-01-01", "2024-12-29", lines));
        double perWeek = mean(bucket(Bucket.WEEK, "2024-01-01", "2024-12-29", lines));
        assertEquals(perDay, perWeek / 7, 1e-12);
    }

    private static double mean(Bucketing.Result result) {
        return result.values().stream().mapToDouble(Double::doubleValue).sum()
                / result.values().size();
    }

    @Test
    void linesCutOfTheWindowMoveNoOtherBucket() {
        Random random = new Random(19);
        Transaction[] lines = random(random);
        Bucketing.Result wide = bucket(Bucket.WEEK, "2023-01-01", "2025-12-31", lines);
        Bucketing.Result narrow = bucket(Bucket.WEEK, "2023-06-07", "2025-03-19", lines);
        int offset = wide.starts().indexOf(narrow.starts().get(0));
        assertEquals(wide.values().subList(offset, offset + narrow.values().size()), narrow.values());
    }
}
