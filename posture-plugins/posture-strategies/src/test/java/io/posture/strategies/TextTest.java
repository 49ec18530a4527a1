package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, 999, 1000, 12345.6, 999_999.5, 1e9, 1e18, -4, -123, -1234})
    void piecesReadAsTheFormatterOfTheJdkWritesThem(double pieces) {
        assertEquals(String.format(Locale.ROOT, "%,.0f", pieces), Text.pieces(pieces));
    }
}
