package io.posture.safetystock;

import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.Doc;
import io.posture.spi.OrderQuantityFormula;
import java.io.Serializable;

/**
 * Order quantity of an item that is made at a finite rate: as {@code eoq}, with the economic production lot. An item's data
 * has no rate of production, so that a setting gives it in relation to the demand.
 */
final class ProductionFormula {

    private static final String STEP = "eoq-production";
    private static final Origin.Formula RATE =
            new Origin.Formula("eoq.productionRate.1", "production ratio * D", "DOMAIN E.11");

    private ProductionFormula() {}

    /** Stand-ins, limits and the rate of production. */
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

            @Doc("rate of production as a multiple of the demand, above 1")
            double productionRatio)
            implements Serializable {

        static final Config DEFAULTS = new Config("abc", 0.25, 7, 30, 90, 365, 0.8, 4);

        Config {
            LotRules.of(STEP, abcStep, carryingRate, lotDaysA, lotDaysB, lotDaysC, maximumDays, usableLife);
            if (!(productionRatio > 1 && productionRatio < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "productionRatio must be finite and above 1, was " + productionRatio);
            }
        }

        private LotRules rules() {
            return LotRules.of(STEP, abcStep, carryingRate, lotDaysA, lotDaysB, lotDaysC, maximumDays, usableLife);
        }
    }

    static OrderQuantityFormula of(Config config) {
        return new EoqFormula(config.rules(), costs -> lot(costs, config.productionRatio));
    }

    private static Figure lot(LotCosts costs, double productionRatio) {
        Figure ratio = ItemFigures.setting(STEP, "productionRatio", productionRatio, Unit.NONE);
        Figure rate = Figure.of(
                "productionRate",
                ratio.value() * costs.annualDemand().value(),
                Unit.PIECES_PER_YEAR,
                RATE,
                ratio,
                costs.annualDemand());
        double quantity = ProductionLot.calculate(new ProductionLot.Inputs(
                        costs.orderCost().value(),
                        costs.annualDemand().value(),
                        costs.holdingCost().value(),
                        rate.value()))
                .quantity();
        return Figure.of(
                "economicLot",
                quantity,
                Unit.PIECES,
                ProductionLot.FORMULA,
                costs.orderCost(),
                costs.annualDemand(),
                costs.holdingCost(),
                rate);
    }
}
