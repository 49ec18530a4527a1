package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {

    private static final double RELATIVE = 1e-14;

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/normal.csv", useHeadersInDisplayName = true)
    void agreesWithFortyDigits(String kind, double argument, double expected) {
        double actual = switch (kind) {
            case "cdf" -> Normal.cdf(argument);
            case "survival" -> Normal.upper(argument);
            default -> Normal.quantile(argument);
        };
        assertEquals(expected, actual, RELATIVE * Math.abs(expected));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/normal-tail.csv", useHeadersInDisplayName = true)
    void keepsItsDigitsInTheTail(String kind, double argument, double expected) {
        double actual = "upper".equals(kind) ? Normal.upper(argument) : Normal.density(argument);
        assertEquals(expected, actual, RELATIVE * Math.abs(expected));
    }

    @Test
    void endsWhereADoubleEnds() {
        assertTrue(Normal.upper(38) > 0);
        assertEquals(0, Normal.upper(40));
        assertEquals(0, Normal.upper(Double.POSITIVE_INFINITY));
        assertEquals(1, Normal.upper(Double.NEGATIVE_INFINITY));
        assertEquals(0, Normal.density(Double.NEGATIVE_INFINITY));
    }

    @Test
    void nothingIsKnownOfNaN() {
        assertTrue(Double.isNaN(Normal.upper(Double.NaN)));
        assertTrue(Double.isNaN(Normal.cdf(Double.NaN)));
        assertTrue(Double.isNaN(Normal.density(Double.NaN)));
    }

    @Test
    void quantileIsTheInverseOfBothTails() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            double p = Math.pow(10, -300 * random.nextDouble());
            double x = Normal.quantile(p);
            // a relative error e of x is one of x^2 e in p
            assertEquals(p, Normal.cdf(x), 1e-15 * p * (20 + x * x));
            assertEquals(p, Normal.upper(-x), 1e-15 * p * (20 + x * x));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void quantileRefusesWhatWouldBeInfinite(double p) {
        assertThrows(IllegalArgumentException.class, () -> Normal.quantile(p));
    }
}
