package io.posture.review;

import io.posture.numerics.Require;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a run knows of a supplier, as far as a review looks for drift.
 *
 * @param id supplier
 * @param baseline lines before the last review, in order
 * @param recent lines since the last review, in order: detectors start anew after each review
 * @param poolOtif share of lines on time in full of the pool it belongs to, (0, 1)
 * @param poolStrength lines that the pool counts for, above 0; 10 is customary
 * @param poolLogLeadTime mean of {@code ln(1 + days)} of the pool; empty if there is none
 * @param poolLogLeadTimeSd its standard deviation, above 0; empty if there is none
 */
public record SupplierSnapshot(
        String id,
        List<Line> baseline,
        List<Line> recent,
        double poolOtif,
        double poolStrength,
        OptionalDouble poolLogLeadTime,
        OptionalDouble poolLogLeadTimeSd) {

    /** Copies and checks. */
    public SupplierSnapshot {
        baseline = List.copyOf(baseline);
        recent = List.copyOf(recent);
        Require.probability("share of the pool of '" + id + "'", poolOtif);
        Require.positive("strength of the pool of '" + id + "'", poolStrength);
        poolLogLeadTime.ifPresent(value -> Require.finite("lead time of the pool of '" + id + "'", value));
        poolLogLeadTimeSd.ifPresent(value -> Require.positive("deviation of the pool of '" + id + "'", value));
    }

    /**
     * A line of a purchase order.
     *
     * @param onTimeInFull whether it was complete by its limit
     * @param leadDays lead time, at least 0; empty if unknown
     */
    public record Line(boolean onTimeInFull, OptionalDouble leadDays) {

        /** Checks. */
        public Line {
            leadDays.ifPresent(days -> Require.notNegative("lead time of a line", days));
        }
    }
}
