package io.posture.api;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Lead time from order to complete receipt, shrunk towards a pool where own lines are few.
 *
 * @param meanDays estimate of the mean, days, at least 0
 * @param sdDays standard deviation of the next lead time, days, at least 0
 * @param lines own closed lines that count
 * @param observedMeanDays mean of the own lines, late open ones at their age; empty without any
 * @param observedSdDays sample standard deviation of the own lines; empty with fewer than two
 * @param longestDays longest own line; empty without any
 * @param pool where the support comes from: {@code own}, {@code supplier}, {@code lane}, {@code region},
 *     {@code category}, {@code company}, {@code contract} or {@code mixture}
 * @param poolMeanDays mean of the pool, days
 * @param weight weight of the own mean, 0 to 1
 * @param confidence how far to trust it
 * @param rows the receipts it was read from
 * @param spread how lead times vary in the pool; empty if no pool supports it
 * @param parts the suppliers' lead times behind a mixture; empty otherwise
 * @param basis what else is known of the own lines and of the agreement
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
        RowRefs rows,
        Optional<Spread> spread,
        List<Part> parts,
        Basis basis) {

    /** Pool of an item that has lines enough of its own. */
    public static final String OWN = "own";

    /** Pool of an item whose lead time is agreed and not observed. */
    public static final String CONTRACT = "contract";

    private static final Origin.Formula MEAN = new Origin.Formula(
            "supply.leadTimeShrink.1",
            "B * own mean + (1 - B) * pool mean, B = tau2 / (tau2 + s0^2 / n)",
            "Efron & Morris 1975; Searle, Casella & McCulloch 1992");
    private static final Origin.Formula DEVIATION = new Origin.Formula(
            "supply.leadTimeShrink.1",
            "sqrt((nu0 s0^2 + (n - 1) s^2) / (nu0 + n - 1) + tau2 (1 - B))",
            "Gelman et al., BDA3 ch. 5; Smyth 2004");

    private static final Origin.Formula OWN_MEAN =
            new Origin.Formula("supply.leadTimeStats.1", "mean of the own lines", "DOMAIN B.1");
    private static final Origin.Formula OWN_DEVIATION =
            new Origin.Formula("supply.leadTimeStats.1", "sample sd (n - 1) of the own lines", "DOMAIN B.1");
    private static final Origin.Formula WITH_OPEN_LINES = new Origin.Formula(
            "supply.openLines.1",
            "mean and deviation over the closed lines and, at their age so far, the open lines that are older than the mean of"
                    + " the closed: to leave those out would flatter a supplier that fails, to enter younger ones would flatter"
                    + " it too",
            "DOMAIN B.2");
    private static final Origin.Input DISRUPTED = new Origin.Input(
            "receipts.order_date", "ordered in a disrupted stretch: in the disruption record and not in the lead time");
    private static final Origin.Input TAGGED = new Origin.Input(
            "receipts.event_id", "tagged with a disruption event: in the disruption record and not in the lead time");
    private static final Origin.Formula DEGRADING = new Origin.Formula(
            "supply.leadTimeTrend.1",
            "Mann-Kendall p < 0.05 in order of the order date, and 90 days * slope >= 10 % of the median; the slope is the"
                    + " median of (lead time j - lead time i) / (order date j - order date i), days of lead time a day",
            "DOMAIN B.4; Mann 1945; Kendall 1975; Sen 1968");
    private static final Origin.Parameter PRIOR_DEGREES = new Origin.Parameter("profile", "priorDegrees");
    private static final String WARNING = "warning";

    private static final Origin.Formula MIXED_MEAN =
            new Origin.Formula("supply.leadTimeMixture.1", "sum of share * mean of the suppliers", "DOMAIN D.3");
    private static final Origin.Formula MIXED_DEVIATION = new Origin.Formula(
            "supply.leadTimeMixture.1", "sqrt(sum of share * (sd^2 + (mean - mean of all)^2))", "DOMAIN D.3");

    /**
     * How lead times vary in a pool.
     *
     * @param within variance within an item, days squared
     * @param between variance between items, days squared
     * @param priorDegrees degrees of freedom that the variance within is worth
     */
    public record Spread(double within, double between, double priorDegrees) {}

    /**
     * A supplier's part of a mixture.
     *
     * @param supplierId the supplier
     * @param share its share, (0, 1]; the shares of a mixture add up to 1
     * @param leadTime its lead time
     */
    public record Part(String supplierId, double share, LeadTime leadTime) {}

    /**
     * What else is known of the lines that a lead time is made from, and of those that are kept out of it.
     *
     * @param lateOpenLines open lines older than the mean of the closed ones: they count at their age
     * @param disruptedLines closed lines kept out because they were ordered in a disrupted stretch
     * @param eventLines lines kept out because they are tagged with a disruption event
     * @param levelShift whether the last stretch was long enough to be the new normal
     * @param trend trend in order of the order date, its slope in days of lead time a day; empty with fewer than 8 days
     * @param agreedDays agreed lead time, days; empty if none is known
     */
    public record Basis(
            int lateOpenLines,
            int disruptedLines,
            int eventLines,
            boolean levelShift,
            Optional<Trend> trend,
            OptionalDouble agreedDays) {

        /** Nothing else is known. */
        public static final Basis NONE = new Basis(0, 0, 0, false, Optional.empty(), OptionalDouble.empty());
    }

    /** A lead time of whose lines nothing more is told than their number. */
    public LeadTime(
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
            RowRefs rows,
            Optional<Spread> spread,
            List<Part> parts) {
        this(
                meanDays,
                sdDays,
                lines,
                observedMeanDays,
                observedSdDays,
                longestDays,
                pool,
                poolMeanDays,
                weight,
                confidence,
                rows,
                spread,
                parts,
                Basis.NONE);
    }

    /** A lead time that is no mixture, and of whose pool nothing more is told than its mean. */
    public LeadTime(
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
        this(
                meanDays,
                sdDays,
                lines,
                observedMeanDays,
                observedSdDays,
                longestDays,
                pool,
                poolMeanDays,
                weight,
                confidence,
                rows,
                Optional.empty(),
                List.of());
    }

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the mean or deviation is negative or not finite, or the weight not in [0, 1]
     */
    public LeadTime {
        parts = List.copyOf(parts);
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
        String name = "leadTimeDays";
        if (!parts.isEmpty()) {
            return new Figure(name, meanDays, Unit.DAYS, MIXED_MEAN, mixed(LeadTime::meanFigure));
        }
        if (pool.equals(CONTRACT)) {
            return Figure.of(name, meanDays, Unit.DAYS, new Origin.Input("sourcing.lead_time_days", ""));
        }
        List<Explanation> because = new ArrayList<>(12);
        addObserved(because, observedMeanDays, "observedLeadTimeDays");
        if (!pool.equals(OWN)) {
            Origin poolLines = poolLines();
            addPooled(because, poolLines);
            because.add(Figure.of("poolLeadTimeDays", poolMeanDays, Unit.DAYS, poolLines));
        }
        addWarnings(because);
        return new Figure(name, meanDays, Unit.DAYS, pool.equals(OWN) ? OWN_MEAN : MEAN, because);
    }

    /** The deviation as an explained figure, days. */
    public Figure sdFigure() {
        String name = "leadTimeSdDays";
        if (!parts.isEmpty()) {
            List<Explanation> because = new ArrayList<>(mixed(LeadTime::meanFigure));
            parts.forEach(part -> because.add(part.leadTime().sdFigure()));
            return new Figure(name, sdDays, Unit.DAYS, MIXED_DEVIATION, because);
        }
        if (pool.equals(CONTRACT)) {
            Origin origin = confidence == Confidence.ASSUMED
                    ? new Origin.Assumption(
                            "the agreed lead time comes without a deviation: a coefficient of variation of 0.30 stands in",
                            "deliver sourcing.lead_time_sd, or receipts")
                    : new Origin.Input("sourcing.lead_time_sd", "");
            return Figure.of(name, sdDays, Unit.DAYS, origin);
        }
        List<Explanation> because = new ArrayList<>(12);
        addObserved(because, observedSdDays, "observedLeadTimeSdDays");
        if (pool.equals(OWN) && spread.isEmpty()) {
            return new Figure(name, sdDays, Unit.DAYS, OWN_DEVIATION, because);
        }
        addPooled(because, poolLines());
        return new Figure(name, sdDays, Unit.DAYS, DEVIATION, because);
    }

    private List<Explanation> mixed(Function<LeadTime, Figure> figure) {
        List<Explanation> because = new ArrayList<>(2 * parts.size());
        for (Part part : parts) {
            because.add(Figure.of(
                    "supplierShare",
                    part.share(),
                    Unit.SHARE,
                    new Origin.Input("sourcing.share", "supplier " + part.supplierId())));
            because.add(figure.apply(part.leadTime()));
        }
        return because;
    }

    private void addObserved(List<Explanation> to, OptionalDouble value, String name) {
        Origin ownLines = new Origin.Input("receipts", rows.toString());
        if (value.isPresent()) {
            Origin counted = basis.lateOpenLines() > 0 ? WITH_OPEN_LINES : ownLines;
            to.add(Figure.of(name, value.getAsDouble(), Unit.DAYS, counted));
        }
        to.add(Figure.of("receiptLines", lines, Unit.COUNT, ownLines));
        count(to, "lateOpenLines", basis.lateOpenLines(), WITH_OPEN_LINES);
        count(to, "disruptedLines", basis.disruptedLines(), DISRUPTED);
        count(to, "eventLines", basis.eventLines(), TAGGED);
    }

    private static void count(List<Explanation> to, String name, int number, Origin origin) {
        if (number > 0) {
            to.add(Figure.of(name, number, Unit.COUNT, origin));
        }
    }

    /** What a planner should know before relying on the mean. */
    private void addWarnings(List<Explanation> warnings) {
        if (basis.lateOpenLines() > 0) {
            warnings.add(warning(
                    "LEAD_TIME_LOWER_BOUND",
                    "open lines older than the mean of the closed ones count at their age so far: the true mean is longer",
                    "close or cancel the open order lines"));
        }
        if (basis.levelShift()) {
            warnings.add(warning(
                    "LEAD_TIME_LEVEL_SHIFT",
                    "lead times changed at least 26 weeks ago and stayed so: the new ones count, the old ones do not",
                    "name the disrupted windows if the old lead times are expected back"));
        }
        if (basis.trend().isPresent() && basis.trend().get().flagged()) {
            warnings.add(degrading(basis.trend().get()));
        }
        if (lines == 0 && basis.agreedDays().isPresent()) {
            double agreed = basis.agreedDays().getAsDouble();
            warnings.add(Figure.of(
                    "agreedLeadTimeDays", agreed, Unit.DAYS, new Origin.Input("sourcing.lead_time_days", "")));
            if (agreed > meanDays) {
                warnings.add(warning(
                        "AGREED_LEAD_TIME_LONGER",
                        "no own receipts: what the " + pool + " shows stands in, which is shorter than what is agreed",
                        "deliver receipts, or sourcing.lead_time_sd to have the agreed lead time used"));
            }
        }
    }

    private static Finding degrading(Trend trend) {
        return Finding.of(
                WARNING,
                "LEAD_TIME_DEGRADING",
                DEGRADING,
                Figure.of("leadTimeSlope", trend.slope(), Unit.NONE, DEGRADING),
                Figure.of("leadTimeTrendP", trend.pValue(), Unit.NONE, DEGRADING));
    }

    private static Finding warning(String code, String reason, String remedy) {
        return Finding.of(WARNING, code, new Origin.Assumption(reason, remedy));
    }

    private void addPooled(List<Explanation> because, Origin poolLines) {
        Finding named = confidence == Confidence.ASSUMED
                ? Finding.of(
                        "leadTimePool",
                        pool,
                        new Origin.Assumption(
                                "no own receipts: the " + pool + " figure stands in",
                                "deliver receipts with order dates for this item and supplier"))
                : Finding.of("leadTimePool", pool, poolLines);
        because.add(named);
        because.add(Figure.of("weightOfOwnLines", weight, Unit.SHARE, MEAN, named));
        if (spread.isPresent()) {
            Spread variances = spread.get();
            because.add(Figure.of("poolVarianceWithin", variances.within(), Unit.NONE, poolLines));
            because.add(Figure.of("poolVarianceBetween", variances.between(), Unit.NONE, poolLines));
            because.add(Figure.of("priorDegrees", variances.priorDegrees(), Unit.NONE, PRIOR_DEGREES));
        }
    }

    private Origin poolLines() {
        return new Origin.Input("receipts", "lines of the pool: " + pool);
    }
}
