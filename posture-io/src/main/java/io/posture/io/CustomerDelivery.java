package io.posture.io;

import io.posture.api.ItemId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of the table order_lines: a delivery on a line of a customer's order. What is unknown is empty.
 *
 * @param order key of the order
 * @param line key of the line in the order; empty if it has none
 * @param item what was ordered
 * @param requestedOn the day asked for
 * @param deliveredOn the day of the delivery; empty while nothing was delivered
 * @param orderedPieces pieces of the line, above 0
 * @param deliveredPieces pieces of this delivery
 * @param damaged whether something of it was damaged
 * @param documentsRight whether its documents were right
 */
public record CustomerDelivery(
        String order,
        String line,
        ItemId item,
        Optional<LocalDate> requestedOn,
        Optional<LocalDate> deliveredOn,
        double orderedPieces,
        OptionalDouble deliveredPieces,
        Optional<Boolean> damaged,
        Optional<Boolean> documentsRight) {}
