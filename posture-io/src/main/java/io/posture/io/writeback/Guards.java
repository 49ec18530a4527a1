package io.posture.io.writeback;

import io.posture.io.ItemLocations;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a row must not do. A row that does is refused as a whole and listed; nothing is cut to fit.
 *
 * @param maxChangePercent largest change of a quantity, percent of what is held today
 * @param maxChangeValue largest change of a quantity times the unit cost, money
 * @param now what the user's system holds now, to compare with what the run saw
 * @param withoutRollback whether quantities are written whose old value nobody knows
 */
public record Guards(
        Optional<BigDecimal> maxChangePercent,
        Optional<BigDecimal> maxChangeValue,
        Optional<ItemLocations> now,
        boolean withoutRollback) {

    /**
     * Checks.
     *
     * @throws ExportRefusedException if a limit is negative
     */
    public Guards {
        maxChangePercent.ifPresent(limit -> requireNotNegative("--max-change-pct", limit));
        maxChangeValue.ifPresent(limit -> requireNotNegative("--max-change-value", limit));
    }

    private static void requireNotNegative(String option, BigDecimal limit) {
        if (limit.signum() < 0) {
            throw new ExportRefusedException(option + " must be at least 0, was " + limit.toPlainString());
        }
    }
}
