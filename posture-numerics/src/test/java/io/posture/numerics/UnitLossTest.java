package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitLossTest {

    private static final double RELATIVE = 1e-14;

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/unit-loss.csv", useHeadersInDisplayName = true)
    void keepsItsDigitsEverywhere(double k, double expected) {
        assertEquals(expected, UnitLoss.of(k), RELATIVE * expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/unit-loss.csv", useHeadersInDisplayName = true)
    void inverseFindsTheDeviations(double expected, double loss) {
        assertEquals(expected, UnitLoss.inverse(loss), 1e-13 * Math.max(1, Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/unit-loss-between.csv", useHeadersInDisplayName = true)
    void shortageOfOneCycleKeepsItsDigits(double k, double q, double expected) {
        assertEquals(expected, UnitLoss.between(k, q), 2e-14 * expected);
    }

    @Test
    void isZeroBeyondThirtyEight() {
        assertTrue(UnitLoss.of(37.9) > 0);
        assertEquals(0, UnitLoss.of(38.1));
        assertEquals(0, UnitLoss.of(1e300));
    }

    @Test
    void fallsAsStockGrows() {
        double before = UnitLoss.of(-12);
        for (double k = -11.99; k < 37; k += 0.01) {
            double loss = UnitLoss.of(k);
            assertTrue(loss < before, "at " + k);
            before = loss;
        }
    }

    @Test
    void inverseOfTheShortageOfOneCycleFindsTheDeviations() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 5000; i++) {
            double q = Math.pow(10, random.nextDouble(-4, 3));
            double k = random.nextDouble(-Math.min(6, 1 + q), 8);
            double loss = UnitLoss.between(k, q);
            // where nearly the whole lot is short, the digits of k are in the rest of the lot
            double digits = Math.max(1, q / (Normal.upper(k) - Normal.upper(k + q)) * Normal.upper(k));
            if (loss < q * (1 - 1e-6)) {
                assertEquals(k, UnitLoss.inverseBetween(loss, q), 1e-11 * Math.max(1, digits), "q " + q);
            }
        }
    }

    @Test
    void aTinyLossHasAnInverse() {
        assertEquals(Double.MIN_NORMAL, UnitLoss.of(UnitLoss.inverse(Double.MIN_NORMAL)), 1e-10 * Double.MIN_NORMAL);
        assertTrue(UnitLoss.inverse(Double.MIN_VALUE) < 39);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void inverseRefusesLossesThatNoStockHas(double g) {
        IllegalArgumentException problem = assertThrows(IllegalArgumentException.class, () -> UnitLoss.inverse(g));
        assertTrue(problem.getMessage().startsWith("g must be finite and above 0"), problem.getMessage());
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> UnitLoss.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> UnitLoss.between(0, -1));
        assertThrows(IllegalArgumentException.class, () -> UnitLoss.inverseBetween(2, 2));
        assertThrows(IllegalArgumentException.class, () -> UnitLoss.inverseBetween(0, 2));
    }
}
