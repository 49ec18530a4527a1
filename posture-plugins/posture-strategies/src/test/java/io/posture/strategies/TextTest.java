package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, 999, 1000, 12345.6, 999_999.5, 1e9, 1e18, -4, -123, -1234})
    void piecesReadAsTheFormatterOfTheJdkWritesThem(double pieces) {
        assertEquals(String.format(Locale.ROOT, "%,.0f", pieces), Text.pieces(pieces));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                7,
                60,
                9999,
                10_000,
                0.1,
                0.3,
                0.25,
                0.999949999,
                0.99995,
                9.9995,
                9999.5,
                9999.4999,
                1.00005,
                12.345,
                1e-4,
                9.9999e-5,
                1e-9,
                99.995,
                123_456.7,
                -3.14159,
                1e15
            })
    void numbersHaveFourDigits(double value) {
        assertEquals(exactly(value), Text.number(value));
    }

    @Test
    void numbersAreRoundedAsIfExactly() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double value = Math.exp(-12 + 24 * random.nextDouble());
            assertEquals(exactly(value), Text.number(value), () -> "of " + value);
            double half = (random.nextInt(20_000) + 0.5) / Math.pow(10, random.nextInt(7));
            assertEquals(exactly(half), Text.number(half), () -> "of " + half);
            double few = 999 * random.nextDouble();
            assertEquals(new BigDecimal(few).setScale(0, RoundingMode.HALF_UP).toPlainString(), Text.pieces(few));
        }
    }

    private static String exactly(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
