package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Moments, sums, quantiles and columns. */
class DescriptionTest {

    @Test
    void deviationOfOneValueIsUnknownAndNotZero() {
        Moments one = Moments.of(21);
        assertEquals(21, one.mean().orElseThrow());
        assertTrue(one.sd().isEmpty());
        assertTrue(one.cv().isEmpty());
    }

    @Test
    void nothingHasNoMean() {
        assertTrue(Moments.of().mean().isEmpty());
    }

    @Test
    void deviationSurvivesAHugeMean() {
        // NIST Statistical Reference Datasets, NumAcc4: 10000000.2, then .1/.3 in turn, certified deviation 0.1
        double[] numAcc4 = IntStream.range(0, 1001)
                .mapToDouble(i -> i == 0 ? 10000000.2 : i % 2 == 1 ? 10000000.1 : 10000000.3)
                .toArray();
        Moments moments = Moments.of(numAcc4);
        assertEquals(10000000.2, moments.mean().orElseThrow(), 1e-8);
        assertEquals(0.1, moments.sd().orElseThrow(), 1e-9);
    }

    @Test
    void variationOfNoDemandIsUnknown() {
        assertTrue(Moments.of(0, 0, 0).cv().isEmpty());
    }

    @Test
    void sumKeepsWhatPlainAdditionLoses() {
        assertEquals(2, Sums.of(1, 1e100, 1, -1e100)); // Neumaier 1974
        assertEquals(0, Sums.of());
    }

    @Test
    void describingQuantileInterpolatesBetweenOrderStatistics() {
        double[] days = {12, 14, 11, 30, 13, 15, 12, 16}; // numpy 2.4.6 percentile: 13.5, 20.2, 25.1
        assertEquals(13.5, Quantiles.describing(days, 0.5), 1e-12);
        assertEquals(20.2, Quantiles.describing(days, 0.9), 1e-12);
        assertEquals(25.1, Quantiles.describing(days, 0.95), 1e-12);
        assertEquals(30, Quantiles.describing(days, 1));
        assertEquals(7, Quantiles.describing(new double[] {7}, 0.3));
    }

    @Test
    void quantileOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.describing(new double[0], 0.5));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.describing(new double[] {1}, 1.5));
    }

    @Test
    void betaQuantileAgreesWithAnotherLibrary() {
        assertEquals(0.68366023523727, Beta.quantile(12, 2, 0.05), 1e-12); // scipy 1.17.1 beta.ppf
        assertEquals(0.8612591824163152, Beta.quantile(188.5, 21.5, 0.05), 1e-12);
    }

    @Test
    void columnsGrowAndMerge() {
        DoubleColumn left = new DoubleColumn();
        DoubleColumn right = new DoubleColumn();
        IntColumn ints = new IntColumn();
        for (int i = 0; i < 100; i++) {
            left.add(i);
            right.add(100 + i);
            ints.add(i);
        }
        left.addAll(right);
        assertArrayEquals(IntStream.range(0, 200).asDoubleStream().toArray(), left.toArray());
        assertEquals(200, left.size());
        assertEquals(150, left.get(150));
        assertThrows(IndexOutOfBoundsException.class, () -> left.get(200));
        assertArrayEquals(IntStream.range(0, 100).toArray(), ints.toArray());
        assertEquals(99, ints.get(99));
        assertThrows(IndexOutOfBoundsException.class, () -> ints.get(ints.size()));
    }

    @Test
    void checksNameTheArgumentTheRangeAndTheValue() {
        assertEquals(
                "leadTimeDays must be finite and at least 0, was -1.0",
                assertThrows(IllegalArgumentException.class, () -> Require.notNegative("leadTimeDays", -1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Require.positive("unitCost", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Require.positive("unitCost", 0));
        assertThrows(IllegalArgumentException.class, () -> Require.share("share", 1.01));
        assertThrows(IllegalArgumentException.class, () -> Require.probability("csl", 1));
        assertEquals(0.5, Require.probability("csl", Require.share("csl", 0.5)));
        assertEquals(2, Require.positive("unitCost", 2));
    }
}
