package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Economic order quantity: the lot at which ordering costs as much as holding. */
final class EconomicLot {

    static final Origin.Formula FORMULA =
            new Origin.Formula("eoq.basic.1", "sqrt(2 K D / h)", "Harris 1913; Snyder & Shen 2019");

    private EconomicLot() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("cost of one order K, money, at least 0") double orderCost,
            @Doc("demand D, pieces a year, at least 0") double annualDemand,

            @Doc("holding cost h, money per piece and year, above 0")
            double holdingCost) {

        Inputs {
            Require.notNegative("orderCost", orderCost);
            Require.notNegative("annualDemand", annualDemand);
            Require.positive("holdingCost", holdingCost);
        }
    }

    /** Quantity, pieces, and cost of ordering and holding, money a year. */
    record Result(double quantity, double cost) {}

    static Result calculate(Inputs inputs) {
        double root = 2 * inputs.orderCost * inputs.annualDemand;
        return new Result(Math.sqrt(root / inputs.holdingCost), Math.sqrt(root * inputs.holdingCost));
    }
}
