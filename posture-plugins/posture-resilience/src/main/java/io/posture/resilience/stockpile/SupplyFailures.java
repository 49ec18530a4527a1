package io.posture.resilience.stockpile;

import java.util.OptionalDouble;

/**
 * How a source fails: rarely and for long, or so often that being down is one of its states. Covers are days of demand that
 * stock outlasts, at least 0.
 */
public sealed interface SupplyFailures permits Disruptions, FrequentFailures {

    /**
     * Failures of a frequency and a law of lengths, in the model that fits.
     *
     * @param eventsPerYear frequency lambda, at least 0
     */
    static SupplyFailures of(double eventsPerYear, DisruptionLength length) {
        return eventsPerYear * length.meanDays() < Disruptions.NOT_RARE_DAYS_PER_YEAR
                ? new Disruptions(eventsPerYear, length)
                : new FrequentFailures(eventsPerYear, length.meanDays());
    }

    /** Failures a year, at least 0. */
    double eventsPerYear();

    /** Expected days a year that a cover leaves open. */
    double openDaysPerYear(double coverDays);

    /**
     * Mean of {@link #openDaysPerYear} over a cover that is anywhere between two bounds.
     *
     * @param fromDays at least 0
     * @param toDays at least fromDays
     */
    double meanOpenDaysPerYear(double fromDays, double toDays);

    /** Failures a year that outlast a cover: what one more day of it would shorten. */
    double outlastingPerYear(double coverDays);

    /** Share of the time in which the last piece of a cover is there and has to be carried: all of it, where failures are rare. */
    double shareCarried(double coverDays);

    /**
     * Days of cover between two bounds that are there on average and have to be carried.
     *
     * @param fromDays at least 0
     * @param toDays at least fromDays
     */
    double carriedDays(double fromDays, double toDays);

    /** The least difference between two covers, days: 0 where a cover may be of any length. */
    double stepDays();

    /**
     * The cover that costs least, days.
     *
     * @param carryingPerUnit i c, money per piece and year, above 0
     * @param lossPerUnit cost of a piece short p, money, at least 0
     */
    double bestCoverDays(double carryingPerUnit, double lossPerUnit);

    /**
     * Cost of a piece short from which another day beyond a cover pays, money; empty where no failure outlasts it.
     *
     * @param carryingPerUnit i c, money per piece and year, above 0
     */
    OptionalDouble breakEvenLossPerUnit(double carryingPerUnit, double coverDays);
}
