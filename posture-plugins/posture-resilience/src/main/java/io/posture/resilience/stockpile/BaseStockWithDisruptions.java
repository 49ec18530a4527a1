package io.posture.resilience.stockpile;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/**
 * Base stock where supply is up or down from period to period and demand is steady: what to hold against supply that fails
 * too often to be a rare event.
 */
public final class BaseStockWithDisruptions {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.baseStockDisruptions.1",
            "S = d (n + 1), n smallest with 1 - alpha / (alpha + beta) (1 - beta)^n >= p / (p + h); cost sum of pi_n "
                    + "(h (S - (n + 1) d)+ + p ((n + 1) d - S)+)",
            "Snyder & Shen 2019 section 9.2.2; Tomlin 2006");

    private static final double SLACK = 1e-12;
    private static final double MOST_PERIODS = 1e12;

    private BaseStockWithDisruptions() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("holding cost h, money per piece and period, above 0")
            double holdingCost,

            @Doc("cost of a piece short p, money per period, at least 0")
            double stockoutCost,

            @Doc("demand d, pieces a period, at least 0") double demand,

            @Doc("probability that supply fails after a period alpha, [0, 1]")
            double disruptionProb,

            @Doc("probability that it recovers beta, (0, 1]")
            double recoveryProb,

            @Doc("base stock S whose cost is asked for, pieces, at least 0; default: the best one")
            OptionalDouble baseStock) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.positive("holdingCost", holdingCost);
            Require.notNegative("stockoutCost", stockoutCost);
            Require.notNegative("demand", demand);
            Require.share("disruptionProb", disruptionProb);
            Require.positive("recoveryProb", recoveryProb);
            Require.share("recoveryProb", recoveryProb);
            Require.notNegative("baseStock", baseStock.orElse(0));
        }

        /** Share of periods without supply. */
        private double down() {
            return disruptionProb / (disruptionProb + recoveryProb);
        }
    }

    /** Base stock, pieces, and its cost, money a period. */
    public record Result(double baseStock, double cost) {}

    /** The calculation. */
    public static Result calculate(Inputs inputs) {
        double stock = inputs.baseStock.isPresent()
                ? inputs.baseStock.getAsDouble()
                : inputs.demand * (periodsCovered(inputs) + 1);
        return new Result(stock, cost(inputs, stock));
    }

    /** n: the periods without supply that the best base stock outlasts. */
    private static double periodsCovered(Inputs inputs) {
        double open = 1 - (inputs.stockoutCost / (inputs.stockoutCost + inputs.holdingCost) - SLACK);
        double down = inputs.down();
        if (down <= open) {
            return 0;
        }
        if (inputs.recoveryProb == 1) {
            return 1;
        }
        // down (1 - beta)^n <= open; rounding may miss a whole number by one
        double perPeriod = Math.log1p(-inputs.recoveryProb);
        double n = Math.ceil(Math.log(open / down) / perPeriod);
        if (!(n < MOST_PERIODS)) {
            throw new IllegalArgumentException("recoveryProb " + inputs.recoveryProb
                    + " means that supply hardly ever comes back: no base stock outlasts that");
        }
        while (n >= 1 && down * Math.exp((n - 1) * perPeriod) <= open) {
            n--;
        }
        while (down * Math.exp(n * perPeriod) > open) {
            n++;
        }
        return n;
    }

    /**
     * The sum in closed form: with Y the periods of demand due, {@code P(Y > k + 1) = down (1 - beta)^k}.
     *
     * @return money a period
     */
    private static double cost(Inputs inputs, double stock) {
        if (inputs.demand == 0) {
            return inputs.holdingCost * stock;
        }
        double periods = stock / inputs.demand;
        double mean = 1 + inputs.down() / inputs.recoveryProb;
        double missing = missing(inputs, periods);
        double left = Math.max(0, periods - mean + missing);
        return inputs.demand * (inputs.holdingCost * left + inputs.stockoutCost * missing);
    }

    /** {@code E[(Y - periods)+]}. */
    private static double missing(Inputs inputs, double periods) {
        double down = inputs.down();
        double beta = inputs.recoveryProb;
        if (periods < 1) {
            return 1 - periods + down / beta;
        }
        double whole = Math.floor(periods);
        double outlasting = down * Math.pow(1 - beta, whole - 1);
        return outlasting * (whole + 1 - periods + (1 - beta) / beta);
    }
}
