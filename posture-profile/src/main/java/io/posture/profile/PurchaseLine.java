package io.posture.profile;

import io.posture.profile.LineCompletion.Receipt;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A purchase-order line with what was received until the run's date.
 *
 * @param item number of the item
 * @param supplier who delivers; empty if unknown
 * @param orderDay day of the order as an epoch day; empty if unknown or after a receipt
 * @param promisedDay day first promised as an epoch day; empty if unknown
 * @param ordered ordered pieces, above 0; where they are unknown, what was received
 * @param measured whether the pieces were given and not made up
 * @param inFullKnown whether every receipt came with its pieces
 * @param receipts receipts in time
 * @param rows rows of the source, ascending
 */
record PurchaseLine(
        int item,
        String supplier,
        OptionalInt orderDay,
        OptionalInt promisedDay,
        double ordered,
        boolean measured,
        boolean inFullKnown,
        List<Receipt> receipts,
        List<Integer> rows) {

    private static final double OVER_RECEIPT = 1.1;

    /** Days from order to completion; empty if the line is open or its order date unknown. */
    OptionalDouble leadTimeDays(double completeShare) {
        if (orderDay.isEmpty()) {
            return OptionalDouble.empty();
        }
        return LineCompletion.of(new LineCompletion.Inputs(ordered, orderDay.getAsInt(), receipts, completeShare))
                .completeLeadTime();
    }

    /** Pieces received, returns taken off, at least 0. */
    double received() {
        double received = 0;
        for (Receipt receipt : receipts) {
            received += receipt.quantity();
        }
        return Math.max(0, received);
    }

    boolean overReceived() {
        return received() > OVER_RECEIPT * ordered;
    }
}
