package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/**
 * Economic order quantity from a supplier who is down now and then: exponential up and down times, an order when the stock
 * is gone, demand lost while both are out.
 *
 * <p>{@code g(Q) = (K + h Q^2 / 2D + p D psi / mu) / (Q / D + psi / mu), psi = lambda / (lambda + mu) (1 - exp(-(lambda +
 * mu) Q / D))}. g is not convex, so that every valley between two bounds is looked at.
 */
final class DisruptedLot {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "eoq.disruptions.1",
            "least (K + h Q^2 / 2D + p D psi / mu) / (Q / D + psi / mu), psi = lambda / (lambda + mu) "
                    + "(1 - exp(-(lambda + mu) Q / D))",
            "Snyder & Shen 2019 eq. (9.5); Snyder 2014; Berk & Arreola-Risa 1994");

    private static final int SCANNED = 200;
    private static final int HALVINGS = 80;
    // where an order is free the cheapest lot may be arbitrarily small: share of the largest worth a look
    private static final double SMALLEST_SCANNED = 1e-6;

    private final Inputs inputs;

    private DisruptedLot(Inputs inputs) {
        this.inputs = inputs;
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("cost of one order K, money, at least 0") double orderCost,
            @Doc("demand D, pieces a year, at least 0") double annualDemand,

            @Doc("holding cost h, money per piece and year, above 0")
            double holdingCost,

            @Doc("cost of one piece of lost demand p, money, at least 0")
            double stockoutCost,

            @Doc("disruptions lambda, per year of supply, at least 0")
            double disruptionRate,

            @Doc("recoveries mu, per year of disruption, above 0")
            double recoveryRate) {

        Inputs {
            Require.notNegative("orderCost", orderCost);
            Require.notNegative("annualDemand", annualDemand);
            Require.positive("holdingCost", holdingCost);
            Require.notNegative("stockoutCost", stockoutCost);
            Require.notNegative("disruptionRate", disruptionRate);
            Require.positive("recoveryRate", recoveryRate);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param quantity pieces
     * @param cost ordering, holding and lost demand, money a year
     * @param approxQuantity Snyder's closed form for the quantity, pieces
     * @param approxCost and for the cost, money a year
     */
    record Result(double quantity, double cost, double approxQuantity, double approxCost) {}

    static Result calculate(Inputs inputs) {
        if (inputs.annualDemand == 0) {
            return new Result(0, 0, 0, 0);
        }
        return new DisruptedLot(inputs).search();
    }

    /**
     * Looks at every valley between two quantities outside of which no lot can beat Snyder's: below, {@code g >= K / ((Q /
     * D)(1 + lambda / mu))} alone exceeds its cost, above {@code g >= (h Q^2 / 2D) / (Q / D + lambda / (mu (lambda +
     * mu)))}.
     */
    private Result search() {
        double approximate = approximateLot();
        double best = approximate;
        double bestCost = approximate > 0 ? cost(approximate) : costOfTheSmallestLot();
        double perMu = inputs.disruptionRate / inputs.recoveryRate;
        double longestWait = perMu / (inputs.disruptionRate + inputs.recoveryRate);
        double ratio = bestCost / inputs.holdingCost;
        double high = ratio + Math.sqrt(ratio * ratio + 2 * ratio * inputs.annualDemand * longestWait);
        double low =
                Math.max(inputs.orderCost * inputs.annualDemand / (bestCost * (1 + perMu)), high * SMALLEST_SCANNED);
        if (inputs.orderCost == 0 && costOfTheSmallestLot() <= bestCost) {
            best = 0;
            bestCost = costOfTheSmallestLot();
        }
        if (!(low < high)) {
            return new Result(best, bestCost, approximate, inputs.holdingCost * approximate);
        }
        double step = Math.pow(high / low, 1.0 / SCANNED);
        double left = low;
        for (int i = 1; i <= SCANNED; i++) {
            double right = low * Math.pow(step, i);
            if (slope(left) < 0 && slope(right) >= 0) {
                double bottom = bottom(left, right);
                double cost = cost(bottom);
                if (cost <= bestCost) {
                    best = bottom;
                    bestCost = cost;
                }
            }
            left = right;
        }
        return new Result(best, bestCost, approximate, inputs.holdingCost * approximate);
    }

    /**
     * The closed form that takes the down probability at an order as constant.
     *
     * <p>{@code (sqrt((psi D h)^2 + 2 h mu (K D mu + D^2 p psi)) - psi D h) / (h mu), psi = lambda / (lambda + mu)}
     */
    private double approximateLot() {
        double h = inputs.holdingCost;
        double d = inputs.annualDemand;
        double mu = inputs.recoveryRate;
        double psi = inputs.disruptionRate / (inputs.disruptionRate + mu);
        double linear = psi * d * h;
        double constant = 2 * h * mu * (inputs.orderCost * d * mu + d * d * inputs.stockoutCost * psi);
        // sqrt(a^2 + b) - a, without the cancellation of b << a^2
        return constant / (Math.sqrt(linear * linear + constant) + linear) / (h * mu);
    }

    private double costOfTheSmallestLot() {
        return inputs.stockoutCost
                * inputs.annualDemand
                * inputs.disruptionRate
                / (inputs.disruptionRate + inputs.recoveryRate);
    }

    /**
     * Cost g of a lot.
     *
     * @param quantity pieces, above 0
     * @return money a year
     */
    static double cost(Inputs inputs, double quantity) {
        return new DisruptedLot(inputs).cost(quantity);
    }

    private double cost(double quantity) {
        return costOfACycle(quantity) / lengthOfACycle(quantity);
    }

    private double costOfACycle(double quantity) {
        return inputs.orderCost
                + inputs.holdingCost * quantity * quantity / (2 * inputs.annualDemand)
                + inputs.stockoutCost * inputs.annualDemand * wait(quantity);
    }

    private double lengthOfACycle(double quantity) {
        return quantity / inputs.annualDemand + wait(quantity);
    }

    /** Mean time without stock at the end of a cycle, psi / mu, years. */
    private double wait(double quantity) {
        double both = inputs.disruptionRate + inputs.recoveryRate;
        double down = inputs.disruptionRate / both * -Math.expm1(-both * quantity / inputs.annualDemand);
        return down / inputs.recoveryRate;
    }

    /** A number of the sign of g'. */
    private double slope(double quantity) {
        double both = inputs.disruptionRate + inputs.recoveryRate;
        double d = inputs.annualDemand;
        double waitSlope = inputs.disruptionRate / d * Math.exp(-both * quantity / d) / inputs.recoveryRate;
        double costSlope = inputs.holdingCost * quantity / d + inputs.stockoutCost * d * waitSlope;
        double lengthSlope = 1 / d + waitSlope;
        return costSlope * lengthOfACycle(quantity) - costOfACycle(quantity) * lengthSlope;
    }

    private double bottom(double left, double right) {
        double falling = left;
        double rising = right;
        for (int i = 0; i < HALVINGS && rising - falling > Math.ulp(rising); i++) {
            double middle = falling + (rising - falling) / 2;
            if (slope(middle) < 0) {
                falling = middle;
            } else {
                rising = middle;
            }
        }
        return falling + (rising - falling) / 2;
    }
}
