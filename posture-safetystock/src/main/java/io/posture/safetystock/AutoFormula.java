package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.SafetyStockFormula;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Safety stock by the method that suits each item. The figure says which one and why, what the others would have given, and
 * holds the reorder point that belongs to it. Nothing is rounded.
 */
final class AutoFormula implements SafetyStockFormula {

    static final String STEP = "auto";

    private static final Origin.Formula IDLE =
            new Origin.Formula("buf.idle.1", "0: there is no demand to cover", "DOMAIN E.2");

    private static final Origin BY_SEGMENT = new Origin.Parameter(STEP, "methods");
    private static final Origin BY_SETTING = new Origin.Parameter(STEP, "method");

    private final Config config;
    private final CycleTarget target;
    private final Figure fillTarget;
    private final Figure reviewDays;
    private final Figure smoothing;
    private final Regimes.StableShares shares;

    AutoFormula(Config config) {
        this.config = config;
        this.target = new CycleTarget(
                STEP,
                new ServiceTarget.Levels(config.vital, config.essential, config.desirable),
                config.criticalityStep,
                config.carryingRate);
        this.fillTarget = ItemFigures.setting(STEP, "fillRate", config.fillRate, Unit.SHARE)
                .named("serviceTarget");
        this.shares = new Regimes.StableShares(config.demandStableShare, config.leadTimeStableShare);
        this.reviewDays = ItemFigures.setting(STEP, "reviewDays", config.reviewDays, Unit.DAYS);
        this.smoothing = ItemFigures.setting(STEP, "smoothing", config.smoothing, Unit.NONE);
    }

    /** Which stretches of an item's past its stock is made for. */
    enum Use {
        /** Stable stretches. */
        STABLE,
        /** Stable and disrupted stretches, by their share of time. */
        MIXTURE
    }

    /** Methods, targets and what the stock must cover. */
    record Config(
            @Doc("method for all items that methods does not name; AUTO takes the one that suits the item")
            Method method,

            @Doc("method by class, for example {demand-class=LUMPY: MONTE_CARLO}; the first that fits an item holds")
            Map<String, Method> methods,

            @Doc("whether to cover that orders go out below the reorder point")
            boolean undershoot,

            @Doc("CYCLE: share of cycles without a stock-out; FILL: share of pieces served from stock")
            ServiceGoal.Type service,

            @Doc("fill rate to aim at if service is FILL, (0, 1)")
            double fillRate,

            @Doc("days between two looks at the stock; 0 if orders go out any day")
            double reviewDays,

            @Doc("STABLE: stock for the stable stretches; MIXTURE: one number for stable and disrupted ones")
            Use use,

            @Doc("share of time with stable demand for MIXTURE, (0, 1]; 0 for the share that was seen")
            double demandStableShare,

            @Doc("share of time with stable lead times for MIXTURE, (0, 1]; 0 for the share that was seen")
            double leadTimeStableShare,

            @Doc("smoothing constant of the forecast of FORECAST_ERROR, (0, 1]")
            double smoothing,

            @Doc("seed of MONTE_CARLO") long seed,

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

        private static final long serialVersionUID = 1;

        static final Config DEFAULTS = new Config(
                Method.AUTO,
                Map.of(),
                true,
                ServiceGoal.Type.CYCLE,
                0.98,
                0,
                Use.STABLE,
                0,
                0,
                0.1,
                1,
                "criticality",
                0.99,
                0.975,
                0.95,
                0.25);

        Config {
            methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
            for (String segment : methods.keySet()) {
                if (!segment.matches("[^=]+=[^=]+")) {
                    throw new IllegalArgumentException("methods needs a step and a class as in abc=A, was '" + segment
                            + "'. Methods: " + Arrays.toString(Method.values()));
                }
            }
            Require.probability("fillRate", fillRate);
            Require.notNegative("reviewDays", reviewDays);
            Require.share("demandStableShare", demandStableShare);
            Require.share("leadTimeStableShare", leadTimeStableShare);
            Require.positive("smoothing", smoothing);
            Require.share("smoothing", smoothing);
            Require.probability("vital", vital);
            Require.probability("essential", essential);
            Require.probability("desirable", desirable);
            Require.share("carryingRate", carryingRate);
        }

        /** The method the settings name for an item. */
        private Wanted wanted(SizedItem item) {
            for (Map.Entry<String, Method> entry : methods.entrySet()) {
                int equals = entry.getKey().indexOf('=');
                String code = item.segment(entry.getKey().substring(0, equals)).code();
                if (code.equals(entry.getKey().substring(equals + 1))) {
                    return new Wanted(entry.getValue(), BY_SEGMENT);
                }
            }
            return new Wanted(method, BY_SETTING);
        }
    }

    /** A method that the settings name, and which setting. */
    record Wanted(Method method, Origin setting) {}

    @Override
    public Explanation compute(SizedItem item) {
        DemandProfile demand = item.profile().demand();
        boolean idle = demand.meanPerDay() == 0;
        List<MissingFact> missing = new ArrayList<>();
        if (item.profile().supply().leadTime().isEmpty()) {
            missing.add(MissingFact.LEAD_TIME);
        }
        if (!demand.hasRate() || (!idle && demand.sdPerDay().isEmpty())) {
            missing.add(MissingFact.DEMAND_HISTORY);
        }
        if (!missing.isEmpty()) {
            return ItemFigures.missing(SizedItem.SAFETY_STOCK, Method.AUTO.rule(), missing);
        }
        if (idle) {
            Figure perDay = demand.meanPerDayFigure();
            Figure reorderPoint = Figure.of("reorderPoint", 0, Unit.PIECES, IDLE, perDay);
            return Figure.of(SizedItem.SAFETY_STOCK, 0, Unit.PIECES, IDLE, reorderPoint);
        }
        Wanted wanted = config.wanted(item);
        if (wanted.method == Method.MAX_AVERAGE) {
            return StockReasons.maxAverage(item, wanted);
        }
        SizingFacts facts = SizingFacts.of(item);
        Protection protection = Protection.of(facts, reviewDays, config.undershoot);
        return new StockSizing(facts, protection, goal(item, protection), config.seed, smoothing, shares)
                .size(wanted, config.use == Use.MIXTURE);
    }

    private ServiceGoal goal(SizedItem item, Protection protection) {
        boolean given = item.profile().item().serviceTarget().isPresent();
        if (!given
                && config.service == ServiceGoal.Type.FILL
                && protection.lot().isPresent()) {
            return ServiceGoal.fill(fillTarget, protection.lot().get());
        }
        Figure level = target.of(item);
        return !given && config.service == ServiceGoal.Type.FILL
                ? ServiceGoal.cycleWithoutLot(level)
                : ServiceGoal.cycle(level, protection.lot());
    }
}
