package io.posture.resilience.stockpile;

import io.posture.numerics.Require;
import java.util.OptionalDouble;

/**
 * Rare, long failures of supply: how often and how long.
 *
 * @param eventsPerYear frequency lambda, at least 0
 * @param length law of the days X without receipts
 */
public record Disruptions(double eventsPerYear, DisruptionLength length) implements SupplyFailures {

    /** From so many days without receipts a year on, supply that fails is not a rare event. */
    public static final double NOT_RARE_DAYS_PER_YEAR = 120;

    /** Events that are rare. */
    public Disruptions {
        Require.notNegative("eventsPerYear", eventsPerYear);
        double down = eventsPerYear * length.meanDays();
        if (!(down < NOT_RARE_DAYS_PER_YEAR)) {
            throw new IllegalArgumentException("eventsPerYear * mean length must be below " + NOT_RARE_DAYS_PER_YEAR
                    + " days a year, was " + down
                    + ": supply that is down so often is no rare event. Maybe use pile.baseStockDisruptions.");
        }
    }

    /** {@code lambda E[(X - days)+]}. */
    @Override
    public double openDaysPerYear(double coverDays) {
        return eventsPerYear * length.excess(coverDays);
    }

    @Override
    public double meanOpenDaysPerYear(double fromDays, double toDays) {
        return eventsPerYear * length.meanExcess(fromDays, toDays);
    }

    @Override
    public double outlastingPerYear(double coverDays) {
        return eventsPerYear * length.upper(coverDays);
    }

    @Override
    public double shareCarried(double coverDays) {
        return 1;
    }

    @Override
    public double carriedDays(double fromDays, double toDays) {
        return toDays - fromDays;
    }

    @Override
    public double stepDays() {
        return 0;
    }

    @Override
    public double bestCoverDays(double carryingPerUnit, double lossPerUnit) {
        return OptimalCover.coverDays(this, carryingPerUnit, lossPerUnit, 0);
    }

    @Override
    public OptionalDouble breakEvenLossPerUnit(double carryingPerUnit, double coverDays) {
        return OptimalCover.breakEvenLossPerUnit(this, carryingPerUnit, coverDays);
    }
}
