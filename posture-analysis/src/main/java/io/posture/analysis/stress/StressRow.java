package io.posture.analysis.stress;

import io.posture.stress.ItemImpact;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a scenario does to an item, in pieces and in money.
 *
 * @param impact days and pieces
 * @param lostValue money of the lost pieces; empty if nothing is known that it could be counted in
 * @param basis what that money is
 * @param fix the cheapest thing that ends the shortage, or else the one that leaves least; empty without a shortage, or if
 *     nothing that could be done has a known cost
 */
public record StressRow(ItemImpact impact, OptionalDouble lostValue, Basis basis, Optional<CheapestFix> fix) {

    /** What the money of a loss is. */
    public enum Basis {
        /** The margin of the item. */
        MARGIN("margin"),
        /** What a piece short costs, as stated: the margin is unknown. */
        SHORTAGE_COST("shortage_cost"),
        /** The unit cost, which ranks a loss and is none: neither margin nor cost of a shortage is known. */
        UNIT_COST("unit_cost"),
        /** Nothing is known. */
        NONE("unknown");

        private final String text;

        Basis(String text) {
            this.text = text;
        }

        /** How tables write it. */
        public String text() {
            return text;
        }
    }

    /**
     * Something that could be done.
     *
     * @param what in words
     * @param costPerYear money a year
     * @param daysOutLeft days with a shortage that are left to the item
     */
    public record CheapestFix(String what, double costPerYear, int daysOutLeft) {}
}
