package io.posture.stress;

import io.posture.numerics.Require;

/**
 * Days without receipts at our dock: those after {@code fromDay} up to and including {@code toDay}. An event happens at
 * the end of day 0; the first day after it is day 1.
 *
 * @param fromDay last day that is not in it, at least 0
 * @param toDay last day that is in it; not above fromDay if there is none
 */
record Gap(double fromDay, double toDay) {

    /**
     * A source fails: what it has sent keeps coming for a lead time.
     *
     * @param leadDays lead time L, days
     * @param outageDays days down D
     */
    static Gap outage(double leadDays, double outageDays) {
        return new Gap(leadDays, leadDays + outageDays);
    }

    /**
     * A way is closed: nothing arrives from the first day on.
     *
     * @param closedDays days closed D
     */
    static Gap lane(double closedDays) {
        return new Gap(0, closedDays);
    }

    /**
     * Lead times grow: what was ordered before comes in time, the first order after it arrives on day {@code round(m L)}.
     *
     * @param leadDays lead time L, days
     * @param multiplier m, above 0; at most 1 leaves no gap
     */
    static Gap leadTime(double leadDays, double multiplier) {
        Require.positive("multiplier", multiplier);
        return new Gap(leadDays, Math.floor(multiplier * leadDays + 0.5));
    }

    boolean has(int day) {
        return fromDay < day && day <= toDay;
    }
}
