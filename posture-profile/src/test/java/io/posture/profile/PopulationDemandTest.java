package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.DemandProfile;
import io.posture.api.ItemState;
import io.posture.api.Lifecycle;
import io.posture.profile.Run.TestItem;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PopulationDemandTest {

    /** A Sunday. */
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 28);

    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);

    private static final double DIGITS = 1e-12;

    private static ProfileSettings months(int months) {
        return ProfileSettings.DEFAULTS.withAsOf(AS_OF).withWindowMonths(months);
    }

    /** Four full weeks from Monday, 2025-12-01, with 14, 0, 14, 0 pieces. */
    private static Run fourWeeks() {
        return Run.with(months(1))
                .item(new TestItem("a").introduced(LONG_AGO))
                .issue("a", "2025-12-01", 7)
                .issue("a", "2025-12-07", 7)
                .issue("a", "2025-12-10", -2)
                .issue("a", "2025-12-16", 14);
    }

    @Test
    void historyHoldsTheFullWeeksOfTheWindow() {
        DemandProfile demand =
                fourWeeks().issue("a", "2025-11-30", 99).profile("a").demand();
        assertEquals(LocalDate.of(2025, 12, 1), demand.history().firstBucket());
        assertArrayEquals(new double[] {14, 0, 14, 0}, demand.history().toArray());
    }

    @Test
    void ratesAreScaledToDays() {
        DemandProfile demand = fourWeeks().profile("a").demand();
        assertEquals(1, demand.meanPerDay(), DIGITS);
        // four deviations of 7, squared, over 3, over 7 days
        assertEquals(Math.sqrt(28.0 / 3), demand.sdPerDay().orElseThrow(), DIGITS);
        assertEquals(2, demand.maxPerDay(), DIGITS);
        assertEquals(365, demand.perYear(), 1e-9);
    }

    @Test
    void patternIsThatOfTheWeeks() {
        DemandProfile demand = fourWeeks().profile("a").demand();
        assertEquals(OptionalDouble.of(2), demand.adi());
        assertEquals(OptionalDouble.of(0), demand.squaredCv());
        assertEquals(DemandClass.INTERMITTENT, demand.demandClass());
    }

    @Test
    void returnsAreLeftOutAndSaid() {
        Run run = fourWeeks();
        assertEquals(2, run.profile("a").demand().returnedPieces(), 0);
        assertEquals(
                1,
                Run.assumption(run.build(), Premise.RETURNS_LEFT_OUT)
                        .orElseThrow()
                        .items());
    }

    @Test
    void demandAfterTheRunsDateIsLeftOutAndSaid() {
        Run run = fourWeeks().issue("a", "2025-12-29", 1000);
        assertArrayEquals(
                new double[] {14, 0, 14, 0}, run.profile("a").demand().history().toArray());
        assertEquals(
                1,
                Run.assumption(run.build(), Premise.DEMAND_AFTER_AS_OF)
                        .orElseThrow()
                        .items());
    }

    @Test
    void annualIssuesAreThoseOf365Days() {
        DemandProfile demand = fourWeeks()
                .issue("a", "2024-12-28", 1000)
                .issue("a", "2024-12-29", 100)
                .profile("a")
                .demand();
        assertEquals(128, demand.annualIssues(), 0);
        assertEquals(OptionalInt.of(12), demand.daysSinceLastIssue());
    }

    @Test
    void theLastIssueMayBeOlderThanTheWindow() {
        DemandProfile demand = Run.with(months(1))
                .item("a")
                .issue("a", "2020-12-28", 3)
                .issue("a", "2025-12-20", -1)
                .profile("a")
                .demand();
        assertEquals(OptionalInt.of(5 * 365 + 1), demand.daysSinceLastIssue());
        assertEquals(DemandClass.NO_DEMAND, demand.demandClass());
        assertEquals(4, demand.history().length());
    }

    @Test
    void linesAfterTheRunsDateAreNotLookedAt() {
        DemandProfile demand =
                fourWeeks().issue("a", "2025-12-29", 500).profile("a").demand();
        assertEquals(OptionalInt.of(12), demand.daysSinceLastIssue());
        assertEquals(28, demand.annualIssues(), 0);
    }

    @Test
    void beforeItsIntroductionAnItemDoesNotExist() {
        Run run = Run.with(months(1))
                .item(new TestItem("known").introduced(LocalDate.of(2025, 12, 10)))
                .item("unknown")
                .issue("known", "2025-12-11", 5)
                .issue("known", "2025-12-18", 6)
                .issue("unknown", "2025-12-10", 5);
        // a known introduction cuts its week; a first line shows only that the item existed by then
        assertArrayEquals(
                new double[] {6, 0}, run.profile("known").demand().history().toArray());
        assertArrayEquals(
                new double[] {5, 0, 0},
                run.profile("unknown").demand().history().toArray());
        assertEquals(
                1,
                Run.assumption(run.build(), Premise.INTRODUCTION_UNKNOWN)
                        .orElseThrow()
                        .items());
    }

    @Test
    void anItemWithoutAnyEvidenceHasNoBuckets() {
        Run run = Run.with(months(24)).item("a");
        DemandProfile demand = run.profile("a").demand();
        assertEquals(0, demand.history().length());
        assertEquals(DemandClass.NO_DEMAND, demand.demandClass());
        assertEquals(OptionalDouble.empty(), demand.sdPerDay());
        assertEquals(OptionalDouble.empty(), demand.monthlyCv());
        assertEquals(OptionalInt.empty(), demand.daysSinceLastIssue());
        assertEquals(ItemState.NEW, run.profile("a").state());
    }

    @Test
    void monthlyDataKeepTheirGrain() {
        Run run = Run.with(ProfileSettings.DEFAULTS).item("a");
        for (int month = 0; month < 26; month++) {
            run.builder.demand(Run.id("a"), LocalDate.of(2024, 1, 1).plusMonths(month), Bucket.MONTH, 365, 0);
        }
        Population population = run.build();
        DemandProfile demand = population.find(Run.id("a")).orElseThrow().demand();
        // the newest line speaks of the whole of February 2026
        assertEquals(LocalDate.of(2026, 2, 28), population.asOf());
        assertEquals(Bucket.MONTH, demand.history().bucket());
        assertEquals(24, demand.history().length());
        assertEquals(12, demand.meanPerDay(), DIGITS);
        assertEquals(0, demand.sdPerDay().orElseThrow(), 0);
        assertEquals(12 * 365, demand.annualIssues(), 0);
        assertEquals(OptionalInt.of(0), demand.daysSinceLastIssue());
    }

    @Test
    void oldMonthlyDataDoNotCoarsenDailyOnes() {
        Run run = fourWeeks();
        run.builder.demand(Run.id("a"), LocalDate.of(2023, 5, 1), Bucket.MONTH, 50, 0);
        assertEquals(Bucket.WEEK, run.profile("a").demand().history().bucket());
    }

    @Test
    void monthlyVariationLeavesTheSeasonOut() {
        Run run = Run.asOf(LocalDate.of(2025, 12, 31)).item("a");
        for (int month = 0; month < 24; month++) {
            LocalDate date = LocalDate.of(2024, 1, 15).plusMonths(month);
            run.issue("a", date.toString(), date.getMonthValue() == 12 ? 400 : 100);
        }
        DemandProfile demand = run.profile("a").demand();
        assertEquals(24, demand.months());
        assertTrue(demand.seasonal());
        assertEquals(0, demand.monthlyCv().orElseThrow(), DIGITS);
    }

    @Test
    void aSeasonIsNotLookedForInFewerThanTwoYears() {
        Run run = Run.asOf(LocalDate.of(2025, 12, 30)).item("a");
        for (int month = 0; month < 24; month++) {
            LocalDate date = LocalDate.of(2024, 1, 15).plusMonths(month);
            run.issue("a", date.toString(), date.getMonthValue() == 12 ? 400 : 100);
        }
        DemandProfile demand = run.profile("a").demand();
        assertEquals(23, demand.months());
        assertFalse(demand.seasonal());
        // 22 months of 100 and one of 400: mean 2600/23
        double mean = 2600.0 / 23;
        double sd = Math.sqrt((22 * (100 - mean) * (100 - mean) + (400 - mean) * (400 - mean)) / 22);
        assertEquals(sd / mean, demand.monthlyCv().orElseThrow(), DIGITS);
    }

    @Test
    void anItemIsNewForEightFullWeeks() {
        // 2025-11-03 is the Monday eight weeks before the day after the run
        assertEquals(
                ItemState.ACTIVE,
                Run.with(months(1))
                        .item(new TestItem("a").introduced(LocalDate.of(2025, 11, 3)))
                        .profile("a")
                        .state());
        assertEquals(
                ItemState.NEW,
                Run.with(months(1))
                        .item(new TestItem("a").introduced(LocalDate.of(2025, 11, 4)))
                        .profile("a")
                        .state());
    }

    @Test
    void anItemIsObsoleteWhenItEndsWithinItsLeadTime() {
        TestItem item = new TestItem("a").introduced(LONG_AGO);
        assertEquals(ItemState.OBSOLETE, stateEnding(item.ending(AS_OF.plusDays(10))));
        assertEquals(ItemState.ACTIVE, stateEnding(item.ending(AS_OF.plusDays(11))));
        assertEquals(ItemState.OBSOLETE, stateEnding(new TestItem("a").flagged(Lifecycle.OBSOLETE)));
        assertEquals(ItemState.ACTIVE, stateEnding(item.flagged(Lifecycle.PHASE_OUT)));
    }

    private static ItemState stateEnding(TestItem item) {
        return Run.with(months(1))
                .item(item)
                .sourcing("a", "s", Run.NONE, OptionalDouble.of(10), Run.NONE)
                .profile("a")
                .state();
    }

    @Test
    void correlatedWeeksAreSaid() {
        Run run = Run.asOf(AS_OF).item(new TestItem("a").introduced(LONG_AGO));
        for (int week = 0; week < 104; week++) {
            run.issue("a", AS_OF.minusWeeks(week).toString(), week < 52 ? 10 : 90);
        }
        assertEquals(
                1,
                Run.assumption(run.build(), Premise.DEMAND_CORRELATED)
                        .orElseThrow()
                        .items());
    }

    @Test
    void rowsAreThoseOfTheWindow() {
        Run run = Run.with(months(1)).item("a");
        run.builder.source("demand", "orders.csv");
        run.builder.demand(Run.id("a"), LocalDate.of(2025, 12, 3), Bucket.DAY, 1, 7);
        run.builder.demand(Run.id("a"), LocalDate.of(2025, 12, 2), Bucket.DAY, 1, 9);
        run.builder.demand(Run.id("a"), LocalDate.of(2020, 12, 2), Bucket.DAY, 1, 2);
        assertEquals("orders.csv rows 7, 9", run.profile("a").demand().rows().toString());
    }
}
