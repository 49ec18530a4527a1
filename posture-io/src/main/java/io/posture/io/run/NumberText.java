package io.posture.io.run;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Numbers in machine files: the shortest decimal that reads back as the same value, the same on every JDK, without an
 * exponent unless the number is very large or very small.
 */
public final class NumberText {

    private static final int LONGEST_PLAIN = 32;

    private NumberText() {}

    /** A number, which is not NaN. */
    public static String of(double value) {
        if (value == 0) {
            return "0";
        }
        // Double.toString writes other digits before JDK 19 than from there on
        String text = NumberOutput.toString(value, true);
        if (text.indexOf('E') >= 0) {
            String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
            return plain.length() <= LONGEST_PLAIN ? plain : text;
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** The number, or an empty text if it is unknown. */
    public static String of(OptionalDouble value) {
        return value.isPresent() ? of(value.getAsDouble()) : "";
    }
}
