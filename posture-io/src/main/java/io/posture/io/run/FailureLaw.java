package io.posture.io.run;

/**
 * How often and how long a source fails, as a run took it.
 *
 * @param eventsPerYear failures a year, at least 0
 * @param meanDays mean days without receipts, above 0
 * @param cv coefficient of variation of these days, at least 0
 */
public record FailureLaw(double eventsPerYear, double meanDays, double cv) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a number is outside its range or not finite
     */
    public FailureLaw {
        if (!(eventsPerYear >= 0 && meanDays > 0 && cv >= 0 && Double.isFinite(eventsPerYear + meanDays + cv))) {
            throw new IllegalArgumentException("need finite eventsPerYear >= 0, meanDays > 0 and cv >= 0, were "
                    + eventsPerYear + ", " + meanDays + " and " + cv);
        }
    }
}
