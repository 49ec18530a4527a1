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

    private Text() {}

    /** A whole number with thousands separated. */
    static String pieces(double pieces) {
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
        return new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    /** What a value is, or that it is unknown, in brackets. */
    static String is(OptionalDouble value) {
        return value.isPresent() ? "(is " + number(value.getAsDouble()) + ")" : "(unknown)";
    }

    static String upperFirst(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
