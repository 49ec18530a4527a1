package io.posture.api;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Lead time from order to complete receipt, shrunk towards a pool where own lines are few.
 *
 * @param meanDays estimate of the mean, days, at least 0
 * @param sdDays standard deviation of the next lead time, days, at least 0
 * @param lines own closed lines
 * @param observedMeanDays mean of the own lines; empty without any
 * @param observedSdDays sample standard deviation of the own lines; empty with fewer than two
 * @param longestDays longest own line; empty without any
 * @param pool where the support comes from: {@code own}, {@code supplier}, {@code lane}, {@code category},
 *     {@code company}, {@code contract} or {@code mixture}
 * @param poolMeanDays mean of the pool, days
 * @param weight weight of the own mean, 0 to 1
 * @param confidence how far to trust it
 * @param rows the receipts it was read from
 */
public record LeadTime(
        double meanDays,
        double sdDays,
        int lines,
        OptionalDouble observedMeanDays,
        OptionalDouble observedSdDays,
        OptionalDouble longestDays,
        String pool,
        double poolMeanDays,
        double weight,
        Confidence confidence,
        RowRefs rows) {

    private static final Origin.Formula MEAN = new Origin.Formula(
            "supply.leadTimeShrink.1",
            "B * own mean + (1 - B) * pool mean, B = tau2 / (tau2 + s0^2 / n)",
            "Efron & Morris 1975; Searle, Casella & McCulloch 1992");
    private static final Origin.Formula DEVIATION = new Origin.Formula(
            "supply.leadTimeShrink.1",
            "sqrt((nu0 s0^2 + (n - 1) s^2) / (nu0 + n - 1) + tau2 (1 - B))",
            "Gelman et al., BDA3 ch. 5; Smyth 2004");

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the mean or deviation is negative or not finite, or the weight not in [0, 1]
     */
    public LeadTime {
        if (!(meanDays >= 0 && Double.isFinite(meanDays)) || !(sdDays >= 0 && Double.isFinite(sdDays))) {
            throw new IllegalArgumentException(
                    "lead time needs a mean and deviation of at least 0 days, were " + meanDays + " and " + sdDays);
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight must be in [0, 1], was " + weight);
        }
    }

    /** Coefficient of variation; empty for a mean of 0. */
    public OptionalDouble cv() {
        return meanDays > 0 ? OptionalDouble.of(sdDays / meanDays) : OptionalDouble.empty();
    }

    /** The mean as an explained figure, days. */
    public Figure meanFigure() {
        return new Figure("leadTimeDays", meanDays, Unit.DAYS, MEAN, parts(observedMeanDays, "observedLeadTimeDays"));
    }

    /** The deviation as an explained figure, days. */
    public Figure sdFigure() {
        return new Figure(
                "leadTimeSdDays", sdDays, Unit.DAYS, DEVIATION, parts(observedSdDays, "observedLeadTimeSdDays"));
    }

    private List<Explanation> parts(OptionalDouble observed, String name) {
        List<Explanation> parts = new ArrayList<>(4);
        Origin.Input own = new Origin.Input("receipts", rows.toString());
        Origin.Input pooled = new Origin.Input("receipts", "lines of the pool: " + pool);
        if (observed.isPresent()) {
            parts.add(Figure.of(name, observed.getAsDouble(), Unit.DAYS, own));
        }
        parts.add(Figure.of(
                "weightOfOwnLines", weight, Unit.SHARE, MEAN, Figure.of("receiptLines", lines, Unit.COUNT, own)));
        parts.add(
                confidence == Confidence.ASSUMED
                        ? Finding.of(
                                "leadTimePool",
                                pool,
                                new Origin.Assumption(
                                        "no own receipts: the " + pool + " figure stands in",
                                        "deliver receipts with order dates for this item and supplier"))
                        : Finding.of("leadTimePool", pool, pooled));
        parts.add(Figure.of("poolLeadTimeDays", poolMeanDays, Unit.DAYS, pooled));
        return parts;
    }
}
