package io.posture.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an item's receipts show beyond the moments of its lead time.
 *
 * <p>The lines that count are those with an order date that were neither ordered in a disrupted stretch nor tagged with a
 * disruption event. Of several suppliers the lines are taken together; stretches and trends are looked for by supplier.
 *
 * @param closedDays lead times of the own closed lines that count, days, in order of the order date
 * @param openLines lines that count and are not yet complete: censored at their age, not left out
 * @param lowerBound whether the mean holds open lines older than the closed mean, at their age: the truth is longer
 * @param medianDays median lead time with open lines as censored, by Kaplan and Meier; empty if it is not reached
 * @param p90Days 90 % quantile of the same; empty if it is not reached
 * @param unpromisedLines lines with neither a promise nor an agreed lead time: left out of the service rate
 * @param slipDays mean days from first promise to completion of the lines due; empty without any
 * @param trend trend of the lead times in order of the order date, its slope in days of lead time a day; a flagged one
 *     first, then that of the supplier with the most lines; empty with fewer than 8 days with an order
 * @param stretches stable and disrupted stretches of the lead times, those of all suppliers
 * @param eventLines lines tagged with a disruption event: in the disruption record and not in the lead time
 * @param firstReceiptDays mean days from order to first receipt of the closed lines that count; empty without any
 * @param weightedDays mean of their lead times weighted with the pieces of each receipt; empty without any
 * @param overReceivedLines lines with more than 110 % of the ordered pieces received
 * @param firstPromise all lines against their first promise, or order date and agreed lead time; empty if none was due
 * @param lastPromise all lines against their last promise, which makes nearly everyone punctual; empty if none was due
 */
public record SupplySignals(
        List<Double> closedDays,
        int openLines,
        boolean lowerBound,
        OptionalDouble medianDays,
        OptionalDouble p90Days,
        int unpromisedLines,
        OptionalDouble slipDays,
        Optional<Trend> trend,
        Stretches stretches,
        int eventLines,
        OptionalDouble firstReceiptDays,
        OptionalDouble weightedDays,
        int overReceivedLines,
        Optional<Punctuality> firstPromise,
        Optional<Punctuality> lastPromise) {

    /** No receipts. */
    public static final SupplySignals NONE = new SupplySignals(
            List.of(),
            0,
            false,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            0,
            OptionalDouble.empty(),
            Optional.empty(),
            Stretches.NONE,
            0);

    /**
     * Lines against their promises, without any support from a pool.
     *
     * @param due lines due
     * @param hits lines complete by their promise
     * @param slipDays mean days from promise to completion; empty if no line is complete
     */
    public record Punctuality(int due, int hits, OptionalDouble slipDays) {

        /**
         * Checks.
         *
         * @throws IllegalArgumentException unless 0 <= hits <= due and due is above 0
         */
        public Punctuality {
            if (!(0 <= hits && hits <= due && due > 0)) {
                throw new IllegalArgumentException(
                        "need 0 <= hits <= due and a line due, were " + hits + " and " + due);
            }
        }

        /** Share of the lines due that were complete by their promise, 0 to 1. */
        public double otif() {
            return (double) hits / due;
        }
    }

    /** What receipts show, without first receipts, over-receipts and promises. */
    public SupplySignals(
            List<Double> closedDays,
            int openLines,
            boolean lowerBound,
            OptionalDouble medianDays,
            OptionalDouble p90Days,
            int unpromisedLines,
            OptionalDouble slipDays,
            Optional<Trend> trend,
            Stretches stretches,
            int eventLines) {
        this(
                closedDays,
                openLines,
                lowerBound,
                medianDays,
                p90Days,
                unpromisedLines,
                slipDays,
                trend,
                stretches,
                eventLines,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** Copies. */
    public SupplySignals {
        closedDays = List.copyOf(closedDays);
    }
}
