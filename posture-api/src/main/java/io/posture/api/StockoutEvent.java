package io.posture.api;

import java.util.OptionalDouble;

/**
 * What happens when an item runs out once, and what that costs.
 *
 * @param unitsShort pieces that are short, above 0; empty if unknown
 * @param expedite expediting, money
 * @param downtimeHours hours that a line stands
 * @param downtimeCostPerHour cost of such an hour, money
 * @param downtimeIncludesMargin whether that cost already contains the lost margin
 * @param penalty contract penalty, money
 * @param churnProbability probability that the customer leaves, 0 to 1
 * @param customerValue value of that customer, money
 * @param rows the rows it was read from
 */
public record StockoutEvent(
        OptionalDouble unitsShort,
        double expedite,
        double downtimeHours,
        double downtimeCostPerHour,
        boolean downtimeIncludesMargin,
        double penalty,
        double churnProbability,
        double customerValue,
        RowRefs rows) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a number is outside its range
     */
    public StockoutEvent {
        if (unitsShort.isPresent() && !(unitsShort.getAsDouble() > 0)) {
            throw new IllegalArgumentException("unitsShort must be above 0, was " + unitsShort.getAsDouble());
        }
        require("expedite", expedite);
        require("downtimeHours", downtimeHours);
        require("downtimeCostPerHour", downtimeCostPerHour);
        require("penalty", penalty);
        require("customerValue", customerValue);
        if (!(churnProbability >= 0 && churnProbability <= 1)) {
            throw new IllegalArgumentException("churnProbability must be in [0, 1], was " + churnProbability);
        }
    }

    /** What the line that stands costs, money. */
    public double downtime() {
        return downtimeHours * downtimeCostPerHour;
    }

    /** Whether the margin is lost on top: an hour that contains it is only counted if there is one. */
    public boolean losesMargin() {
        return !(downtimeIncludesMargin && downtime() > 0);
    }

    /**
     * The parts of what it costs, money.
     *
     * @param lostMargin margin of the pieces short; 0 where the downtime contains it
     * @param expedite expediting
     * @param downtime the line that stands
     * @param penalty contract penalty
     * @param goodwill the customer who may leave
     */
    public record Parts(double lostMargin, double expedite, double downtime, double penalty, double goodwill) {

        /** All of them, money. */
        public double sum() {
            return lostMargin + expedite + downtime + penalty + goodwill;
        }
    }

    /**
     * What it costs.
     *
     * @param pieces short
     * @param margin lost with each, money per piece
     */
    public Parts cost(double pieces, double margin) {
        return new Parts(
                losesMargin() ? pieces * margin : 0, expedite, downtime(), penalty, churnProbability * customerValue);
    }

    private static void require(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be at least 0, was " + value);
        }
    }
}
