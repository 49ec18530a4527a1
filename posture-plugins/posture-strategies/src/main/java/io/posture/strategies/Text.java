package io.posture.strategies;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as they stand in sentences, the same in every locale. */
final class Text {

    private static final MathContext SHOWN = new MathContext(4);
    private static final int GROUP = 3;
    // below this a whole number has no group to separate, rounded or not
    private static final double FEW = 999;
    // below this a whole number has no more than four digits
    private static final double SHORT = 1e4;

    private Text() {}

    /** A whole number with thousands separated. */
    static String pieces(double pieces) {
        if (pieces >= 0 && pieces < FEW) {
            return Integer.toString(halfUp(pieces));
        }
        StringBuilder digits = new StringBuilder(
                new BigDecimal(pieces).setScale(0, RoundingMode.HALF_UP).toPlainString());
        int first = digits.charAt(0) == '-' ? 1 : 0;
        for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** A number to four significant digits. */
    static String number(double value) {
        if (value >= 0 && value < SHORT && value == Math.rint(value)) {
            return Integer.toString((int) value);
        }
        return new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    private static int halfUp(double value) {
        int floor = (int) value;
        return value - floor >= 0.5 ? floor + 1 : floor; // the difference is exact
    }

    /** What a value is, or that it is unknown, in brackets. */
    static String is(OptionalDouble value) {
        return value.isPresent() ? "(is " + number(value.getAsDouble()) + ")" : "(unknown)";
    }

    static String upperFirst(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
