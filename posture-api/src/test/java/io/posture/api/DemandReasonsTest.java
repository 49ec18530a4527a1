package io.posture.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DemandReasonsTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final Stretch STABLE = new Stretch(Regime.STABLE, MONDAY, MONDAY.plusDays(13), 2, 2, 0.5);
    private static final Stretch DISRUPTED =
            new Stretch(Regime.DISRUPTED, MONDAY.plusDays(14), MONDAY.plusDays(27), 2, 9, 1);

    private static DemandProfile profile(DemandSignals signals) {
        return new DemandProfile(
                DemandHistory.of(MONDAY, Bucket.WEEK, 13, 15, 60, 66),
                DemandClass.SMOOTH,
                2,
                OptionalDouble.of(0.5),
                OptionalDouble.of(1),
                OptionalDouble.of(0.01),
                3,
                1,
                OptionalDouble.empty(),
                false,
                154,
                OptionalInt.of(0),
                7.7,
                RowRefs.of("demand.csv", 2, 3),
                signals);
    }

    private static DemandSignals signals(
            Stretches stretches, Optional<Censoring> censoring, Optional<Analogue> analogue) {
        return new DemandSignals(Optional.empty(), Optional.empty(), List.of(), stretches, censoring, analogue);
    }

    private static Stretches stretches(boolean byUser, Stretch... list) {
        return new Stretches(
                List.of(list), byUser, false, Optional.empty(), Optional.of(new Stretches.Disrupted(9, 1, 0.5)));
    }

    private static DemandProfile censored(String method) {
        OptionalDouble estimate = method.equals("NONE") ? OptionalDouble.empty() : OptionalDouble.of(2);
        return profile(signals(
                Stretches.NONE,
                Optional.of(new Censoring(method, 3, 1.5, estimate, OptionalDouble.empty())),
                Optional.empty()));
    }

    private static List<String> names(Figure figure) {
        return figure.because().stream().map(Explanation::name).toList();
    }

    private static String formula(Figure figure) {
        return ((Origin.Formula) figure.origin()).id();
    }

    private static List<String> warnings(DemandProfile profile) {
        return profile.meanPerDayFigure().because().stream()
                .filter(reason -> reason.name().equals("warning"))
                .map(Explanation::text)
                .toList();
    }

    @Test
    void aPlainRateIsThatOfItsBuckets() {
        Figure mean = profile(DemandSignals.NONE).meanPerDayFigure();
        assertEquals(2, mean.value(), 0);
        assertEquals("demand.scale.1", formula(mean));
        assertEquals(List.of("weekBuckets"), names(mean));
    }

    @Test
    void aRateOfStableStretchesShowsTheDisruptedOneBeside() {
        DemandProfile profile =
                profile(signals(stretches(false, STABLE, DISRUPTED), Optional.empty(), Optional.empty()));
        Figure mean = profile.meanPerDayFigure();
        assertEquals("demand.regimes.1", formula(mean));
        assertEquals(List.of("weekBuckets", "disruptedPerDay"), names(mean));
        Figure disrupted = (Figure) mean.because().get(1);
        assertEquals(9, disrupted.value(), 0);
        assertEquals(List.of("stableStretch", "disruptedStretch"), names(disrupted));
        Figure stretch = (Figure) disrupted.because().get(1);
        assertEquals("2025-01-20 to 2025-02-02", stretch.because().get(0).text());
        assertEquals("demand.changePoints.1", formula(stretch));
        assertEquals(List.of("weekBuckets", "disruptedSdPerDay"), names(profile.sdPerDayFigure()));
    }

    @Test
    void aWindowOfTheUserIsNamedAsSuch() {
        Figure mean = profile(signals(stretches(true, STABLE, DISRUPTED), Optional.empty(), Optional.empty()))
                .meanPerDayFigure();
        Explanation stretch = ((Figure) mean.because().get(1)).because().get(0);
        assertEquals(new Origin.Parameter("profile", "periods"), stretch.origin());
    }

    @Test
    void anEstimateNamesItsMethodAndWhatWasSold() {
        Figure mean = censored("NORMAL").meanPerDayFigure();
        assertEquals("demand.censoredNormal.1", formula(mean));
        assertEquals(List.of("weekBuckets", "bucketsWithStockOut", "soldPerDay"), names(mean));
        assertEquals("demand.censoredPoisson.1", formula(censored("POISSON").sdPerDayFigure()));
        assertEquals("demand.censorScale.1", formula(censored("SCALE").meanPerDayFigure()));
    }

    @Test
    void salesThatHideAllDemandAreWarnedOf() {
        DemandProfile none = censored("NONE");
        assertEquals("demand.scale.1", formula(none.meanPerDayFigure()));
        assertEquals(List.of("DEMAND_ALL_CENSORED"), warnings(none));
    }

    @Test
    void aBorrowedRateIsAnAssumption() {
        DemandProfile item = profile(signals(
                Stretches.NONE,
                Optional.empty(),
                Optional.of(new Analogue("item", "old-1", 1, 2, OptionalDouble.of(0.5)))));
        Origin.Assumption origin = (Origin.Assumption) item.meanPerDayFigure().origin();
        assertTrue(origin.reason().contains("item 'old-1'"), origin.reason());
        assertEquals(List.of("weekBuckets", "analogue"), names(item.sdPerDayFigure()));
        DemandProfile category = profile(signals(
                Stretches.NONE,
                Optional.empty(),
                Optional.of(new Analogue("category", "bolts", 12, 2, OptionalDouble.of(0.5)))));
        assertEquals(List.of("weekBuckets", "category"), names(category.meanPerDayFigure()));
        assertTrue(category.hasRate());
    }

    @Test
    void shiftsOfTheLevelAreWarnedOf() {
        Stretches shifted = new Stretches(
                List.of(DISRUPTED, STABLE),
                false,
                true,
                Optional.empty(),
                Optional.of(new Stretches.Disrupted(9, 1, 0.5)));
        assertEquals(List.of("LEVEL_SHIFT"), warnings(profile(signals(shifted, Optional.empty(), Optional.empty()))));
        Stretches suspected = new Stretches(List.of(), false, false, Optional.of(MONDAY), Optional.empty());
        assertEquals(
                List.of("LEVEL_SHIFT_SUSPECTED"),
                warnings(profile(signals(suspected, Optional.empty(), Optional.empty()))));
        assertEquals(
                List.of("STABLE_STRETCH_MISSING"),
                warnings(profile(signals(stretches(true, DISRUPTED), Optional.empty(), Optional.empty()))));
    }

    @Test
    void samplesAreDrawnFromStableBuckets() {
        DemandProfile profile =
                profile(signals(stretches(false, STABLE, DISRUPTED), Optional.empty(), Optional.empty()));
        assertArrayEquals(new double[] {13, 15}, profile.stablePieces(), 0);
        assertArrayEquals(
                new double[] {13, 15, 60, 66}, profile(DemandSignals.NONE).stablePieces(), 0);
    }

    @Test
    void theReturnRateIsReturnedOverIssued() {
        assertEquals(0.05, profile(DemandSignals.NONE).returnRate().orElseThrow(), 1e-15);
    }

    @Test
    void noHistoryAndNoAnalogueIsNoRate() {
        DemandProfile empty = new DemandProfile(
                DemandHistory.of(MONDAY, Bucket.WEEK),
                DemandClass.NO_DEMAND,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                0,
                OptionalDouble.empty(),
                false,
                0,
                OptionalInt.empty(),
                0,
                RowRefs.NONE);
        assertFalse(empty.hasRate());
        assertEquals(OptionalDouble.empty(), empty.returnRate());
    }
}
