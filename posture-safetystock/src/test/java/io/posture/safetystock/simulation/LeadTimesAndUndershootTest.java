package io.posture.safetystock.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.RandomStream;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LeadTimesAndUndershootTest {

    private static final int DRAWS = 400_000;

    @Test
    void undershootOfWholePiecesIsWhatIsLeftOfAnOrder() {
        // sizes 1, 3, 5 with probabilities 0.5, 0.3, 0.2: pmf of buf.undershootPmf, first vector of DOMAIN annex V
        Undershoot undershoot = Undershoot.ofSizes(new double[] {1, 1, 1, 1, 1, 3, 3, 3, 5, 5, 0}, true);
        RandomStream random = RandomStream.of(11);
        int[] counts = new int[6];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) undershoot.next(random)]++;
        }
        share(0.4166667, counts[0], DRAWS);
        share(0.2083333, counts[1], DRAWS);
        share(0.2083333, counts[2], DRAWS);
        share(0.0833333, counts[3], DRAWS);
        share(0.0833333, counts[4], DRAWS);
        assertEquals(0, counts[5]);
    }

    @Test
    void leadTimesKeepTheSharesOfTheSuppliers() {
        LeadTimes mixture = LeadTimes.mixture(new double[] {3, 1}, new double[] {10, 30}, new double[] {2, 0});
        // 0.75 * 10 + 0.25 * 30; 0.75 * 4 + 0.75 * 25 + 0.25 * 225
        moments(mixture::next, 15, 78);
        moments(LeadTimes.seen(2, 4, 9)::next, 5, 26.0 / 3);
        moments(LeadTimes.gamma(6, 3)::next, 6, 9);
    }

    private static void moments(ToDoubleFunction<RandomStream> draw, double mean, double variance) {
        RandomStream random = RandomStream.of(99);
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = draw.applyAsDouble(random) - mean;
            sum += x;
            squares += x * x;
            fourth += x * x * x * x;
        }
        double errorOfVariance = Math.sqrt((fourth / DRAWS - variance * variance) / DRAWS);
        assertEquals(0, sum / DRAWS, 4 * Math.sqrt(variance / DRAWS));
        assertEquals(variance, squares / DRAWS, 4 * errorOfVariance + 1e-12);
    }

    private static void share(double expected, int count, int draws) {
        double error = Math.sqrt(expected * (1 - expected) / draws);
        assertTrue(
                Math.abs(count / (double) draws - expected) < 4 * error,
                () -> "expected " + expected + ", was " + count / (double) draws);
    }
}
