package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** The last order at today's price before an announced rise. */
final class LastOrder {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "fwd.lastOrder.1", "max(0, k D / (p i) + ((p + k) / p) EOQ(p + k) - on hand)", "Tersine 1994; Naddor 1966");

    private LastOrder() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("demand D, pieces a year, at least 0") double annualDemand,

            @Doc("today's price p, money per piece, above 0")
            double unitCost,

            @Doc("rise of the price k, money per piece, at least 0")
            double priceIncrease,

            @Doc("carrying rate i, share of the price a year, above 0")
            double carryRate,

            @Doc("cost of one order, money, at least 0") double orderCost,
            @Doc("stock on hand, pieces, at least 0") double onHand) {

        Inputs {
            Require.notNegative("annualDemand", annualDemand);
            Require.positive("unitCost", unitCost);
            Require.notNegative("priceIncrease", priceIncrease);
            Require.positive("carryRate", carryRate);
            Require.notNegative("orderCost", orderCost);
            Require.notNegative("onHand", onHand);
        }
    }

    /** Economic lot at the new price and the last order at the old one, pieces. */
    record Result(double newEoq, double quantity) {}

    static Result calculate(Inputs inputs) {
        double newPrice = inputs.unitCost + inputs.priceIncrease;
        double newLot = EconomicLot.calculate(
                        new EconomicLot.Inputs(inputs.orderCost, inputs.annualDemand, inputs.carryRate * newPrice))
                .quantity();
        double wanted = inputs.priceIncrease * inputs.annualDemand / (inputs.unitCost * inputs.carryRate)
                + newPrice / inputs.unitCost * newLot;
        return new Result(newLot, Math.max(0, wanted - inputs.onHand));
    }
}
