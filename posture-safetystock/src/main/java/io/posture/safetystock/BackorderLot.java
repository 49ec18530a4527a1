package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Economic order quantity where customers wait at a price: part of each lot is used up before it arrives. */
final class BackorderLot {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "eoq.backorders.1",
            "sqrt(2 K D (h + p) / (h p)); h / (h + p) of it backordered",
            "Snyder & Shen 2019; Zipkin 2000");

    private BackorderLot() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("cost of one order K, money, at least 0") double orderCost,
            @Doc("demand D, pieces a year, at least 0") double annualDemand,

            @Doc("holding cost h, money per piece and year, above 0")
            double holdingCost,

            @Doc("cost of one piece waited for p, money per piece and year, above 0")
            double backorderCost) {

        Inputs {
            Require.notNegative("orderCost", orderCost);
            Require.notNegative("annualDemand", annualDemand);
            Require.positive("holdingCost", holdingCost);
            Require.positive("backorderCost", backorderCost);
        }
    }

    /** Quantity, pieces, the share of it that is waited for, and cost of ordering, holding and waiting, money a year. */
    record Result(double quantity, double backorderShare, double cost) {}

    static Result calculate(Inputs inputs) {
        double h = inputs.holdingCost;
        double waiting = h / (h + inputs.backorderCost);
        // h p / (h + p), written so that a very high p cannot overflow
        double effective = h * (1 - waiting);
        double root = 2 * inputs.orderCost * inputs.annualDemand;
        return new Result(Math.sqrt(root / effective), waiting, Math.sqrt(root * effective));
    }
}
