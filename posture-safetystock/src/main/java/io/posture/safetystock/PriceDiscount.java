package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;

/** Economic order quantity where larger orders have lower prices: for all pieces, or for those above a quantity. */
final class PriceDiscount {

    static final Origin.Formula ALL_UNITS = new Origin.Formula(
            "eoq.allUnits.1",
            "cheapest of max(sqrt(2 K D / (i c_j)), b_j) by c_j D + K D / Q + i c_j Q / 2",
            "Hadley & Whitin 1963; Snyder & Shen 2019");

    static final Origin.Formula INCREMENTAL = new Origin.Formula(
            "eoq.incremental.1",
            "cheapest sqrt(2 (K + F_j) D / (i c_j)) inside its region, F_j = sum of (c_(l-1) - c_l) b_l, l <= j",
            "Hadley & Whitin 1963; Snyder & Shen 2019");

    private PriceDiscount() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("cost of one order K, money, at least 0") double orderCost,
            @Doc("demand D, pieces a year, at least 0") double annualDemand,

            @Doc("carrying rate i, share of the price a year, above 0")
            double carryRate,

            @Doc("smallest quantity of each price b_j, pieces, the first 0, ascending")
            List<Double> breakpoints,

            @Doc("price from each quantity on c_j, money per piece, above 0, never rising")
            List<Double> unitCosts) {

        Inputs {
            Require.notNegative("orderCost", orderCost);
            Require.notNegative("annualDemand", annualDemand);
            Require.positive("carryRate", carryRate);
            breakpoints = NumberList.notNegative("breakpoints", breakpoints);
            unitCosts = NumberList.notNegative("unitCosts", unitCosts);
        }

        private PriceSchedule.Terms terms() {
            return new PriceSchedule.Terms(orderCost, annualDemand, carryRate);
        }
    }

    /** Quantity, pieces, index of its price, and cost of purchase, ordering and holding, money a year. */
    record Result(double quantity, int region, double cost) {}

    /** The lower price holds for all pieces of an order. */
    static Result allUnits(Inputs inputs) {
        return cheapest(inputs, PriceSchedule.allUnits(inputs.terms(), inputs.breakpoints, inputs.unitCosts));
    }

    /** The lower price holds for the pieces above its quantity. */
    static Result incremental(Inputs inputs) {
        return cheapest(inputs, PriceSchedule.incremental(inputs.terms(), inputs.breakpoints, inputs.unitCosts));
    }

    private static Result cheapest(Inputs inputs, PriceSchedule schedule) {
        if (inputs.annualDemand == 0) {
            return new Result(0, 0, 0);
        }
        PriceSchedule.Lot lot = schedule.cheapest();
        return new Result(lot.quantity(), lot.region(), lot.cost());
    }
}
