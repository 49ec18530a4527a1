package io.posture.api;

import java.util.OptionalDouble;

/**
 * What a source costs and can do beyond its share, as agreed or offered.
 *
 * @param unitPremium what a piece costs more than the unit cost, money; below 0 if it costs less; empty if unknown
 * @param fixedPerYear what it costs to keep it, money a year, at least 0; empty if unknown
 * @param surgeShare share of the item's demand that it can carry when another one fails, 0 to 1; empty if unknown
 * @param bringUpDays days until an alternate that is not bought from delivers, at least 0; empty if unknown
 * @param unitPrice what a piece of it costs, money, above 0; empty if unknown
 */
public record SourceTerms(
        OptionalDouble unitPremium,
        OptionalDouble fixedPerYear,
        OptionalDouble surgeShare,
        OptionalDouble bringUpDays,
        OptionalDouble unitPrice) {

    /** Nothing is known. */
    public static final SourceTerms UNKNOWN = new SourceTerms(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** Terms of a source that names no price. */
    public SourceTerms(
            OptionalDouble unitPremium,
            OptionalDouble fixedPerYear,
            OptionalDouble surgeShare,
            OptionalDouble bringUpDays) {
        this(unitPremium, fixedPerYear, surgeShare, bringUpDays, OptionalDouble.empty());
    }

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a number is outside its range
     */
    public SourceTerms {
        require("unitPremium", unitPremium, Double.NEGATIVE_INFINITY, Double.MAX_VALUE);
        require("fixedPerYear", fixedPerYear, 0, Double.MAX_VALUE);
        require("surgeShare", surgeShare, 0, 1);
        require("bringUpDays", bringUpDays, 0, Double.MAX_VALUE);
        require("unitPrice", unitPrice, Double.MIN_VALUE, Double.MAX_VALUE);
    }

    private static void require(String name, OptionalDouble number, double least, double most) {
        if (number.isPresent() && !(number.getAsDouble() >= least && number.getAsDouble() <= most)) {
            throw new IllegalArgumentException(
                    name + " must be in [" + least + ", " + most + "], was " + number.getAsDouble());
        }
    }
}
