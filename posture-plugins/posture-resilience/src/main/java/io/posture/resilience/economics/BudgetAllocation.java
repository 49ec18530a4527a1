package io.posture.resilience.economics;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import io.posture.numerics.UnitLoss;
import io.posture.spi.Doc;
import java.util.Arrays;
import java.util.List;

/**
 * Safety stock of many items within a budget: money goes where its last unit avoids most, until that is the same
 * everywhere.
 */
public final class BudgetAllocation {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.allocateBudget.1",
            "least sum of p (D / Q) s G(k) with sum of c s k = budget, k >= 0: (D / Q) p (1 - Phi(k)) = theta c",
            "Silver, Pyke & Thomas 2017 ch. 6, exchange curves; DOMAIN G.8");

    /** With so many deviations everywhere more money is not needed. */
    private static final double ENOUGH = 4;

    private static final int HALVINGS = 200;
    private static final double DEEPEST = 700;

    private BudgetAllocation() {}

    /** An item. */
    public record Item(
            @Doc("unit cost c, money per piece, above 0") double unitCost,

            @Doc("cost of a piece short p, money, at least 0")
            double shortageCost,

            @Doc("demand D, pieces a year, at least 0") double annualDemand,
            @Doc("order quantity Q, pieces, above 0") double orderQuantity,

            @Doc("deviation of the demand over the lead time s, pieces, at least 0")
            double sigma) {

        /** An item in its ranges. */
        public Item {
            Require.positive("unitCost", unitCost);
            Require.notNegative("shortageCost", shortageCost);
            Require.notNegative("annualDemand", annualDemand);
            Require.positive("orderQuantity", orderQuantity);
            Require.notNegative("sigma", sigma);
        }

        /** Loss that the first unit of money would avoid if every cycle ran short. */
        private double worth() {
            return sigma > 0 ? shortageCost * annualDemand / orderQuantity / unitCost : 0;
        }

        private double shortageCost(double k) {
            return sigma > 0 ? shortageCost * annualDemand / orderQuantity * sigma * UnitLoss.of(k) : 0;
        }
    }

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("items") List<Item> items,

            @Doc("budget for safety stock, money, at least 0")
            double budget) {

        /** Inputs in their ranges. */
        public Inputs {
            items = List.copyOf(items);
            Require.notNegative("budget", budget);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param theta loss that the last unit of money avoids, money a year per unit of money
     * @param k safety stock of each item, deviations
     * @param safetyStock of each item, pieces
     * @param spend money
     * @param shortageCost that remains, money a year
     * @param unspent part of the budget that is not needed, money
     * @param beyondNeed whether the budget is more than all items need: every k is at least 4
     */
    public record Result(
            double theta,
            List<Double> k,
            List<Double> safetyStock,
            double spend,
            double shortageCost,
            double unspent,
            boolean beyondNeed) {}

    /** The calculation. */
    public static Result calculate(Inputs inputs) {
        return of(inputs.items, inputs.budget);
    }

    /**
     * Shares out a budget.
     *
     * @param budget money, at least 0
     */
    public static Result of(List<Item> items, double budget) {
        double[] worth = items.stream().mapToDouble(Item::worth).toArray();
        double most = Arrays.stream(worth).max().orElse(0);
        double least = Arrays.stream(worth).filter(each -> each > 0).min().orElse(0);
        if (!(budget > 0) || !(most > 0)) {
            return result(items, worth, most / 2, budget, !(most > 0) && budget > 0);
        }
        double enough = least * Normal.upper(ENOUGH);
        if (!(spend(items, worth, enough) > budget)) {
            return result(items, worth, enough, budget, true);
        }
        // bisection on ln theta: spend falls as theta rises
        double low = Math.log(enough);
        double high = Math.log(most / 2);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (spend(items, worth, Math.exp(middle)) > budget) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return result(items, worth, Math.exp(high), budget, false);
    }

    /**
     * Loss that the first unit of money would avoid if every cycle ran short, {@code p D / (Q c)}, money a year per unit of
     * money: half of it is the theta from which on nothing is bought.
     */
    public static double worth(Item item) {
        return item.worth();
    }

    /**
     * Safety factor of an item at which another unit of money avoids theta: {@code 1 - Phi(k) = theta c Q / (D p)}, at
     * least 0.
     *
     * @param theta above 0
     */
    public static double factor(Item item, double theta) {
        return factor(item.worth(), theta);
    }

    /** Safety factor at which another unit of money avoids theta. */
    private static double factor(double worth, double theta) {
        double tail = worth > 0 ? theta / worth : 1;
        if (tail >= 0.5) {
            return 0;
        }
        return -Normal.quantile(Math.max(tail, Math.exp(-DEEPEST)));
    }

    private static double spend(List<Item> items, double[] worth, double theta) {
        double[] spend = new double[worth.length];
        for (int i = 0; i < spend.length; i++) {
            Item item = items.get(i);
            spend[i] = item.unitCost * item.sigma * factor(worth[i], theta);
        }
        return Sums.of(spend);
    }

    private static Result result(List<Item> items, double[] worth, double theta, double budget, boolean beyond) {
        int n = worth.length;
        Double[] k = new Double[n];
        Double[] stock = new Double[n];
        double[] open = new double[n];
        for (int i = 0; i < n; i++) {
            k[i] = factor(worth[i], theta);
            stock[i] = k[i] * items.get(i).sigma;
            open[i] = items.get(i).shortageCost(k[i]);
        }
        double spend = spend(items, worth, theta);
        return new Result(
                theta,
                List.of(k),
                List.of(stock),
                spend,
                Sums.of(open),
                beyond ? Math.max(0, budget - spend) : 0,
                beyond);
    }
}
