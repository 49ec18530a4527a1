package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "3, 3",
        "-12.5, -12.5",
        "0.1, 0.1",
        "1e-5, 0.00001",
        "1.5e9, 1500000000",
        "123456789012, 123456789012",
        "2e23, 200000000000000000000000",
        "1e300, 1.0E300",
        "4.9e-324, 4.9E-324"
    })
    void exponentsAppearOnlyInVeryLargeAndVerySmallNumbers(double value, String text) {
        assertEquals(text, NumberText.of(value));
    }

    @Test
    void readingBackGivesTheSameValue() {
        Random random = new Random(20261120);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            double plain = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 4);
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(NumberText.of(value)));
            }
            assertEquals(plain, Double.parseDouble(NumberText.of(plain)));
            assertFalse(NumberText.of(plain).contains("E"), () -> NumberText.of(plain));
        }
    }

    @Test
    void unknownIsEmpty() {
        assertEquals("", NumberText.of(OptionalDouble.empty()));
    }
}
