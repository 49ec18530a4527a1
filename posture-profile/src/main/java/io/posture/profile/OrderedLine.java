package io.posture.profile;

import java.util.Comparator;

/**
 * A purchase-order line with a usable order date.
 *
 * @param line the line
 * @param orderDay day of the order as an epoch day
 * @param completion its lead times
 * @param ageDays days from the order to the run's date
 */
record OrderedLine(PurchaseLine line, int orderDay, LineCompletion.Result completion, int ageDays) {

    /** By order date; lines of one day by their lead time, so that the order of the input is of no matter. */
    static final Comparator<OrderedLine> IN_TIME = Comparator.comparingInt(OrderedLine::orderDay)
            .thenComparingDouble(OrderedLine::days)
            .thenComparing(OrderedLine::closed);

    /** Whether it is complete. */
    boolean closed() {
        return completion.completeLeadTime().isPresent();
    }

    /** Lead time of a closed line, age of an open one, days. */
    double days() {
        return completion.completeLeadTime().orElse(ageDays);
    }
}
