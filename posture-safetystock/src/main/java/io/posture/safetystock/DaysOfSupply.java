package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.OrderQuantityFormula;
import java.io.Serializable;
import java.util.Optional;

/** Order quantity of fixed days of demand by value class, within the limits of every lot. */
final class DaysOfSupply implements OrderQuantityFormula {

    private static final String STEP = "days-of-supply";
    private static final Origin.Formula FORMULA =
            new Origin.Formula("eoq.daysOfSupply.1", "days * demand per day", "customary; DOMAIN E.11");

    private final Config config;

    DaysOfSupply(Config config) {
        this.config = config;
    }

    /** The days, and the limits. */
    record Config(
            @Doc("name of the step that gives the value class A, B or C")
            String abcStep,

            @Doc("lot of class A, days of demand, above 0") double daysA,
            @Doc("lot of class B, days of demand, above 0") double daysB,
            @Doc("lot of class C, days of demand, above 0") double daysC,

            @Doc("lot of an item without a value class, days of demand, above 0")
            double daysUnclassed,

            @Doc("share of the shelf life in which stock may be used, (0, 1]")
            double usableLife)
            implements Serializable {

        static final Config DEFAULTS = new Config("abc", 7, 30, 90, 30, 0.8);

        Config {
            Require.positive("daysA", daysA);
            Require.positive("daysB", daysB);
            Require.positive("daysC", daysC);
            Require.positive("daysUnclassed", daysUnclassed);
            Require.positive("usableLife", Require.share("usableLife", usableLife));
        }
    }

    @Override
    public Explanation compute(SizedItem item) {
        OrderLimits limits = new OrderLimits(STEP, config.usableLife);
        Optional<Explanation> trivial = EoqFormula.withoutLot(item, FORMULA, limits);
        if (trivial.isPresent()) {
            return trivial.get();
        }
        DemandProfile demand = item.profile().demand();
        Segment abc = item.segment(config.abcStep);
        Figure days = days(abc.code());
        Figure lot = Figure.of(
                "daysOfSupply",
                days.value() * demand.meanPerDay(),
                Unit.PIECES,
                FORMULA,
                days,
                demand.meanPerDayFigure(),
                abc.reason());
        return EoqFormula.withForecast(limits.apply(item, lot, LotChoice.PLAIN), demand);
    }

    private Figure days(String abc) {
        return switch (abc) {
            case "A" -> ItemFigures.setting(STEP, "daysA", config.daysA, Unit.DAYS);
            case "B" -> ItemFigures.setting(STEP, "daysB", config.daysB, Unit.DAYS);
            case "C" -> ItemFigures.setting(STEP, "daysC", config.daysC, Unit.DAYS);
            case Segment.NONE -> ItemFigures.setting(STEP, "daysUnclassed", config.daysUnclassed, Unit.DAYS);
            default ->
                throw new IllegalArgumentException(
                        "step '" + config.abcStep + "' must give A, B, C or NONE, was '" + abc + "'");
        };
    }
}
