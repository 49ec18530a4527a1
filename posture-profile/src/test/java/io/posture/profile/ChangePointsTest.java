package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChangePointsTest {

    /** Reference vector demand.changePoints-01. */
    private static final double[] RAISED = {
        20, 20, 20, 20, 22, 19, 21, 20, 18, 23, 20, 21, 19, 20, 45, 52, 38, 49, 61, 40, 47, 55, 44, 50, 21, 20, 19, 22,
        20, 18, 21, 20, 22, 19
    };

    private static List<Integer> changes(double... series) {
        return ChangePoints.of(series, ChangePoints.MIN_SEGMENT);
    }

    @Test
    void aRaisedStretchIsCutOut() {
        assertEquals(List.of(14, 24), changes(RAISED));
    }

    @Test
    void aChangeOfTheDeviationAloneIsFound() {
        // reference vector demand.changePoints-02
        assertEquals(
                List.of(10), changes(50, 51, 49, 50, 51, 49, 50, 50, 51, 49, 80, 20, 75, 30, 85, 15, 70, 25, 90, 10));
    }

    @Test
    void aConstantHasNoChange() {
        assertEquals(List.of(), changes(new double[20]));
        double[] constant = new double[20];
        Arrays.fill(constant, 0.1);
        assertEquals(List.of(), changes(constant));
    }

    @Test
    void fewerThanTwoSegmentsHaveNoChange() {
        assertEquals(List.of(), changes(0, 0, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9, 9));
        assertEquals(List.of(8), changes(0, 0, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9, 9, 9));
        assertEquals(List.of(), changes());
    }

    @Test
    void noPartitionOfAShortSeriesIsCheaper() {
        Random random = new Random(7);
        for (int trial = 0; trial < 400; trial++) {
            int minSegment = 1 + trial % 3;
            double[] series = series(random, 4 + random.nextInt(10));
            List<Integer> found = ChangePoints.of(series, minSegment);
            double cheapest = cheapest(series, minSegment, 0, new ArrayList<>());
            assertEquals(cheapest, cost(series, found), 1e-8 * Math.abs(cheapest) + 1e-8, Arrays.toString(series));
        }
    }

    private static double[] series(Random random, int length) {
        double level = 10;
        double[] series = new double[length];
        for (int i = 0; i < length; i++) {
            level = random.nextInt(4) == 0 ? 5 + 40 * random.nextDouble() : level;
            series[i] = Math.rint(10 * (level + 3 * random.nextGaussian())) / 10;
        }
        return series;
    }

    /** Cost of the cheapest of all partitions, tried one by one. */
    private static double cheapest(double[] series, int minSegment, int from, List<Integer> changes) {
        double best = series.length - from >= minSegment ? cost(series, changes) : Double.POSITIVE_INFINITY;
        for (int next = from + minSegment; next <= series.length - minSegment; next++) {
            changes.add(next);
            best = Math.min(best, cheapest(series, minSegment, next, changes));
            changes.remove(changes.size() - 1);
        }
        return best;
    }

    /** As defined, by two passes. */
    private static double cost(double[] series, List<Integer> changes) {
        double floor = 0.01 * variance(series);
        double cost = 3 * Math.log(series.length) * changes.size();
        int from = 0;
        for (int change = 0; change <= changes.size(); change++) {
            int to = change == changes.size() ? series.length : changes.get(change);
            double variance = Math.max(variance(Arrays.copyOfRange(series, from, to)), floor);
            cost += (to - from) * (Math.log(2 * Math.PI) + Math.log(variance) + 1);
            from = to;
        }
        return cost;
    }

    private static double variance(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        return DoubleStream.of(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / values.length;
    }

    @Test
    void levelAndScaleChangeNothing() {
        double[] moved =
                DoubleStream.of(RAISED).map(value -> 1e9 + value / 1024).toArray();
        assertEquals(List.of(14, 24), changes(moved));
        double[] huge = DoubleStream.of(RAISED).map(value -> value * 1e200).toArray();
        assertEquals(List.of(14, 24), changes(huge));
        double[] tiny = DoubleStream.of(RAISED).map(value -> value * 1e-200).toArray();
        assertEquals(List.of(14, 24), changes(tiny));
    }

    @Test
    void theQuickLogarithmIsABoundFromBelow() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double x = Math.exp(40 * random.nextDouble() - 30);
            double slack = Math.log(x) - ChangePoints.logAtMost(x);
            assertTrue(slack > 0 && slack < 1e-3, "x = " + x + ", slack " + slack);
        }
        assertTrue(ChangePoints.logAtMost(1) <= 0);
        assertTrue(ChangePoints.logAtMost(2) <= Math.log(2));
    }

    @Test
    void stationarySmoothDemandIsRarelyCut() {
        Random random = new Random(104);
        int cut = 0;
        int smooth = 0;
        for (int item = 0; item < 500; item++) {
            double cv = 0.1 + 0.4 * random.nextDouble();
            double[] series = new double[104];
            for (int week = 0; week < series.length; week++) {
                series[week] = Math.rint(Math.max(0, 50 * (1 + cv * random.nextGaussian())));
            }
            if (DemandPattern.of(series).demandClass() == DemandClass.SMOOTH) {
                smooth++;
                cut += changes(series).isEmpty() ? 0 : 1;
            }
        }
        assertTrue(smooth > 450);
        // DOMAIN A.7 names 6 %
        assertTrue(cut < 0.10 * smooth, cut + " of " + smooth);
    }

    @Test
    void refusesWhatItCannotRead() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> new ChangePoints.Inputs(List.of(1.0, 2.0), 0));
        assertEquals("minSegment must be at least 1, was 0", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ChangePoints.Inputs(List.of(Double.NaN), 8));
        assertFalse(ChangePoints.of(new ChangePoints.Inputs(List.of(), 8))
                .changePoints()
                .iterator()
                .hasNext());
    }
}
