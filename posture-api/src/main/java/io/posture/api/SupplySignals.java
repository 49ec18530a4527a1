package io.posture.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an item's receipts show beyond the moments of its lead time.
 *
 * @param closedDays lead times of the own closed lines that count, days, in order of the order date
 * @param openLines lines not yet complete: censored at their age, not left out
 * @param lowerBound whether the mean holds open lines older than the closed mean, at their age: the truth is longer
 * @param medianDays median lead time with open lines as censored; empty if it is not reached
 * @param p90Days 90 % quantile of the same; empty if it is not reached
 * @param unpromisedLines lines with neither a promise nor an agreed lead time: left out of the service rate
 * @param slipDays mean days from first promise to completion; empty without any
 * @param trend trend of the lead times in order of the order date; empty with fewer than 8
 * @param stretches stable and disrupted stretches of the lead times
 * @param eventLines lines tagged with a disruption event: in the disruption record and not in the lead time
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
        int eventLines) {

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

    /** Copies. */
    public SupplySignals {
        closedDays = List.copyOf(closedDays);
    }
}
