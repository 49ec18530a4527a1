package io.posture.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The purchase-order lines behind the lead times of an item, one by one, so that a person can compute them again.
 *
 * @param from first day of the window
 * @param to last day of the window, the run's date
 * @param lines lines ordered or received in the window, by supplier id, then by order date
 * @param outsideLines lines neither ordered nor received in the window
 */
public record LeadTimeEvidence(LocalDate from, LocalDate to, List<Line> lines, int outsideLines) {

    /** No receipts. */
    public static final LeadTimeEvidence NONE = new LeadTimeEvidence(LocalDate.EPOCH, LocalDate.EPOCH, List.of(), 0);

    /** Copies. */
    public LeadTimeEvidence {
        lines = List.copyOf(lines);
    }

    /** What a line is to the lead time of its supplier. */
    public enum Use {
        /** Closed, in a stable stretch: its days count. */
        STABLE(true),
        /** Not complete, and older than the mean of the closed lines: counts with its age. */
        OPEN_LATE(true),
        /** Not complete, and too young to say anything. */
        OPEN(false),
        /** Ordered in a disrupted stretch: in the disruption record instead. */
        DISRUPTED(false),
        /** Tagged with a disruption event: in the disruption record instead. */
        EVENT(false),
        /** Without an order date. */
        ORDER_DATE_UNKNOWN(false),
        /** With an order date after a receipt. */
        ORDERED_AFTER_RECEIPT(false);

        private final boolean counts;

        Use(boolean counts) {
            this.counts = counts;
        }

        /** Whether its days are one of those that mean and deviation are made from. */
        public boolean counts() {
            return counts;
        }
    }

    /**
     * A purchase-order line.
     *
     * @param supplierId who delivers; empty if unknown
     * @param po key of the order; empty if unknown
     * @param line key of the line in the order; empty if unknown
     * @param orderDate day of the order; empty if unknown
     * @param completeDate day of the receipt that completed it; empty while it is open, and without a usable order date
     * @param days from the order to the completing receipt, or the age of an open line on the run's date; empty without a usable
     *     order date
     * @param use whether they count, and if not why
     * @param due how it stands against its first promise; empty without a promise, or before it is due
     * @param rows the receipts it was read from
     */
    public record Line(
            String supplierId,
            String po,
            String line,
            Optional<LocalDate> orderDate,
            Optional<LocalDate> completeDate,
            OptionalDouble days,
            Use use,
            Optional<Due> due,
            RowRefs rows) {}

    /**
     * A line against its first promise.
     *
     * @param on the day of the promise, or of the order and the agreed lead time
     * @param kept whether it was complete by then
     */
    public record Due(LocalDate on, boolean kept) {}
}
