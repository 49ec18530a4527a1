package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    private static final int DRAWS = 400_000;

    @Test
    void followsThePublishedAlgorithm() {
        // splitmix64 and xoroshiro128++ written out in Python from the published listings, seed 42
        RandomStream stream = RandomStream.of(42);
        assertEquals(0xe88af6caef1d3c23L, stream.bits());
        assertEquals(0x54a303b2a5a54931L, stream.bits());
        assertEquals(0xf370812ccd646345L, stream.bits());
    }

    @Test
    void streamsOfTwoItemsDiffer() {
        assertNotEquals(
                RandomStream.of(1, "bolt", "hq").bits(),
                RandomStream.of(1, "nut", "hq").bits());
        assertNotEquals(
                RandomStream.of(1, "bolt", "hq").bits(),
                RandomStream.of(2, "bolt", "hq").bits());
        assertNotEquals(
                RandomStream.of(1, "ab", "c").bits(),
                RandomStream.of(1, "a", "bc").bits());
        assertEquals(
                RandomStream.of(1, "bolt", "hq").bits(),
                RandomStream.of(1, "bolt", "hq").bits());
    }

    @Test
    void uniformNumbersHaveTheirMoments() {
        moments(RandomStream::uniform, 0.5, 1.0 / 12);
    }

    @Test
    void normalNumbersHaveTheirMomentsAndTails() {
        moments(RandomStream::gaussian, 0, 1);
        RandomStream random = RandomStream.of(7);
        int beyondThree = 0;
        int beyondTail = 0;
        int within = 0;
        int draws = 10 * DRAWS;
        for (int i = 0; i < draws; i++) {
            double x = random.gaussian();
            beyondThree += x > 3 ? 1 : 0;
            beyondTail += Math.abs(x) > 3.7 ? 1 : 0;
            within += Math.abs(x) < 0.1 ? 1 : 0;
        }
        // P(Z > 3), P(|Z| > 3.7) and P(|Z| < 0.1) by scipy.stats.norm
        share(0.0013498980316300933, beyondThree, draws);
        share(0.00021559946695477646, beyondTail, draws);
        share(0.07965567455405798, within, draws);
    }

    @Test
    void gammaNumbersHaveTheirMomentsAlsoBelowShapeOne() {
        moments(random -> random.gamma(0.3), 0.3, 0.3);
        moments(random -> random.gamma(1), 1, 1);
        moments(random -> random.gamma(4), 4, 4);
        moments(random -> random.gamma(150), 150, 150);
    }

    @Test
    void wholeNumbersAreEquallyLikely() {
        RandomStream random = RandomStream.of(3);
        int[] counts = new int[7];
        for (int i = 0; i < DRAWS; i++) {
            counts[random.below(7)]++;
        }
        for (int count : counts) {
            share(1.0 / 7, count, DRAWS);
        }
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
