package io.posture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for readers. */
final class Rounded {

    private static final int DIGITS = 4;

    private Rounded() {}

    /** Four digits that count, or all before the point; a value that is no number is unknown. */
    static String of(JsonNode value) {
        return value.isNumber() ? of(value.decimalValue()) : "unknown";
    }

    /** Four digits that count, or all before the point. */
    static String of(double value) {
        return Double.isFinite(value) ? of(BigDecimal.valueOf(value)) : "unknown";
    }

    private static String of(BigDecimal value) {
        int whole = value.precision() - value.scale();
        BigDecimal rounded = value.round(new MathContext(Math.max(DIGITS, whole)));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
