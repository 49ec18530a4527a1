package io.posture.profile;

import io.posture.api.ItemId;
import io.posture.numerics.Require;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A receipt of a purchase-order line, or the open line itself. Rows with the same order and line are one line; a row
 * without both is a line of its own.
 *
 * @param po key of the order; empty if unknown
 * @param line key of the line in the order; empty if unknown
 * @param item the item
 * @param supplierId who delivered; empty if unknown
 * @param orderDate day of the order
 * @param promisedDate day first promised
 * @param receiptDate day of the receipt, not before the order; empty for an open line
 * @param orderedPieces ordered pieces of the line, above 0
 * @param receivedPieces received pieces, below 0 for a return; empty counts the line as complete; not read without a
 *     receipt date
 * @param row row number in the source, from 1; 0 if there is none
 * @param eventId key of the disruption event that the delay belongs to; empty if none
 * @param laneId key of the route that it came by; empty if unknown
 * @param lastPromisedDate day last promised; empty if the first promise was never changed
 */
public record ReceiptRow(
        String po,
        String line,
        ItemId item,
        String supplierId,
        Optional<LocalDate> orderDate,
        Optional<LocalDate> promisedDate,
        Optional<LocalDate> receiptDate,
        OptionalDouble orderedPieces,
        OptionalDouble receivedPieces,
        int row,
        String eventId,
        String laneId,
        Optional<LocalDate> lastPromisedDate) {

    /** A row of which no event, route or later promise is known. */
    public ReceiptRow(
            String po,
            String line,
            ItemId item,
            String supplierId,
            Optional<LocalDate> orderDate,
            Optional<LocalDate> promisedDate,
            Optional<LocalDate> receiptDate,
            OptionalDouble orderedPieces,
            OptionalDouble receivedPieces,
            int row) {
        this(
                po,
                line,
                item,
                supplierId,
                orderDate,
                promisedDate,
                receiptDate,
                orderedPieces,
                receivedPieces,
                row,
                "",
                "",
                Optional.empty());
    }

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the receipt is before the order or a quantity is outside its range
     */
    public ReceiptRow {
        if (orderDate.isPresent()
                && receiptDate.isPresent()
                && receiptDate.get().isBefore(orderDate.get())) {
            throw new IllegalArgumentException("receiptDate must not be before orderDate " + orderDate.get() + ", was "
                    + receiptDate.get() + ": a lead time is at least 0 days");
        }
        orderedPieces.ifPresent(value -> Require.positive("orderedPieces", Pieces.of("orderedPieces", value)));
        receivedPieces.ifPresent(value -> Pieces.of("receivedPieces", value));
    }
}
