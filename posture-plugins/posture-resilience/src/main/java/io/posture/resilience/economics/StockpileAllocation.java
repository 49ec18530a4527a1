package io.posture.resilience.economics;

import io.posture.numerics.Require;
import io.posture.resilience.stockpile.Disruptions;
import io.posture.resilience.stockpile.OptimalCover;
import java.util.Arrays;
import java.util.List;

/**
 * Stockpiles of many items under a limit of capital: {@code P(X > b + T) = (i + theta) c / (lambda p)}, with one theta for
 * all, 0 where the limit does not bind.
 *
 * @see "DOMAIN G.8"
 */
public final class StockpileAllocation {

    private static final int HALVINGS = 200;

    private StockpileAllocation() {}

    /**
     * An item.
     *
     * @param disruptions of its source
     * @param unitCost c, money per piece, above 0
     * @param carryRate i, share of the unit cost a year, above 0
     * @param lossPerUnit cost of a piece short p, money, at least 0
     * @param dailyDemand d, pieces a day, at least 0
     * @param baseCoverDays days already covered b, at least 0
     */
    public record Item(
            Disruptions disruptions,
            double unitCost,
            double carryRate,
            double lossPerUnit,
            double dailyDemand,
            double baseCoverDays) {

        /** An item in its ranges. */
        public Item {
            Require.positive("unitCost", unitCost);
            Require.positive("carryRate", carryRate);
            Require.notNegative("lossPerUnit", lossPerUnit);
            Require.notNegative("dailyDemand", dailyDemand);
            Require.notNegative("baseCoverDays", baseCoverDays);
        }

        private double capitalPerDay() {
            return unitCost * dailyDemand;
        }

        private double coverDays(double theta) {
            return dailyDemand > 0
                    ? OptimalCover.coverDays(disruptions, (carryRate + theta) * unitCost, lossPerUnit, baseCoverDays)
                    : 0;
        }
    }

    /**
     * What is held within the limit.
     *
     * @param theta loss less carrying that the last unit of capital avoids, money a year per unit of money; 0 where the
     *     limit does not bind
     * @param coverDays stockpile of each item, days of demand
     * @param capital in all stockpiles, money
     * @param unspent part of the limit that is not needed, money
     * @param beyondNeed whether the limit does not bind
     */
    public record Result(double theta, List<Double> coverDays, double capital, double unspent, boolean beyondNeed) {}

    /**
     * Shares out capital.
     *
     * @param capitalLimit money, at least 0
     */
    public static Result of(List<Item> items, double capitalLimit) {
        Require.notNegative("capitalLimit", capitalLimit);
        double free = capital(items, 0);
        if (free <= capitalLimit) {
            return new Result(0, covers(items, 0), free, capitalLimit - free, true);
        }
        // no unit of capital avoids more than lambda p / c
        double high = items.stream()
                .mapToDouble(item -> item.disruptions.eventsPerYear() * item.lossPerUnit / item.unitCost)
                .max()
                .orElse(0);
        double low = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (capital(items, middle) > capitalLimit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] covers = fill(items, low, high, capitalLimit);
        double capital = 0;
        for (int i = 0; i < covers.length; i++) {
            capital += covers[i] * items.get(i).capitalPerDay();
        }
        return new Result(high, Arrays.stream(covers).boxed().toList(), capital, 0, false);
    }

    /** Between two thetas that are all but the same, a law of few lengths jumps: those items share what is left. */
    private static double[] fill(List<Item> items, double low, double high, double capitalLimit) {
        double left = capitalLimit - capital(items, high);
        double[] covers = new double[items.size()];
        for (int i = 0; i < covers.length; i++) {
            Item item = items.get(i);
            double least = item.coverDays(high);
            double more = Math.max(0, item.coverDays(low) - least);
            double days = item.capitalPerDay() > 0 ? Math.min(more, Math.max(0, left) / item.capitalPerDay()) : 0;
            covers[i] = least + days;
            left -= days * item.capitalPerDay();
        }
        return covers;
    }

    private static List<Double> covers(List<Item> items, double theta) {
        return items.stream().map(item -> item.coverDays(theta)).toList();
    }

    private static double capital(List<Item> items, double theta) {
        double capital = 0;
        for (Item item : items) {
            capital += item.capitalPerDay() * item.coverDays(theta);
        }
        return capital;
    }
}
