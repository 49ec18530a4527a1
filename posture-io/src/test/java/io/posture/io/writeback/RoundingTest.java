package io.posture.io.writeback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundingTest {

    @Test
    void quantityGoesUpToTheNextMultiple() {
        assertEquals("12", up("7", Optional.of(new BigDecimal(6)), "C62"));
        assertEquals("12", up("12", Optional.of(new BigDecimal(6)), "C62"));
        assertEquals("2.5", up("2.1", Optional.of(new BigDecimal("0.5")), "KGM"));
    }

    @Test
    void withoutAMultipleCountedUnitsGoUpToWholePiecesAndOthersToThousandths() {
        assertEquals("13", up("12.25", Optional.empty(), "C62"));
        assertEquals("13", up("12.25", Optional.empty(), "h87"));
        assertEquals("12.251", up("12.2501", Optional.empty(), "KGM"));
    }

    @Test
    void lastDigitOfASumOfDoublesDoesNotCostAPiece() {
        assertEquals("12", up("12.000000000000002", Optional.empty(), "C62"));
    }

    @Test
    void zeroStaysZero() {
        assertEquals("0", up("0", Optional.of(new BigDecimal(6)), "C62"));
    }

    private static String up(String quantity, Optional<BigDecimal> multiple, String unit) {
        return Decimals.plain(Rounding.up(new BigDecimal(quantity), Rounding.step(multiple, unit)));
    }
}
