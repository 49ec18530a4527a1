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
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    // nearer to a half than this, a product may be on its wrong side: those are rounded exactly
    private static final double NEAR_HALF = 1e-6;

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
        if (value >= 1 / SHORT && value < SHORT) {
            int decimals = decimals(value);
            double scaled = value * POWERS[decimals];
            long digits = (long) scaled;
            double rest = scaled - digits;
            if (Math.abs(rest - 0.5) > NEAR_HALF) {
                return decimal(rest > 0.5 ? digits + 1 : digits, decimals);
            }
        }
        return new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    /** How many decimals show four significant digits. */
    private static int decimals(double value) {
        int decimals = 0;
        while (value * POWERS[decimals] < SHORT / 10) {
            decimals++;
        }
        return decimals;
    }

    /** A number of digits of which some are decimals, without zeros at its end. */
    private static String decimal(long digits, int decimals) {
        long left = digits;
        int shown = decimals;
        while (shown > 0 && left % 10 == 0) {
            left /= 10;
            shown--;
        }
        StringBuilder text = new StringBuilder(8).append(left);
        if (shown > 0) {
            while (text.length() <= shown) {
                text.insert(0, '0');
            }
            text.insert(text.length() - shown, '.');
        }
        return text.toString();
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
