package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import io.posture.profile.DemandStatistics.BucketMoments;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemandCalculationsTest {

    private static DemandStatistics.Result stats(Double... series) {
        return DemandStatistics.of(new DemandStatistics.Inputs(List.of(series)));
    }

    private static DemandClass classOf(double... series) {
        return DemandPattern.of(series).demandClass();
    }

    @Test
    void deviationOfOneValueIsUnknownAndNotZero() {
        assertEquals(OptionalDouble.empty(), stats(7.0).sd());
        assertEquals(OptionalDouble.of(7), stats(7.0).mean());
        assertEquals(OptionalDouble.empty(), stats().mean());
    }

    @Test
    void variationOfNoDemandIsUnknown() {
        assertEquals(OptionalDouble.of(0), stats(0.0, 0.0).sd());
        assertEquals(OptionalDouble.empty(), stats(0.0, 0.0).cv());
    }

    @Test
    void smallDeviationOfHugeDemandKeepsItsDigits() {
        assertEquals(1, stats(1e9 - 1, 1e9, 1e9 + 1).sd().orElseThrow(), 0);
    }

    @Test
    void aWeekOfDemandIsSevenIndependentDays() {
        DemandStatistics.DayMoments day = DemandStatistics.perDay(new BucketMoments(70, 7 * Math.sqrt(7), 7));
        assertEquals(10, day.meanDay(), 1e-15);
        assertEquals(7, day.sdDay(), 1e-14);
    }

    @Test
    void scaleRefusesANegativeDeviation() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new BucketMoments(1, -1, 7));
        assertEquals("sdBucket must be finite and at least 0, was -1.0", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new BucketMoments(1, 1, 0));
    }

    @Test
    void patternFollowsIntervalAndSizes() {
        assertEquals(DemandClass.SMOOTH, classOf(5, 6, 5, 6));
        assertEquals(DemandClass.INTERMITTENT, classOf(5, 0, 6, 0));
        assertEquals(DemandClass.ERRATIC, classOf(1, 40, 2, 60));
        assertEquals(DemandClass.LUMPY, classOf(1, 0, 40, 0));
        assertEquals(DemandClass.NO_DEMAND, classOf(0, 0));
        assertEquals(DemandClass.NO_DEMAND, classOf());
    }

    @Test
    void equalityGoesToTheHarderClass() {
        // 25 of 33 buckets: ADI 1.32 to the digit
        double[] interval = new double[33];
        Arrays.fill(interval, 0, 25, 4);
        assertEquals(DemandClass.INTERMITTENT, classOf(interval));
        // mean 10, sample deviation 7: CV^2 0.49 to the digit
        assertEquals(DemandClass.ERRATIC, classOf(3, 10, 17));
    }

    @Test
    void aSingleSizeSpeaksForNoIrregularity() {
        DemandPattern.Result result = DemandPattern.of(new double[] {0, 9, 0});
        assertEquals(OptionalDouble.empty(), result.cv2());
        assertEquals(DemandClass.INTERMITTENT, result.demandClass());
    }

    @Test
    void patternRefusesNegativeDemandByPosition() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> new DemandPattern.Inputs(List.of(1.0, -0.5)));
        assertEquals("series[1] must be finite and at least 0, was -0.5", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new DemandPattern.Inputs(Collections.singletonList(null)));
    }

    @Test
    void aSpikeEveryFourthBucketIsASeason() {
        double[] series =
                IntStream.range(0, 24).mapToDouble(i -> i % 4 == 3 ? 40 : 10).toArray();
        assertTrue(SeasonTest.of(series, 4).seasonal());
        assertFalse(SeasonTest.of(series, 5).seasonal());
    }

    @Test
    void aTrendIsNoSeason() {
        double[] line = IntStream.range(0, 24).mapToDouble(i -> 3 + 2 * i).toArray();
        assertEquals(OptionalDouble.empty(), SeasonTest.of(line, 12).rm());
        assertFalse(SeasonTest.of(line, 12).seasonal());
    }

    @Test
    void aSeasonNeedsTwoCycles() {
        double[] series =
                IntStream.range(0, 23).mapToDouble(i -> i % 12 == 0 ? 90 : 10).toArray();
        assertEquals(OptionalDouble.empty(), SeasonTest.of(series, 12).rm());
    }

    @Test
    void aSeasonHasAtLeastOneBucket() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new SeasonTest.Inputs(List.of(1.0), 0));
        assertEquals("m must be at least 1, was 0", refused.getMessage());
        assertFalse(SeasonTest.of(new double[0], 1).seasonal());
    }

    @Test
    void aPureSeasonLeavesNoVariation() {
        double[] without = SeasonTest.deseasonalised(new double[] {10, 20, 30, 10, 20, 30}, 3);
        assertArrayEquals(new double[] {20, 20, 20, 20, 20, 20}, without, 1e-12);
    }

    @Test
    void aSeasonWithoutDemandSaysNothingOfTheOthers() {
        double[] without = SeasonTest.deseasonalised(new double[] {0, 10, 0, 30}, 2);
        assertArrayEquals(new double[] {5, 15}, without, 1e-12);
    }

    @Test
    void alternatingValuesAreNegativelyCorrelated() {
        // deviations +1, -1, +1, -1: products -3, squares 4
        assertEquals(
                -0.75, SeasonTest.autocorrelation(new double[] {6, 4, 6, 4}, 1).orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.empty(), SeasonTest.autocorrelation(new double[] {5, 5, 5}, 1));
    }

    @Test
    void seasonalIndicesAreOneOnAverage() {
        // reference vectors demand.seasonalIndices-01 and -02
        double[] indices =
                SeasonalIndices.of(new double[] {10, 12, 20, 30, 12, 11, 21, 33, 9, 13, 19, 31, 11, 12, 22, 29}, 4);
        assertArrayEquals(
                new double[] {0.5694915254237288, 0.6508474576271186, 1.111864406779661, 1.6677966101694914},
                indices,
                1e-14);
        assertEquals(
                List.of(0.5, 1.0, 1.5),
                SeasonalIndices.of(new SeasonalIndices.Inputs(List.of(10.0, 20.0, 30.0, 20.0, 40.0, 60.0), 3))
                        .indices());
        // the month beyond the whole cycles does not count
        assertArrayEquals(new double[] {0.5, 1.5}, SeasonalIndices.of(new double[] {1, 3, 1, 3, 90}, 2), 1e-15);
    }

    @Test
    void seasonalIndicesNeedACycleWithDemand() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> new SeasonalIndices.Inputs(List.of(1.0, 2.0), 3));
        assertEquals("series must hold at least 3 values, held 2", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> SeasonalIndices.of(new double[4], 2));
        assertThrows(IllegalArgumentException.class, () -> new SeasonalIndices.Inputs(List.of(1.0), 0));
    }

    @Test
    void outliersAgreeWithTheReferenceVectors() {
        Outliers.Result spike = Outliers.of(new double[] {10, 12, 11, 13, 9, 12, 95, 10, 0, 11});
        assertEquals(11, spike.median().orElseThrow(), 0);
        assertEquals(1.4825796886582654, spike.scale().orElseThrow(), 1e-14);
        assertEquals(List.of(6), spike.flagged());
        assertEquals(16.18902891030393, spike.winsorised().get(0), 1e-13);
        // no median deviation: the mean one
        Outliers.Result flat = Outliers.of(new double[] {5, 5, 5, 5, 5, 50});
        assertEquals(9.399855, flat.scale().orElseThrow(), 1e-14);
        assertEquals(37.8994925, flat.winsorised().get(0), 1e-13);
        assertEquals(List.of(), Outliers.of(new double[] {4, 4, 4}).flagged());
    }

    @Test
    void noDemandHasNoOutliers() {
        assertEquals(OptionalDouble.empty(), Outliers.of(new double[] {0, 0}).median());
        assertThrows(IllegalArgumentException.class, () -> new Outliers.Inputs(List.of(-1.0)));
    }

    @Test
    void aLowOutlierIsCutToNoLessThanNothing() {
        Outliers.Result low = Outliers.of(new double[] {100, 101, 99, 100, 102, 98, 1});
        assertEquals(List.of(6), low.flagged());
        assertEquals(100 - 3.5 / 0.6745, low.winsorised().get(0), 1e-12);
    }
}
