package io.posture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.posture.io.run.PlainText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** Numbers for readers. */
final class Rounded {

    private static final int DIGITS = 4;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:E-?[0-9]+)?");

    private Rounded() {}

    /** Four digits that count, or all before the point; a value that is no number is unknown. */
    static String of(JsonNode value) {
        return value.isNumber() ? of(value.decimalValue()) : "unknown";
    }

    /** Four digits that count, or all before the point. */
    static String of(double value) {
        return Double.isFinite(value) ? of(BigDecimal.valueOf(value)) : "unknown";
    }

    /** A value that may have a unit behind it, with four digits that count; a text as it is. */
    static String withUnit(String value) {
        int space = value.indexOf(' ');
        String number = space < 0 ? value : value.substring(0, space);
        String unit = space < 0 || value.endsWith(" count") ? "" : value.substring(space);
        return NUMBER.matcher(number).matches() ? of(new BigDecimal(number)) + PlainText.of(unit) : PlainText.of(value);
    }

    private static String of(BigDecimal value) {
        int whole = value.precision() - value.scale();
        BigDecimal rounded = value.round(new MathContext(Math.max(DIGITS, whole)));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
