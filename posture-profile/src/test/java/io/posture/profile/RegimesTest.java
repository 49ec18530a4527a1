package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Regime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RegimesTest {

    private static final double DIGITS = 1e-12;

    private static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Regimes.Result regimes(List<Double> series, Integer... changePoints) {
        return Regimes.of(new Regimes.Inputs(series, List.of(changePoints)));
    }

    /** Levels of a number of weeks each, one up and one down in turn. */
    private static double[] levels(int... levelsAndWeeks) {
        double[] series = new double[0];
        for (int i = 0; i < levelsAndWeeks.length; i += 2) {
            int at = series.length;
            series = Arrays.copyOf(series, at + levelsAndWeeks[i + 1]);
            for (int j = at; j < series.length; j++) {
                series[j] = levelsAndWeeks[i] + (j % 2 == 0 ? 1 : -1);
            }
        }
        return series;
    }

    @Test
    void agreesWithTheReferenceVectors() {
        Regimes.Result raised = regimes(
                list(
                        20, 20, 20, 20, 22, 19, 21, 20, 18, 23, 20, 21, 19, 20, 45, 52, 38, 49, 61, 40, 47, 55, 44, 50,
                        21, 20, 19, 22, 20, 18, 21, 20, 22, 19),
                14,
                24);
        assertEquals(List.of(Regime.STABLE, Regime.DISRUPTED, Regime.STABLE), raised.labels());
        assertEquals(20.208333333333332, raised.stableMean().orElseThrow(), DIGITS);
        assertEquals(1.2784426402524223, raised.stableSd().orElseThrow(), DIGITS);
        assertEquals(48.1, raised.disruptedMean().orElseThrow(), DIGITS);
        assertEquals(6.903300337922113, raised.disruptedSd().orElseThrow(), DIGITS);
        Regimes.Result level = regimes(list(10, 11, 9, 10, 12, 10, 9, 11, 10, 10, 10, 12, 9), 8);
        assertEquals(1.0574411653523887, level.stableSd().orElseThrow(), DIGITS);
        assertEquals(OptionalDouble.empty(), level.disruptedMean());
    }

    @Test
    void theLatestOfTwoEquallyLongSegmentsIsTheReference() {
        assertEquals(
                List.of(Regime.DISRUPTED, Regime.STABLE),
                regimes(list(10, 10, 20, 20), 2).labels());
    }

    @Test
    void theLimitsThemselvesAreStable() {
        // 13 is 30 % above 10; a deviation of 1.5 times the reference's
        assertEquals(
                List.of(Regime.STABLE, Regime.STABLE),
                regimes(list(12, 14, 9, 11, 9, 11, 10), 2).labels());
        assertEquals(
                List.of(Regime.STABLE, Regime.STABLE),
                regimes(list(7, 13, 10, 8, 12, 8, 12), 3).labels());
    }

    @Test
    void anyDemandBesideNoneIsDisrupted() {
        assertEquals(
                List.of(Regime.DISRUPTED, Regime.STABLE),
                regimes(list(1, 0, 0, 0), 1).labels());
    }

    @Test
    void aSegmentOfOneValueHasNoDeviation() {
        Regimes.Result single = regimes(list(5));
        assertEquals(OptionalDouble.of(5), single.stableMean());
        assertEquals(OptionalDouble.empty(), single.stableSd());
    }

    @Test
    void aLongNewestStretchIsTheNewNormal() {
        double[] series = levels(20, 40, 60, 30);
        Stretching shifted = Stretching.found(series, from -> series.length - from >= 26);
        assertTrue(shifted.levelShift());
        assertEquals(List.of(Regime.DISRUPTED, Regime.STABLE), shifted.labels());
        assertEquals(60, shifted.mean(series, Regime.STABLE).orElseThrow(), DIGITS);
    }

    @Test
    void aShortNewestStretchIsADisruption() {
        double[] series = levels(20, 70, 60, 20);
        Stretching late = Stretching.found(series, from -> series.length - from >= 26);
        assertFalse(late.levelShift());
        assertEquals(List.of(Regime.STABLE, Regime.DISRUPTED), late.labels());
    }

    @Test
    void afterALevelShiftTheOthersAreMeasuredByTheNewest() {
        double[] series = levels(60, 20, 20, 50, 62, 34);
        Stretching shifted = Stretching.found(series, from -> series.length - from >= 26);
        assertEquals(List.of(Regime.STABLE, Regime.DISRUPTED, Regime.STABLE), shifted.labels());
    }

    @Test
    void shiftsBetweenStableStretchesAreNoNoise() {
        double[] series = levels(20, 10, 24, 10);
        Stretching split = Regimes.label(series, List.of(10));
        assertEquals(List.of(Regime.STABLE, Regime.STABLE), split.labels());
        // every value is 1 off its segment's mean: 10 / 9 within each
        assertEquals(Math.sqrt(10.0 / 9), split.sd(series, Regime.STABLE).orElseThrow(), DIGITS);
        assertEquals(22, split.mean(series, Regime.STABLE).orElseThrow(), DIGITS);
    }

    @Test
    void theUsersWindowsCutWhereTheyBeginAndEnd() {
        Stretching split = Stretching.byUser(new boolean[] {false, true, true, false, false});
        assertEquals(List.of(Regime.STABLE, Regime.DISRUPTED, Regime.STABLE), split.labels());
        assertArrayEquals(new double[] {1, 4, 5}, split.of(new double[] {1, 2, 3, 4, 5}, Regime.STABLE), 0);
        assertEquals(2, split.count(Regime.DISRUPTED));
    }

    @Test
    void refusesChangePointsOutsideTheSeriesOrOutOfOrder() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> regimes(list(1, 2, 3, 4), 2, 2));
        assertEquals("changePoints[1] must be in [3, 3], ascending indices of the series, was 2", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> regimes(list(1, 2), 0));
        assertThrows(IllegalArgumentException.class, () -> regimes(list(1, 2), 2));
        assertThrows(IllegalArgumentException.class, () -> regimes(list()));
        assertThrows(IllegalArgumentException.class, () -> regimes(list(-1)));
    }
}
