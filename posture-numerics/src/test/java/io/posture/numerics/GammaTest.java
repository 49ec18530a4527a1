package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class GammaTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/gamma.csv", useHeadersInDisplayName = true)
    void agreesWithSixtyDigits(double shape, double p, double quantile, double upper, double excess) {
        // the argument's own rounding counts |ln p| / shape times in a small quantile
        double conditioning = Math.max(1, Math.abs(Math.log(p)) / shape);
        assertEquals(quantile, Gamma.quantile(shape, 1, p), 2e-15 * conditioning * quantile);
        assertEquals(3 * quantile, Gamma.quantile(shape, 3, p), 6e-15 * conditioning * quantile);
        double slope = Math.max(1, Math.sqrt(shape));
        assertEquals(upper, Gamma.upper(shape, 1, quantile), 1e-14 * slope * upper);
        assertEquals(excess, Gamma.expectedExcess(shape, 1, quantile), 1e-13 * slope * excess);
    }

    @Test
    void quantileIsTheInverseOfTheNearerTail() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 5000; i++) {
            double shape = Math.pow(10, random.nextDouble(-1, 6));
            double tail = Math.pow(10, random.nextDouble(-12, -0.31));
            double slope = 1e-14 * Math.max(1, Math.sqrt(shape)) * 10;
            assertEquals(tail, Gamma.cdf(shape, 2, Gamma.quantile(shape, 2, tail)), slope * tail);
            double p = 1 - tail;
            assertEquals(1 - p, Gamma.upper(shape, 2, Gamma.quantile(shape, 2, p)), slope * (1 - p));
        }
    }

    @Test
    void aLargeShapeIsNormal() {
        // Cornish & Fisher to the third order; the next is below 1e-6 of a deviation
        double shape = 1e8;
        for (double p : new double[] {1e-6, 0.05, 0.5, 0.95, 0.999999}) {
            double z = Normal.quantile(p);
            double expected = shape + Math.sqrt(shape) * (z + (z * z - 1) / 3e4 + (z * z * z - 7 * z) / 36e8);
            assertEquals(expected, Gamma.quantile(shape, 1, p), 1e-6 * Math.sqrt(shape));
        }
    }

    @Test
    void atZeroAndBelowNothingIsServed() {
        assertEquals(0, Gamma.cdf(2, 3, 0));
        assertEquals(1, Gamma.upper(2, 3, -1));
        assertEquals(7, Gamma.expectedExcess(2, 3, -1), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,0.5,shape",
        "2e10,1,0.5,shape",
        "NaN,1,0.5,shape",
        "1,-1,0.5,scale",
        "1,1,0,probability",
        "1,1,1,probability"
    })
    void refusesArgumentsByName(double shape, double scale, double p, String name) {
        IllegalArgumentException problem =
                assertThrows(IllegalArgumentException.class, () -> Gamma.quantile(shape, scale, p));
        assertTrue(problem.getMessage().startsWith(name + " must be"), problem.getMessage());
    }
}
