package io.posture.io.writeback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Quantities as a system takes them: in whole multiples, whole pieces or thousandths, never less than was proposed. */
final class Rounding {

    /** Units in which nobody holds a half, UN/CEFACT Recommendation 20. */
    private static final Set<String> COUNTED = Set.of("C62", "H87", "EA", "NAR", "PR", "SET", "DZN");

    private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");
    private static final int SIGNIFICANT_DECIMALS = 9;

    private Rounding() {}

    /** What quantities of an item go up in. */
    static BigDecimal step(Optional<BigDecimal> multiple, String unit) {
        return multiple.orElse(COUNTED.contains(unit.toUpperCase(Locale.ROOT)) ? BigDecimal.ONE : THOUSANDTH);
    }

    /** The smallest number of steps that is not below a quantity. */
    static BigDecimal up(BigDecimal quantity, BigDecimal step) {
        // a sum of doubles may be a last digit above the whole number that is meant
        BigDecimal meant = quantity.setScale(SIGNIFICANT_DECIMALS, RoundingMode.HALF_EVEN);
        return meant.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }
}
