package io.posture.safetystock;

import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.OrderQuantityFormula;
import java.io.Serializable;

/**
 * Order quantity where users wait for part of each lot: as {@code eoq}, with the economic lot of planned backorders. An
 * item's data has no price of waiting, so that a setting gives it in relation to the unit cost.
 */
final class BackorderFormula {

    private static final String STEP = "eoq-backorders";
    private static final Origin.Formula WAITING =
            new Origin.Formula("eoq.waitingCost.1", "backorder rate * unit cost", "DOMAIN E.11");
    private static final Origin.Formula PLANNED =
            new Origin.Formula("eoq.plannedBackorders.1", "h / (h + p) * lot", "Snyder & Shen 2019");

    private BackorderFormula() {}

    /** Stand-ins, limits and the price of waiting. */
    record Config(
            @Doc("name of the step that gives the value class A, B or C")
            String abcStep,

            @Doc("carrying rate where the item has none, share of the unit cost a year, 0 to 1")
            double carryingRate,

            @Doc("lot of class A without an order cost, days of demand, above 0")
            double lotDaysA,

            @Doc("lot of class B without an order cost, days of demand, above 0")
            double lotDaysB,

            @Doc("lot of class C without an order cost, days of demand, above 0")
            double lotDaysC,

            @Doc("largest lot, days of demand, above 0") double maximumDays,

            @Doc("share of the shelf life in which stock may be used, (0, 1]")
            double usableLife,

            @Doc("cost of a piece waited for, share of the unit cost a year, above 0")
            double backorderRate)
            implements Serializable {

        static final Config DEFAULTS = new Config("abc", 0.25, 7, 30, 90, 365, 0.8, 2.5);

        Config {
            LotRules.of(STEP, abcStep, carryingRate, lotDaysA, lotDaysB, lotDaysC, maximumDays, usableLife);
            Require.positive("backorderRate", backorderRate);
        }

        private LotRules rules() {
            return LotRules.of(STEP, abcStep, carryingRate, lotDaysA, lotDaysB, lotDaysC, maximumDays, usableLife);
        }
    }

    static OrderQuantityFormula of(Config config) {
        return new EoqFormula(config.rules(), costs -> lot(costs, config.backorderRate));
    }

    private static Figure lot(LotCosts costs, double backorderRate) {
        Figure rate = ItemFigures.setting(STEP, "backorderRate", backorderRate, Unit.SHARE_PER_YEAR);
        Figure unitCost = LotCosts.unitCost(costs.profile().item());
        Figure waiting = Figure.of(
                "waitingCost", rate.value() * unitCost.value(), Unit.MONEY_PER_PIECE, WAITING, rate, unitCost);
        BackorderLot.Result result = BackorderLot.calculate(new BackorderLot.Inputs(
                costs.orderCost().value(),
                costs.annualDemand().value(),
                costs.holdingCost().value(),
                waiting.value()));
        return Figure.of(
                "economicLot",
                result.quantity(),
                Unit.PIECES,
                BackorderLot.FORMULA,
                costs.orderCost(),
                costs.annualDemand(),
                costs.holdingCost(),
                waiting,
                Figure.of(
                        "plannedBackorders",
                        result.backorderShare() * result.quantity(),
                        Unit.PIECES,
                        PLANNED,
                        costs.holdingCost(),
                        waiting));
    }
}
