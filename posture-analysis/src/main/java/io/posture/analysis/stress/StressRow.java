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
 * @param fix the cheapest thing that ends the shortage, or else the one that leaves least; empty as {@code fixState} says
 * @param fixState what is known of fixes
 */
public record StressRow(
        ItemImpact impact, OptionalDouble lostValue, Basis basis, Optional<CheapestFix> fix, FixState fixState) {

    /** What is known of fixes of a shortage. */
    public enum FixState {
        /** The scenario leaves no shortage. */
        NOT_NEEDED("", ""),
        /** The best one was found. */
        FOUND("found", ""),
        /** Only some could be tried: others may be better. */
        PARTLY_TRIED("partly_tried", "not all that could be done was tried"),
        /** None was tried. */
        NOT_TRIED("not_tried", "not tried: worse ones came first"),
        /** Nothing that could be done has a known cost. */
        NO_COST_KNOWN("no_cost_known", "no cost known"),
        /** Nothing that was tried leaves less. */
        NOTHING_HELPS("nothing_helps", "nothing with a known cost helps");

        private final String text;
        private final String words;

        FixState(String text, String words) {
            this.text = text;
            this.words = words;
        }

        /** How tables write it. */
        public String text() {
            return text;
        }

        /** For people, where there is no fix to show. */
        public String words() {
            return words;
        }
    }

    /** What the money of a loss is. */
    public enum Basis {
        /** The margin of the item. */
        MARGIN("margin"),
        /** Nothing: the margin is below 0, and nothing else is said to be lost. */
        NEGATIVE_MARGIN("negative_margin"),
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
