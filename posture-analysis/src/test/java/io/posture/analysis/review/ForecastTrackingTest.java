package io.posture.analysis.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.review.ReviewReason;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Demand after a run against what that run had forecast. The first run knows the 26 weeks from 2026-01-05 on: 8, 12, 8, 12, ... */
class ForecastTrackingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final String FIRST = "2026-07-06";
    private static final String SECOND = "2026-08-10";
    private static final String THIRD = "2026-09-07";
    private static final double EXACT = 1e-9;

    @TempDir
    private Path work;

    @Test
    void demandThatRisesAfterARunIsFoundByTheNext() {
        Runs runs = runs(16).on(FIRST);
        assertEquals(List.of(), runs.findings(ReviewReason.FORECAST_DRIFT, "bolt"));
        runs.on(SECOND);
        List<ReviewReport.Entry> found = runs.findings(ReviewReason.FORECAST_DRIFT, "bolt");
        // five weeks of 16 for 10; 26 times 2 squared over 25 is a variance of 4.16 a week, 5 * 4.16 * 2 / pi = 3.6388
        // squared
        assertEquals(1, found.size(), found::toString);
        assertEquals(
                "demand since 2026-07-06 was 80 where 50 were forecast: tracking signal 8.24 is above 4, too little is forecast",
                found.get(0).text());
        assertEquals(5, runs.item("bolt").number("forecast_periods").orElseThrow(), 0);
        assertEquals(30, runs.item("bolt").number("forecast_error").orElseThrow(), EXACT);
        assertEquals(
                Math.sqrt(5 * 4.16 * 2 / Math.PI),
                runs.item("bolt").number("forecast_mad").orElseThrow(),
                EXACT);
        // 10 where 10 were forecast
        assertEquals(List.of(), runs.findings(ReviewReason.FORECAST_DRIFT, "nut"));
    }

    @Test
    void everyWeekIsComparedOnceAndWithTheForecastOfTheRunBeforeIt() {
        Runs runs = runs(12).on(FIRST).on(SECOND).on(SECOND).on(THIRD);
        // then 320 pieces of 31 weeks were known
        double later = 4 * (12 - 320.0 / 31);
        assertEquals(9, runs.item("bolt").number("forecast_periods").orElseThrow(), 0);
        assertEquals(10 + later, runs.item("bolt").number("forecast_error").orElseThrow(), EXACT);
        assertEquals(
                LocalDate.parse(FIRST), runs.item("bolt").day("forecast_since").orElseThrow());
    }

    @Test
    void whatSomebodyReviewedIsNotToldAgain() {
        Runs runs =
                runs(16).on(FIRST).on(SECOND).reviews("item,bolt,2026-08-18").on(THIRD);
        // of the weeks from 08-10, 08-17, 08-24 and 08-31 on the last two
        assertEquals(2, runs.item("bolt").number("forecast_periods").orElseThrow(), 0);
        assertEquals(
                LocalDate.of(2026, 8, 24),
                runs.item("bolt").day("forecast_since").orElseThrow());
        assertEquals(9, runs.item("nut").number("forecast_periods").orElseThrow(), 0);
    }

    @Test
    void thePolicySaysWhatIsTakenForChance() {
        Runs runs = runs(16).rules("posture: v1\nreview: {triggers: {tracking_signal: 8.25}}")
                .on(FIRST)
                .on(SECOND);
        assertEquals(List.of(), runs.findings(ReviewReason.FORECAST_DRIFT, "bolt"));
        runs.rules("posture: v1\nreview: {triggers: {tracking_signal: 8.24}}").on(SECOND);
        assertEquals(1, runs.findings(ReviewReason.FORECAST_DRIFT, "bolt").size());
    }

    @Test
    void aFirstRunHasNothingToCompareWith() {
        assertTrue(runs(16).on(SECOND).item("bolt").number("forecast_error").isEmpty());
    }

    /** From the day of the first run on {@code later} pieces of bolt a week; of nut 10. */
    private Runs runs(int later) {
        StringBuilder demand = new StringBuilder("item_id,date,quantity");
        for (int week = 0; week < 40; week++) {
            LocalDate day = MONDAY.plusWeeks(week);
            int usual = week % 2 == 0 ? 8 : 12;
            boolean after = !day.isBefore(LocalDate.parse(FIRST));
            demand.append("\nbolt,").append(day).append(',').append(after ? later : usual);
            demand.append("\nnut,").append(day).append(',').append(after ? 10 : usual);
        }
        return Runs.of(work).write("demand.csv", demand.toString());
    }
}
