package io.posture.io.run;

/**
 * How often and how long supply fails, as a run took it.
 *
 * @param eventsPerYear disruptions a year, at least 0
 * @param meanDays mean days without receipts, above 0
 * @param cv coefficient of variation of these days, at least 0
 */
public record DisruptionPrior(double eventsPerYear, double meanDays, double cv) {

    /** Numbers in their ranges. */
    public DisruptionPrior {
        if (!(eventsPerYear >= 0 && meanDays > 0 && cv >= 0)) {
            throw new IllegalArgumentException("need eventsPerYear >= 0, meanDays > 0 and cv >= 0, were "
                    + eventsPerYear + ", " + meanDays + " and " + cv);
        }
    }
}
