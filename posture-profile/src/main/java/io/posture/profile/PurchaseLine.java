package io.posture.profile;

import io.posture.profile.LineCompletion.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A purchase-order line with what was received until the run's date.
 *
 * @param item number of the item
 * @param supplier who delivers; empty if unknown
 * @param po key of the order; empty if unknown
 * @param number key of the line in the order; empty if unknown
 * @param statedOrderDay day of the order as an epoch day, even one after a receipt; empty if unknown
 * @param promisedDay day first promised as an epoch day; empty if unknown
 * @param lastPromisedDay day last promised as an epoch day, the first promise if it never changed; empty if unknown
 * @param ordered ordered pieces, above 0; where they are unknown, what was received
 * @param measured whether the pieces were given and not made up
 * @param inFullKnown whether every receipt came with its pieces
 * @param receipts receipts in time
 * @param rows rows of the source, ascending
 * @param lane key of its route; empty if unknown
 * @param tagged whether a disruption event made it late
 */
record PurchaseLine(
        int item,
        String supplier,
        String po,
        String number,
        OptionalInt statedOrderDay,
        OptionalInt promisedDay,
        OptionalInt lastPromisedDay,
        double ordered,
        boolean measured,
        boolean inFullKnown,
        List<Receipt> receipts,
        List<Integer> rows,
        String lane,
        boolean tagged) {

    private static final double OVER_RECEIPT = 1.1;

    /** Whether a receipt is dated before the order: rows of one line may contradict each other. */
    boolean orderedAfterReceipt() {
        return statedOrderDay.isPresent()
                && !receipts.isEmpty()
                && receipts.get(0).day() < statedOrderDay.getAsInt();
    }

    /** Day of the order as an epoch day; empty if unknown or after a receipt. */
    OptionalInt orderDay() {
        return orderedAfterReceipt() ? OptionalInt.empty() : statedOrderDay;
    }

    /** Lead times of the line; empty without a usable order date. */
    Optional<LineCompletion.Result> completion(double completeShare) {
        OptionalInt orderDay = orderDay();
        if (orderDay.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                LineCompletion.of(new LineCompletion.Inputs(ordered, orderDay.getAsInt(), receipts, completeShare)));
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
