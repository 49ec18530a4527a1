package io.posture.io.writeback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written. */
final class Decimals {

    private Decimals() {}

    /** All digits, no exponent, no zeros at the end: as a machine reads it. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Two decimals, thousands grouped: as people read money. */
    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN));
    }
}
