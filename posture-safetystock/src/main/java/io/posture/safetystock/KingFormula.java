package io.posture.safetystock;

import io.posture.api.DemandClass;
import io.posture.api.DemandProfile;
import io.posture.api.LeadTime;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.SafetyStockFormula;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Safety stock by the Z formula. The figure holds the reorder point that belongs to it as a node named
 * {@code reorderPoint}. Nothing is rounded.
 */
final class KingFormula implements SafetyStockFormula {

    private static final Origin.Formula Z = new Origin.Formula(
            "buf.z.1", "standard normal quantile of the cycle service level", "Silver, Pyke & Thomas 2017");
    private static final Origin.Formula SIGMA = new Origin.Formula(
            "buf.sigmaLtd.1", "sqrt(L * sd^2 + d^2 * sL^2)", "Silver, Pyke & Thomas 2017; Chopra & Meindl");
    private static final Origin.Formula UNDERSHOOT_MEAN =
            new Origin.Formula("buf.undershoot.mean.1", "(sd^2 + d^2) / 2d", "Tijms & Groenevelt 1984");
    private static final Origin.Formula UNDERSHOOT_SD = new Origin.Formula(
            "buf.undershoot.sd.1", "sqrt(max(0, (d^3 + 3 d sd^2) / 3d - E[U]^2))", "Tijms & Groenevelt 1984");
    private static final Origin.Formula REORDER_POINT =
            new Origin.Formula("buf.reorderPoint.1", "d L + E[U] + max(0, z sigma)", "Silver, Pyke & Thomas 2017");
    private static final Origin.Formula LEAD_TIME_DEMAND =
            new Origin.Formula("buf.leadTimeDemand.1", "d L", "DOMAIN E.2");

    private final Config config;
    private final CycleTarget target;

    KingFormula(Config config) {
        this.config = config;
        this.target = new CycleTarget("king", config.levels(), config.criticalityStep, config.carryingRate);
    }

    /** Undershoot and service targets. */
    record Config(
            @Doc("whether to cover that orders go out below the reorder point")
            boolean undershoot,

            @Doc("name of the step that gives the criticality class V, E or D")
            String criticalityStep,

            @Doc("cycle service level of class V without a shortage cost, (0, 1)")
            double vital,

            @Doc("cycle service level of class E without a shortage cost, (0, 1)")
            double essential,

            @Doc("cycle service level of class D without a shortage cost, (0, 1)")
            double desirable,

            @Doc("carrying rate where the item has none, share of the unit cost a year, 0 to 1")
            double carryingRate)
            implements Serializable {

        static final Config DEFAULTS = new Config(true, "criticality", 0.99, 0.975, 0.95, 0.25);

        Config {
            Require.probability("vital", vital);
            Require.probability("essential", essential);
            Require.probability("desirable", desirable);
            Require.share("carryingRate", carryingRate);
        }

        private ServiceTarget.Levels levels() {
            return new ServiceTarget.Levels(vital, essential, desirable);
        }
    }

    @Override
    public Explanation compute(SizedItem item) {
        DemandProfile demand = item.profile().demand();
        Optional<LeadTime> leadTime = item.profile().supply().leadTime();
        List<MissingFact> missing = new ArrayList<>();
        if (leadTime.isEmpty()) {
            missing.add(MissingFact.LEAD_TIME);
        }
        boolean idle = demand.meanPerDay() == 0;
        if (!demand.hasRate() || (!idle && demand.sdPerDay().isEmpty())) {
            missing.add(MissingFact.DEMAND_HISTORY);
        }
        if (!missing.isEmpty()) {
            return ItemFigures.missing(SizedItem.SAFETY_STOCK, ZFormula.FORMULA, missing);
        }
        if (idle) {
            Figure perDay = demand.meanPerDayFigure();
            Figure reorderPoint = Figure.of("reorderPoint", 0, Unit.PIECES, REORDER_POINT, perDay);
            return Figure.of(SizedItem.SAFETY_STOCK, 0, Unit.PIECES, ZFormula.FORMULA, perDay, reorderPoint);
        }
        return size(item, leadTime.get());
    }

    private Figure size(SizedItem item, LeadTime leadTime) {
        DemandProfile demand = item.profile().demand();
        Figure level = target.of(item);
        Figure perDay = demand.meanPerDayFigure();
        Figure sdPerDay = demand.sdPerDayFigure();
        Figure leadDays = leadTime.meanFigure();
        ZFormula.Result result = ZFormula.calculate(new ZFormula.Inputs(
                perDay.value(),
                sdPerDay.value(),
                leadDays.value(),
                leadTime.sdDays(),
                level.value(),
                Optional.of(config.undershoot)));

        List<Explanation> parts = new ArrayList<>();
        parts.add(Figure.of("z", result.z(), Unit.NONE, Z, level));
        parts.add(Figure.of(
                "sigmaLtd", result.sigmaLtd(), Unit.PIECES, SIGMA, leadDays, sdPerDay, perDay, leadTime.sdFigure()));
        if (config.undershoot) {
            Figure mean = Figure.of(
                    "undershootMean",
                    result.undershootMean().orElseThrow(),
                    Unit.PIECES,
                    UNDERSHOOT_MEAN,
                    sdPerDay,
                    perDay);
            double sd = Math.sqrt(result.undershootVar().orElseThrow());
            parts.add(Figure.of("undershootSd", sd, Unit.PIECES, UNDERSHOOT_SD, perDay, sdPerDay, mean));
            parts.add(mean);
        }
        List<Explanation> reorderParts = new ArrayList<>();
        reorderParts.add(Figure.of(
                "leadTimeDemand", perDay.value() * leadDays.value(), Unit.PIECES, LEAD_TIME_DEMAND, perDay, leadDays));
        reorderParts.addAll(parts);

        List<Explanation> because = new ArrayList<>(parts);
        because.add(new Figure("reorderPoint", result.reorderPoint(), Unit.PIECES, REORDER_POINT, reorderParts));
        if (demand.demandClass() == DemandClass.INTERMITTENT || demand.demandClass() == DemandClass.LUMPY) {
            because.add(Finding.of(
                    "leadTimeDemandShape",
                    "normal",
                    new Origin.Assumption(
                            "demand is " + demand.demandClass()
                                    + ", its lead-time demand is taken as normal all the same",
                            "use a formula with the empirical distribution for such items"),
                    demand.bucketsFigure()));
        }
        return new Figure(SizedItem.SAFETY_STOCK, result.safetyStock(), Unit.PIECES, ZFormula.FORMULA, because);
    }
}
