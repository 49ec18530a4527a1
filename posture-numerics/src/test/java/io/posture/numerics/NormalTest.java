package io.posture.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {

    /** DOMAIN section 0 asks for 1e-9; the library gives far more. */
    private static final double RELATIVE = 1e-12;

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/normal.csv", useHeadersInDisplayName = true)
    void agreesWithFortyDigits(String kind, double argument, double expected) {
        double actual = switch (kind) {
            case "cdf" -> Normal.cdf(argument);
            case "survival" -> Normal.survival(argument);
            default -> Normal.quantile(argument);
        };
        assertEquals(expected, actual, RELATIVE * Math.abs(expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void quantileRefusesWhatWouldBeInfinite(double p) {
        assertThrows(IllegalArgumentException.class, () -> Normal.quantile(p));
    }
}
