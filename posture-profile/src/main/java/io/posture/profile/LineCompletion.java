package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** When a purchase-order line was complete: from which day on the received quantity stays at or above what is needed. */
final class LineCompletion {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "supply.lineCompletion.1",
            "days from the order to the day on which receipts first stay >= completeShare * ordered",
            "DOMAIN B.1");

    /** Receipts in the order in which they add up. */
    static final Comparator<Receipt> IN_TIME =
            Comparator.comparingDouble(Receipt::day).thenComparingDouble(Receipt::quantity);

    private static final double SLACK = 1e-9;

    private LineCompletion() {}

    /** A receipt. */
    @Tuple
    record Receipt(
            @Doc("day number of the receipt") double day,

            @Doc("pieces; below 0 went back to the supplier")
            double quantity) {

        Receipt {
            if (!Double.isFinite(day)) {
                throw new IllegalArgumentException("day must be a finite number, was " + day);
            }
            Pieces.of("quantity", quantity);
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("ordered pieces, above 0") double ordered,

            @Doc("day number of the order, not after a receipt")
            double orderDay,

            @Doc("receipts in any order") List<Receipt> receipts,

            @Doc("share of the ordered pieces that counts as complete, (0, 1]")
            double completeShare) {

        Inputs {
            Require.positive("ordered", ordered);
            Require.positive("completeShare", Require.share("completeShare", completeShare));
            receipts = receipts.stream().sorted(IN_TIME).toList();
            if (!Double.isFinite(orderDay)) {
                throw new IllegalArgumentException("orderDay must be a finite number, was " + orderDay);
            }
            if (!receipts.isEmpty() && receipts.get(0).day() < orderDay) {
                throw new IllegalArgumentException("orderDay must not be after a receipt, was " + orderDay
                        + " with a receipt on " + receipts.get(0).day());
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param completeLeadTime days from order to completion; absent while the line is open
     * @param firstLeadTime days from order to first receipt; absent without one
     * @param weightedLeadTime days from order to receipt, weighted with pieces; absent without one
     * @param receivedShare share of the ordered pieces that is there, above 1 for over-receipt
     */
    record Result(
            OptionalDouble completeLeadTime,
            OptionalDouble firstLeadTime,
            OptionalDouble weightedLeadTime,
            double receivedShare) {}

    /** Lead times of a line. */
    static Result of(Inputs inputs) {
        OptionalDouble completed = completionDay(inputs.receipts(), inputs.completeShare() * inputs.ordered());
        double total = 0;
        double arrived = 0;
        double weightedDays = 0;
        OptionalDouble first = OptionalDouble.empty();
        for (Receipt receipt : inputs.receipts()) {
            total += receipt.quantity();
            if (receipt.quantity() > 0) {
                double days = receipt.day() - inputs.orderDay();
                arrived += receipt.quantity();
                weightedDays += receipt.quantity() * days;
                first = first.isPresent() ? first : OptionalDouble.of(days);
            }
        }
        return new Result(
                completed.isPresent() ? OptionalDouble.of(completed.getAsDouble() - inputs.orderDay()) : completed,
                first,
                arrived > 0 ? OptionalDouble.of(weightedDays / arrived) : OptionalDouble.empty(),
                total / inputs.ordered());
    }

    /**
     * The day from which on the received pieces stay at or above what is needed; empty if they do not. A return that
     * drops below reopens the line.
     *
     * @param receipts in time
     * @param needed pieces, at least 0
     */
    static OptionalDouble completionDay(List<Receipt> receipts, double needed) {
        OptionalDouble completed = OptionalDouble.empty();
        double received = 0;
        for (Receipt receipt : receipts) {
            received += receipt.quantity();
            if (!reaches(received, needed)) {
                completed = OptionalDouble.empty();
            } else if (completed.isEmpty()) {
                completed = OptionalDouble.of(receipt.day());
            }
        }
        return completed;
    }

    /** Whether a received quantity is what is needed, rounding aside. */
    static boolean reaches(double received, double needed) {
        return received >= needed - SLACK;
    }
}
