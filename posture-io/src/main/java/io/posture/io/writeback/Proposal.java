package io.posture.io.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a run proposes for an item, as proposals.jsonl has it.
 *
 * @param itemId key of the item
 * @param locationId the place
 * @param sourceKey key in the user's system, verbatim; empty if unknown
 * @param places rows that the user's system has of it
 * @param decided whether the run decided on it
 * @param unit base unit; empty if unknown
 * @param unitCost money per piece
 * @param minimumOrder smallest quantity that can be ordered
 * @param multiple what quantities are a multiple of
 * @param safetyStock safety stock
 * @param reorderPoint reorder point
 * @param max level to order up to
 */
record Proposal(
        String itemId,
        String locationId,
        String sourceKey,
        int places,
        boolean decided,
        String unit,
        Optional<BigDecimal> unitCost,
        Optional<BigDecimal> minimumOrder,
        Optional<BigDecimal> multiple,
        Pair safetyStock,
        Pair reorderPoint,
        Pair max) {

    static final String SCHEMA = "posture/proposal/v1";

    /**
     * A quantity today and as proposed.
     *
     * @param current what the user's system holds
     * @param proposed what the run proposes
     */
    record Pair(Optional<BigDecimal> current, Optional<BigDecimal> proposed) {

        /** Whether the proposal is known, and not known to be what is held already. */
        boolean changes() {
            return proposed.isPresent() && (current.isEmpty() || current.get().compareTo(proposed.get()) != 0);
        }
    }

    static Proposal of(JsonNode line) {
        return new Proposal(
                line.path("item_id").asText(),
                line.path("location_id").asText(),
                line.path("source_key").asText(""),
                line.path("places").asInt(),
                line.path("status").asText().equals("DECIDED"),
                line.path("unit").asText(""),
                number(line.path("unit_cost")),
                number(line.path("moq")),
                number(line.path("multiple")),
                pair(line.path("safety_stock")),
                pair(line.path("reorder_point")),
                pair(line.path("max")));
    }

    /** A quantity today, and as proposed and rounded up. */
    Pair of(Field field) {
        return switch (field) {
            case SAFETY_STOCK -> rounded(safetyStock);
            case REORDER_POINT -> rounded(reorderPoint);
            case MAX -> rounded(max);
            case ORDER_QUANTITY -> orderQuantity();
        };
    }

    /** The item and its place, as messages name it. */
    String name() {
        return itemId + " @ " + locationId;
    }

    /** A proposal of what is held already stays as it is: rounding would move a quantity that is to stay. */
    private Pair rounded(Pair pair) {
        return !pair.changes() ? pair : new Pair(pair.current(), pair.proposed().map(this::up));
    }

    private Pair orderQuantity() {
        Pair from = of(Field.REORDER_POINT);
        Pair to = of(Field.MAX);
        Optional<BigDecimal> proposed = difference(to.proposed(), from.proposed())
                .map(quantity -> up(quantity.max(minimumOrder.orElse(quantity))));
        return new Pair(difference(to.current(), from.current()), proposed);
    }

    private BigDecimal up(BigDecimal quantity) {
        return Rounding.up(quantity, Rounding.step(multiple, unit));
    }

    /** The difference of two known numbers; one below 0 is no quantity and counts as unknown. */
    private static Optional<BigDecimal> difference(Optional<BigDecimal> upper, Optional<BigDecimal> lower) {
        return upper.isPresent() && lower.isPresent()
                ? Optional.of(upper.get().subtract(lower.get())).filter(quantity -> quantity.signum() >= 0)
                : Optional.empty();
    }

    private static Pair pair(JsonNode node) {
        return new Pair(number(node.path("current")), number(node.path("proposed")));
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }
}
