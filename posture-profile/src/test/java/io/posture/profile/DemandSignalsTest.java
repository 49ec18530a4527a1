package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.DemandSignals;
import io.posture.api.Regime;
import io.posture.api.Season;
import io.posture.api.Stretch;
import io.posture.profile.Run.TestItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DemandSignalsTest {

    /** A Sunday; 104 full weeks from Monday, 2024-01-01. */
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 28);

    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);
    private static final int WEEKS = 104;
    private static final double DIGITS = 1e-12;

    private static ProfileSettings settings() {
        return ProfileSettings.DEFAULTS.withAsOf(AS_OF);
    }

    /** One issue a week, weeks counted from Monday, 2024-01-01. */
    private static Run weekly(ProfileSettings settings, IntToDoubleFunction pieces) {
        Run run = Run.with(settings).item(new TestItem("a").introduced(LONG_AGO));
        for (int week = 0; week < WEEKS; week++) {
            run.issue("a", week(week).toString(), pieces.applyAsDouble(week));
        }
        return run;
    }

    private static LocalDate week(int week) {
        return LocalDate.of(2024, 1, 1).plusWeeks(week);
    }

    private static DemandProfile demand(IntToDoubleFunction pieces) {
        return weekly(settings(), pieces).profile("a").demand();
    }

    private static double wave(int week) {
        return week % 2 == 0 ? 1 : -1;
    }

    private static Period period(Regime regime, LocalDate from, LocalDate to) {
        return new Period(regime, from, to, "");
    }

    @Test
    void aDisruptedStretchStaysOutOfTheFiguresForSizing() {
        DemandProfile demand = demand(week -> (40 <= week && week < 52 ? 210 : 70) + 7 * wave(week));
        List<Stretch> list = demand.signals().stretches().list();
        assertEquals(
                List.of(Regime.STABLE, Regime.DISRUPTED, Regime.STABLE),
                list.stream().map(Stretch::regime).toList());
        assertEquals(week(40), list.get(1).from());
        assertEquals(week(52).minusDays(1), list.get(1).to());
        assertEquals(12, list.get(1).buckets());
        assertEquals(10, demand.meanPerDay(), DIGITS);
        // weeks are 7 off the mean of stretches of 40 and 52 weeks
        assertEquals(Math.sqrt(49 * 92.0 / 90 / 7), demand.sdPerDay().orElseThrow(), DIGITS);
        assertEquals(11, demand.maxPerDay(), DIGITS);
        assertEquals(30, demand.signals().stretches().disrupted().orElseThrow().mean(), DIGITS);
        assertEquals(
                12.0 / 104,
                demand.signals().stretches().disrupted().orElseThrow().share(),
                DIGITS);
        assertEquals(92, demand.stablePieces().length);
        assertEquals(104, demand.history().length());
    }

    @Test
    void monthsOfADisruptedStretchDoNotCountAsVariation() {
        DemandProfile demand = demand(week -> 40 <= week && week < 52 ? 210 + 7 * wave(week) : 70 + 7 * wave(week));
        // weeks 40 to 51 run from 2024-10-07 to 2024-12-29: three months
        assertEquals(20, demand.months());
        assertTrue(demand.monthlyCv().orElseThrow() < 0.15);
    }

    @Test
    void aLastingChangeIsTheNewNormalAndSaid() {
        Run run = weekly(settings(), week -> (week < 60 ? 70 : 140) + 7 * wave(week));
        DemandProfile demand = run.profile("a").demand();
        assertTrue(demand.signals().stretches().levelShift());
        assertEquals(20, demand.meanPerDay(), DIGITS);
        assertTrue(Run.assumption(run.build(), Premise.LEVEL_SHIFT).isPresent());
    }

    @Test
    void theUsersWindowsWinAndAreUnited() {
        ProfileSettings settings = settings()
                .withPeriods(List.of(
                        period(Regime.DISRUPTED, week(10), week(12)),
                        period(Regime.DISRUPTED, week(11).plusDays(3), week(13))));
        DemandProfile demand = weekly(settings, week -> (40 <= week && week < 52 ? 210 : 70) + 7 * wave(week))
                .profile("a")
                .demand();
        List<Stretch> list = demand.signals().stretches().list();
        assertTrue(demand.signals().stretches().byUser());
        assertEquals(3, list.size());
        // a window touches its first and last week
        assertEquals(week(10), list.get(1).from());
        assertEquals(4, list.get(1).buckets());
        // the raised weeks are the user's to name
        assertEquals((88 * 10 + 12 * 30) / 100.0, demand.meanPerDay(), DIGITS);
    }

    @Test
    void aStableWindowOfTheUserEndsTheSearch() {
        ProfileSettings settings = settings().withPeriods(List.of(period(Regime.STABLE, week(0), week(103))));
        DemandProfile demand =
                weekly(settings, week -> week < 60 ? 70 : 140).profile("a").demand();
        assertTrue(demand.signals().stretches().byUser());
        assertEquals(104, demand.signals().stretches().list().get(0).buckets());
        assertEquals(Optional.empty(), demand.signals().stretches().disrupted());
    }

    @Test
    void windowsOutsideTheHistorySayNothing() {
        ProfileSettings settings = settings()
                .withPeriods(List.of(period(Regime.DISRUPTED, LocalDate.of(2020, 3, 1), LocalDate.of(2020, 9, 1))));
        DemandProfile demand = weekly(settings, week -> 70).profile("a").demand();
        assertFalse(demand.signals().stretches().byUser());
    }

    @Test
    void aHistoryDisruptedFromEndToEndKeepsItsFiguresAndSaysSo() {
        ProfileSettings settings = settings().withPeriods(List.of(period(Regime.DISRUPTED, week(0), week(103))));
        Run run = weekly(settings, week -> 70 + 7 * wave(week));
        assertEquals(10, run.profile("a").demand().meanPerDay(), DIGITS);
        assertTrue(Run.assumption(run.build(), Premise.STABLE_STRETCH_MISSING).isPresent());
    }

    @Test
    void irregularDemandIsOnlySuspected() {
        // every other week nothing: ADI 2
        Run run = weekly(settings(), week -> week % 2 == 0 ? 0 : week < 52 ? 10 + week % 3 : 60 + week % 3);
        DemandSignals signals = run.profile("a").demand().signals();
        assertEquals(List.of(), signals.stretches().list());
        assertEquals(Optional.of(week(52)), signals.stretches().suspectedShift());
        assertTrue(Run.assumption(run.build(), Premise.LEVEL_SHIFT_SUSPECTED).isPresent());
    }

    @Test
    void aTrendMustBeSignificantAndLarge() {
        assertTrue(demand(week -> 70 + week / 4.0 + 7 * wave(week))
                .signals()
                .trend()
                .orElseThrow()
                .flagged());
        // 1 % a year
        assertFalse(demand(week -> 700 + week * 7 / 52.0)
                .signals()
                .trend()
                .orElseThrow()
                .flagged());
        assertFalse(demand(week -> 70 + 7 * wave(week))
                .signals()
                .trend()
                .orElseThrow()
                .flagged());
        assertEquals(Optional.empty(), DemandAnalysis.trend(new double[] {1, 2, 3, 4, 5, 6, 7}, 52));
    }

    private static Run seasonal(LocalDate asOf) {
        Run run = Run.asOf(asOf).item(new TestItem("a").introduced(LONG_AGO));
        Random random = new Random(12);
        for (LocalDate day = LocalDate.of(2023, 11, 1); !day.isAfter(asOf); day = day.plusDays(1)) {
            run.issue("a", day.toString(), (day.getMonthValue() == 12 ? 35 : 10) * (0.8 + 0.4 * random.nextDouble()));
        }
        return run;
    }

    @Test
    void twoYearsShowASeasonWhateverDayTheyEndOn() {
        for (LocalDate asOf : List.of(
                LocalDate.of(2025, 12, 14),
                LocalDate.of(2025, 12, 31),
                LocalDate.of(2026, 2, 27),
                LocalDate.of(2026, 2, 28))) {
            DemandProfile demand = seasonal(asOf).profile("a").demand();
            assertEquals(24, demand.months(), asOf.toString());
            Season season = demand.signals().season().orElseThrow();
            assertEquals(12, season.indices().size());
            assertEquals(Confidence.LOW, season.confidence());
            assertEquals(1, season.start().getDayOfMonth());
            double december =
                    season.indices().get(Math.floorMod(12 - season.start().getMonthValue(), 12));
            assertEquals(35 * 31 / ((35 * 31 + 10 * 334.5) / 12), december, 0.1, asOf.toString());
        }
    }

    @Test
    void aSeasonIsNeitherATrendNorADisruption() {
        DemandSignals signals =
                seasonal(LocalDate.of(2025, 12, 14)).profile("a").demand().signals();
        assertEquals(1, signals.stretches().list().size());
        assertFalse(signals.trend().orElseThrow().flagged());
    }

    @Test
    void aMonthThatTheDataCutIsNoMonth() {
        // the window's first month is December 2023, of which the data hold the last day only
        Run run = Run.asOf(LocalDate.of(2025, 12, 30)).item(new TestItem("a").introduced(LONG_AGO));
        for (LocalDate day = LocalDate.of(2023, 12, 31); day.getYear() < 2026; day = day.plusDays(1)) {
            run.issue("a", day.toString(), 10);
        }
        assertEquals(23, run.profile("a").demand().months());
    }

    @Test
    void anOutlierIsKeptAndFlagged() {
        DemandProfile demand = demand(week -> week == 50 ? 700 : 70 + 7 * wave(week));
        assertEquals(1, demand.signals().outliers().size());
        assertEquals(week(50), demand.signals().outliers().get(0).bucket());
        assertEquals(700, demand.history().pieces(50), 0);
    }

    @Test
    void anOutlierIsCutWhereTheSettingsAskForIt() {
        Run run = weekly(settings().withWinsorise(true), week -> week == 50 ? 700 : 70 + 7 * wave(week));
        DemandProfile demand = run.profile("a").demand();
        assertEquals(700, demand.signals().outliers().get(0).pieces(), 0);
        // 51 weeks of 77 and 52 of 63 beside it: median 70, and but for one the absolute deviations are 7
        double limit = 70 + 3.5 * 7 / 0.6745;
        assertEquals(limit, demand.history().pieces(50), 1e-9);
        assertEquals(limit, demand.signals().outliers().get(0).winsorised(), 1e-9);
        assertTrue(Run.assumption(run.build(), Premise.OUTLIERS_CUT).isPresent());
    }

    @Test
    void bucketsOfOnesOwnShowTheSame() {
        Run run = weekly(settings(), week -> (40 <= week && week < 52 ? 210 : 70) + 7 * wave(week));
        DemandProfile fromRows = run.profile("a").demand();
        DemandHistory months = DemandHistory.of(LocalDate.of(2024, 1, 1), Bucket.MONTH, new double[23]);
        DemandProfile fromBuckets = DemandAnalysis.profile(fromRows.history(), months, settings());
        assertEquals(fromRows.meanPerDay(), fromBuckets.meanPerDay(), 0);
        assertEquals(fromRows.sdPerDay(), fromBuckets.sdPerDay());
        assertEquals(fromRows.signals().stretches(), fromBuckets.signals().stretches());
        assertEquals(fromRows.signals().trend(), fromBuckets.signals().trend());
        // 52 whole weeks of 70 lie within 365 days
        assertEquals(52 * 70, fromBuckets.annualIssues(), DIGITS);
        assertEquals(0, fromBuckets.daysSinceLastIssue().orElseThrow());
        assertEquals(
                List.of(40, 52), DemandAnalysis.changePoints(fromRows.history().toArray()));
        assertEquals(Optional.empty(), DemandAnalysis.season(months));
        assertEquals(List.of(), DemandAnalysis.outliers(months));
    }

    @Test
    void monthsMustBeMonths() {
        DemandHistory weeks = DemandHistory.of(week(0), Bucket.WEEK, 1, 2, 3);
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> DemandAnalysis.profile(weeks, weeks, settings()));
        assertEquals("months must be in buckets of a MONTH, were of a WEEK", refused.getMessage());
    }

    @Test
    void noBucketsShowNothing() {
        DemandHistory none = DemandHistory.of(week(0), Bucket.WEEK);
        DemandProfile demand = DemandAnalysis.profile(none, DemandHistory.of(week(0), Bucket.MONTH), settings());
        assertEquals(DemandClass.NO_DEMAND, demand.demandClass());
        assertEquals(OptionalDouble.empty(), demand.sdPerDay());
        assertArrayEquals(new double[0], demand.stablePieces());
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        assertThrows(IllegalArgumentException.class, () -> period(Regime.STABLE, week(1), week(0)));
    }
}
