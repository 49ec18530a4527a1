package io.posture.stress;

/**
 * Days that a place of the network cannot deliver.
 *
 * @param fromDay days from the event to their beginning, at least 0
 * @param days how many, at least 0
 */
record Outage(double fromDay, double days) {

    /**
     * The same at the next place on the way to us, whose stock is used up first.
     *
     * @param coverDays stock of the next place, days of its demand
     * @param transitDays days on the way to it
     */
    Outage behind(double coverDays, double transitDays) {
        return new Outage(fromDay + coverDays + transitDays, Math.max(0, days - coverDays));
    }
}
