package io.posture.resilience.stockpile;

import io.posture.numerics.Require;

/**
 * What is believed of the frequency of disruptions before any is counted.
 *
 * @param events disruptions, above 0
 * @param years in so many years, above 0
 */
public record RatePrior(double events, double years) {

    /** One in 3.7 years: a figure per company, not per supplier, of McKinsey Global Institute 2020. */
    public static final RatePrior DEFAULT = new RatePrior(1, 3.7);

    private static final double POOL_EVENTS = 5;
    private static final double POOL_SOURCE_YEARS = 20;

    /** A prior with some weight. */
    public RatePrior {
        Require.positive("priorEvents", events);
        Require.positive("priorYears", years);
    }

    /**
     * The prior of a source: from the log of all sources of the firm, where that is long enough and the source has no
     * events of its own, else the default.
     *
     * @param ownEvents disruptions of this source, at least 0
     * @param allEvents disruptions of all sources, at least 0
     * @param sourceYears years in the log, summed over all sources, at least 0
     */
    public static RatePrior of(double ownEvents, double allEvents, double sourceYears) {
        return of(ownEvents, allEvents, sourceYears, DEFAULT);
    }

    /** The same with another prior where the log does not make one. */
    public static RatePrior of(double ownEvents, double allEvents, double sourceYears, RatePrior otherwise) {
        return pooled(ownEvents, allEvents, sourceYears) ? new RatePrior(1, sourceYears / allEvents) : otherwise;
    }

    /** Whether the prior of a source comes from the log of all sources. */
    public static boolean pooled(double ownEvents, double allEvents, double sourceYears) {
        return ownEvents == 0 && allEvents >= POOL_EVENTS && sourceYears >= POOL_SOURCE_YEARS;
    }
}
