package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Economic production quantity: the lot comes in over time, at a finite rate, while demand goes on. */
final class ProductionLot {

    static final Origin.Formula FORMULA =
            new Origin.Formula("eoq.production.1", "sqrt(2 K D / (h (1 - D / P)))", "Taft 1918; Snyder & Shen 2019");

    private ProductionLot() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("cost of one set-up K, money, at least 0") double orderCost,
            @Doc("demand D, pieces a year, at least 0") double annualDemand,

            @Doc("holding cost h, money per piece and year, above 0")
            double holdingCost,

            @Doc("rate of production P, pieces a year, above the demand")
            double productionRate) {

        Inputs {
            Require.notNegative("orderCost", orderCost);
            Require.notNegative("annualDemand", annualDemand);
            Require.positive("holdingCost", holdingCost);
            Require.positive("productionRate", productionRate);
            if (!(productionRate > annualDemand)) {
                throw new IllegalArgumentException(
                        "productionRate must be above annualDemand " + annualDemand + ", was " + productionRate);
            }
        }
    }

    /** Quantity, pieces, and cost of setting up and holding, money a year. */
    record Result(double quantity, double cost) {}

    static Result calculate(Inputs inputs) {
        double rising = inputs.holdingCost * (1 - inputs.annualDemand / inputs.productionRate);
        double root = 2 * inputs.orderCost * inputs.annualDemand;
        return new Result(Math.sqrt(root / rising), Math.sqrt(root * rising));
    }
}
