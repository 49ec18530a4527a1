package io.posture.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long detectors run until they signal, against published values and exact Markov chains. */
class CusumRunLengthTest {

    private static final long SEED = 41;

    /**
     * Tabular CUSUM, k 0.5, h 5. Montgomery, Introduction to Statistical Quality Control, prints for two sides 465, 38.0,
     * 10.4, 5.75 and 4.01 at shifts of 0, 0.5, 1, 1.5 and 2 deviations; one side runs twice as long without a shift, and
     * as long with one, since the other side hardly ever signals.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 930, 4000, 60",
        "0.5, 38.0, 40000, 1.0",
        "1, 10.4, 40000, 0.2",
        "1.5, 5.75, 40000, 0.1",
        "2, 4.01, 40000, 0.1"
    })
    void gaussianRunsAsLongAsPublished(double shift, double published, int runs, double tolerance) {
        RandomGenerator random = new SplittableRandom(SEED);
        long lines = 0;
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            while (sum <= 5) {
                sum = MeanCusum.next(sum, random.nextGaussian() + shift, 0.5);
                lines++;
            }
        }
        assertEquals(published, (double) lines / runs, tolerance);
    }

    /** Rates for which a failure goes up a whole number of successes, so that the chain has few states and is exact. */
    @ParameterizedTest
    @CsvSource({"0.05, 11", "0.1, 5", "0.2, 2"})
    void bernoulliRunsAsLongAsItsMarkovChain(double p0, int up) {
        double p1 = rateFor(p0, up);
        double step = Math.log((1 - p0) / (1 - p1));
        int height = (int) Math.ceil(Math.log(200) / step);
        double h = height * step;
        double exact = meanRun(p0, up, height);
        assertTrue(exact >= Math.exp(h), () -> "in control " + exact + " lines, at least " + Math.exp(h));
        assertEquals(exact, simulated(p0, p0, p1, h, 4000), 0.06 * exact);
        double worse = meanRun(p1, up, height);
        assertTrue(worse < exact / 5);
        assertEquals(worse, simulated(p1, p0, p1, h, 20_000), 0.03 * worse);
    }

    @Test
    void falseAlarmsAreRareWhateverTheRate() {
        for (double p0 : new double[] {0.01, 0.03, 0.1, 0.3}) {
            double p1 = SupplierReview.worseRate(p0);
            double run = simulated(p0, p0, p1, Math.log(200), 2000);
            assertTrue(run >= 200 * 0.95, () -> "at " + p0 + ": " + run);
        }
    }

    /** The rate p1 with {@code ln(p1 / p0) = up ln((1 - p0) / (1 - p1))}, by bisection. */
    private static double rateFor(double p0, int up) {
        double low = p0 * (1 + 1e-9);
        double high = 1 - 1e-9;
        for (int i = 0; i < 200; i++) {
            double p1 = (low + high) / 2;
            if (Math.log(p1 / p0) > up * Math.log((1 - p0) / (1 - p1))) {
                low = p1;
            } else {
                high = p1;
            }
        }
        return low;
    }

    /** Mean lines until a walk on 0..height - 1 that goes up by some and down by one is at or above height. */
    private static double meanRun(double p, int up, int height) {
        // lines(i) = 1 + p lines(i + up) + (1 - p) lines(max(0, i - 1)), solved by elimination
        double[][] rows = new double[height][height + 1];
        for (int i = 0; i < height; i++) {
            rows[i][i] += 1;
            rows[i][Math.max(0, i - 1)] -= 1 - p;
            if (i + up < height) {
                rows[i][i + up] -= p;
            }
            rows[i][height] = 1;
        }
        for (int pivot = 0; pivot < height; pivot++) {
            for (int row = pivot + 1; row < height; row++) {
                double factor = rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= height; column++) {
                    rows[row][column] -= factor * rows[pivot][column];
                }
            }
        }
        double[] lines = new double[height];
        for (int row = height - 1; row >= 0; row--) {
            double right = rows[row][height];
            for (int column = row + 1; column < height; column++) {
                right -= rows[row][column] * lines[column];
            }
            lines[row] = right / rows[row][row];
        }
        return lines[0];
    }

    private static double simulated(double p, double p0, double p1, double h, int runs) {
        RandomGenerator random = new SplittableRandom(SEED);
        long lines = 0;
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            while (!FailureCusum.signals(sum, h)) {
                sum = FailureCusum.next(sum, random.nextDouble() < p, p0, p1);
                lines++;
            }
        }
        return (double) lines / runs;
    }
}
