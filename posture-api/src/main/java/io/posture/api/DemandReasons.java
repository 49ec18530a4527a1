package io.posture.api;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says where the rates of a demand profile come from: plain buckets, stable stretches, an estimate or another item. */
final class DemandReasons {

    private static final String ITEM = "item";
    private static final String STATED = "stated";
    private static final Origin.Formula MEAN =
            new Origin.Formula("demand.scale.1", "mean of the buckets / days per bucket", "DOMAIN A.2");
    private static final Origin.Formula DEVIATION = new Origin.Formula(
            "demand.scale.1", "sd of the buckets / sqrt(days per bucket), independent days", "DOMAIN A.2");
    private static final Origin.Formula STABLE_MEAN = new Origin.Formula(
            "demand.regimes.1", "mean of the buckets in stable stretches / days per bucket", "DOMAIN A.7");
    private static final Origin.Formula STABLE_DEVIATION = new Origin.Formula(
            "demand.regimes.1",
            "sqrt(variance pooled within stable stretches) / sqrt(days per bucket), independent days",
            "DOMAIN A.7");
    private static final Origin.Formula DISRUPTED_MEAN = new Origin.Formula(
            "demand.regimes.1", "mean of the buckets in disrupted stretches / days per bucket", "DOMAIN A.7");
    private static final Origin.Formula DISRUPTED_DEVIATION = new Origin.Formula(
            "demand.regimes.1",
            "sqrt(variance pooled within disrupted stretches) / sqrt(days per bucket), independent days",
            "DOMAIN A.7");
    private static final Origin.Formula CHANGE_POINTS = new Origin.Formula(
            "demand.changePoints.1",
            "least cost of n_s (ln 2 pi + ln v_s + 1) + 3 ln n per change",
            "Jackson et al. 2005; Killick, Fearnhead & Eckley, JASA 107 (2012)");
    private static final Origin STOCK_OUTS = new Origin.Input("demand.stockout_days, stock.quantity", "");
    private static final Origin USER = new Origin.Parameter("profile", "periods");

    private final DemandProfile demand;

    DemandReasons(DemandProfile demand) {
        this.demand = demand;
    }

    Figure mean() {
        List<Explanation> because = because();
        if (apart()) {
            because.add(disruptedMean(stretches().disrupted().orElseThrow()));
        }
        addWarnings(because);
        return new Figure("demandPerDay", demand.meanPerDay(), Unit.PIECES_PER_DAY, meanOrigin(), because);
    }

    Figure deviation() {
        double sd = demand.sdPerDay().orElseThrow();
        List<Explanation> because = because();
        if (apart()) {
            because.add(Figure.of(
                    "disruptedSdPerDay",
                    stretches().disrupted().orElseThrow().sd(),
                    Unit.PIECES_PER_DAY,
                    DISRUPTED_DEVIATION));
        }
        return new Figure("demandSdPerDay", sd, Unit.PIECES_PER_DAY, deviationOrigin(), because);
    }

    private Origin meanOrigin() {
        if (demand.signals().analogue().isPresent()) {
            return assumption(demand.signals().analogue().get());
        }
        if (estimate().isPresent()) {
            return estimated("mean of demand", "days per bucket");
        }
        return split() ? STABLE_MEAN : MEAN;
    }

    private Origin deviationOrigin() {
        if (demand.signals().analogue().isPresent()) {
            return assumption(demand.signals().analogue().get());
        }
        if (estimate().isPresent()) {
            return estimated("sd of demand", "sqrt(days per bucket), independent days");
        }
        return split() ? STABLE_DEVIATION : DEVIATION;
    }

    private static Origin assumption(Analogue analogue) {
        if (analogue.kind().equals(STATED)) {
            return new Origin.Assumption(
                    "no history: what " + analogue.name() + " states stands in", "8 full buckets of demand");
        }
        return new Origin.Assumption(
                "too few buckets of its own: "
                        + (analogue.kind().equals(ITEM)
                                ? "the demand of item '" + analogue.name() + "' stands in"
                                : "the mean of " + analogue.items() + " items of category '" + analogue.name()
                                        + "' stands in"),
                "8 full buckets of its own demand");
    }

    private Origin estimated(String what, String divisor) {
        return switch (demand.signals().censoring().orElseThrow().method()) {
            case "NORMAL" ->
                new Origin.Formula(
                        "demand.censoredNormal.1",
                        what + " by maximum likelihood, buckets with a stock-out as lower bounds / " + divisor,
                        "Tobin 1958; Nahmias, NRL 41 (1994) 739-757");
            case "POISSON" ->
                new Origin.Formula(
                        "demand.censoredPoisson.1",
                        what + " by maximum likelihood, buckets with a stock-out as lower bounds / " + divisor,
                        "Conrad 1976; Nahmias, NRL 41 (1994) 739-757");
            default ->
                new Origin.Formula(
                        "demand.censorScale.1",
                        what + ", sales over the in-stock share where it is at least 0.5 / " + divisor,
                        "DOMAIN A.8; Conrad 1976");
        };
    }

    private OptionalDouble estimate() {
        return demand.signals().censoring().map(Censoring::meanPerDay).orElse(OptionalDouble.empty());
    }

    private Stretches stretches() {
        return demand.signals().stretches();
    }

    /** Whether there is a stable stretch beside a disrupted one. */
    private boolean split() {
        return stretches().disrupted().isPresent()
                && stretches().list().stream().anyMatch(stretch -> stretch.regime() == Regime.STABLE);
    }

    /** Whether the figures are the item's own and leave a disrupted stretch out. */
    private boolean apart() {
        return split() && demand.signals().analogue().isEmpty();
    }

    private List<Explanation> because() {
        List<Explanation> because = new ArrayList<>();
        because.add(demand.bucketsFigure());
        if (demand.signals().analogue().isPresent()) {
            because.add(source(demand.signals().analogue().get()));
        } else if (estimate().isPresent()) {
            Censoring censoring = demand.signals().censoring().orElseThrow();
            because.add(Figure.of("bucketsWithStockOut", censoring.censoredBuckets(), Unit.COUNT, STOCK_OUTS));
            because.add(Figure.of(
                    "soldPerDay", censoring.observedMeanPerDay(), Unit.PIECES_PER_DAY, split() ? STABLE_MEAN : MEAN));
        }
        return because;
    }

    private static Finding source(Analogue analogue) {
        if (analogue.kind().equals(STATED)) {
            return Finding.of("history", "none, stated", new Origin.Input(analogue.name(), ""));
        }
        String name = analogue.kind().equals(ITEM) ? "analogue" : "category";
        return Finding.of(name, analogue.name(), new Origin.Input("items." + name, ""));
    }

    private Figure disruptedMean(Stretches.Disrupted disrupted) {
        Origin source = stretches().byUser() ? USER : CHANGE_POINTS;
        List<Explanation> windows = new ArrayList<>();
        for (Stretch stretch : stretches().list()) {
            windows.add(Figure.of(
                    stretch.regime() == Regime.STABLE ? "stableStretch" : "disruptedStretch",
                    stretch.mean(),
                    Unit.PIECES_PER_DAY,
                    source,
                    Finding.of("window", stretch.from() + " to " + stretch.to(), source)));
        }
        return new Figure("disruptedPerDay", disrupted.mean(), Unit.PIECES_PER_DAY, DISRUPTED_MEAN, windows);
    }

    private void addWarnings(List<Explanation> warnings) {
        if (demand.signals().censoring().isPresent() && estimate().isEmpty()) {
            warnings.add(warning(
                    "DEMAND_ALL_CENSORED",
                    "a stock-out in every bucket: what was sold stands in for demand, which is higher",
                    "the demand that could not be met"));
        }
        if (stretches().disrupted().isPresent() && !split()) {
            warnings.add(warning(
                    "STABLE_STRETCH_MISSING",
                    "disrupted from end to end: its figures stand in for a stable stretch",
                    "a longer history"));
        }
        if (stretches().levelShift()) {
            warnings.add(warning(
                    "LEVEL_SHIFT",
                    "the newest stretch is the new normal, since "
                            + stretches()
                                    .list()
                                    .get(stretches().list().size() - 1)
                                    .from(),
                    "a look at whether it will last"));
        }
        stretches()
                .suspectedShift()
                .ifPresent(day -> warnings.add(warning(
                        "LEVEL_SHIFT_SUSPECTED",
                        "the level may have changed on " + day + "; the whole window counts",
                        "a look at the history")));
    }

    private static Finding warning(String code, String reason, String remedy) {
        return Finding.of("warning", code, new Origin.Assumption(reason, remedy));
    }
}
