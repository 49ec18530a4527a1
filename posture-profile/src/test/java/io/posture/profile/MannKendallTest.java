package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MannKendallTest {

    private static final double DIGITS = 1e-12;

    @Test
    void agreesWithTheReferenceVectors() {
        MannKendall.Result level = MannKendall.of(new double[] {12, 15, 9, 11, 14, 13, 10, 12, 16, 11, 9, 13});
        assertEquals(-4, level.s(), 0);
        assertEquals(208.66666666666666, level.varS(), DIGITS);
        assertEquals(-0.20768001929732063, level.z(), DIGITS);
        assertEquals(0.8354788198171625, level.p(), DIGITS);
        assertEquals(-0.05555555555555555, level.senSlope(), DIGITS);
    }

    @Test
    void agreesWithScipyAndMpmath() {
        // slope: scipy 1.17 stats.theilslopes; p: mpmath erfc of the standardised S
        MannKendall.Result rising = MannKendall.of(new double[] {
            44.3, 47.4, 27.9, 38.0, 37.6, 46.5, 46.5, 47.7, 40.5, 39.9, 45.6, 41.5, 39.5, 46.5, 40.0, 34.6, 35.2, 48.1,
            45.3, 45.4, 49.2, 60.3, 47.2, 58.1, 54.4, 53.5, 47.1, 55.1, 47.7, 43.3
        });
        assertEquals(151, rising.s(), 0);
        assertEquals(3137, rising.varS(), DIGITS);
        assertEquals(0.00740312809108513, rising.p(), 1e-15);
        assertEquals(0.390909090909091, rising.senSlope(), 1e-14);
    }

    @Test
    void aConstantHasNoTrend() {
        MannKendall.Result constant = MannKendall.of(new double[] {5, 5, 5, 5, 5});
        assertEquals(new MannKendall.Result(0, 0, 0, 1, 0), constant);
    }

    @Test
    void timeTurnedBackTurnsTheTrend() {
        Random random = new Random(2);
        double[] series = random.doubles(50, 0, 100).toArray();
        double[] back = new double[series.length];
        for (int i = 0; i < back.length; i++) {
            back[i] = series[back.length - 1 - i];
        }
        assertEquals(MannKendall.of(series).z(), -MannKendall.of(back).z(), DIGITS);
        assertEquals(MannKendall.of(series).senSlope(), -MannKendall.of(back).senSlope(), DIGITS);
    }

    @Test
    void theMedianSlopeIsThatOfAllSlopesSorted() {
        Random random = new Random(3);
        for (int trial = 0; trial < 300; trial++) {
            double[] series = new double[2 + random.nextInt(180)];
            for (int i = 0; i < series.length; i++) {
                series[i] = switch (trial % 5) {
                    case 0 -> random.nextGaussian();
                    case 1 -> random.nextInt(3);
                    case 2 -> Math.exp(4 * random.nextGaussian());
                    case 3 -> random.nextInt(10) == 0 ? random.nextInt(500) : 0;
                    default -> 3 * i + (i % 7 == 0 ? 100 : 0);
                };
            }
            assertEquals(sortedMedian(series), MedianSlope.of(series), 0, "trial " + trial);
        }
    }

    private static double sortedMedian(double[] series) {
        double[] slopes = new double[series.length * (series.length - 1) / 2];
        int count = 0;
        for (int i = 0; i < series.length; i++) {
            for (int j = i + 1; j < series.length; j++) {
                slopes[count++] = (series[j] - series[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        double lower = slopes[(count - 1) / 2];
        double upper = slopes[count / 2];
        return lower == upper ? lower : (lower + upper) / 2;
    }

    @Test
    void thousandsOfValuesFitIntoMemory() {
        double[] series = new double[6000];
        for (int i = 0; i < series.length; i++) {
            series[i] = 0.25 * i + (i % 13);
        }
        assertEquals(0.25, MedianSlope.of(series), 1e-3);
    }

    @Test
    void medianIsTheMiddleOrTheMeanOfTheMiddleTwo() {
        assertEquals(3, Selection.median(new double[] {9, 3, 1}), 0);
        assertEquals(4, Selection.median(new double[] {9, 3, 1, 5}), 0);
        double[] many = new Random(5).doubles(1001).toArray();
        double[] sorted = many.clone();
        Arrays.sort(sorted);
        assertEquals(sorted[500], Selection.median(many), 0);
    }

    @Test
    void refusesFewerThanTwoValues() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new MannKendall.Inputs(List.of(1.0)));
        assertEquals("series must hold at least 2 values, held 1", refused.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> new MannKendall.Inputs(List.of(1.0, Double.POSITIVE_INFINITY)));
    }
}
