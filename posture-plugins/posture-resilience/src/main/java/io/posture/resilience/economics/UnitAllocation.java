package io.posture.resilience.economics;

import io.posture.explain.Origin;
import io.posture.numerics.Poisson;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Whole pieces of slow items within a budget: the next piece goes where it avoids most per unit of money. Best up to the
 * last piece, since every further piece avoids less.
 */
public final class UnitAllocation {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.allocateUnits.1",
            "next piece where weight P(N > s) / c is largest, N Poisson; an item whose next piece does not fit is done",
            "Fox 1966; Sherbrooke 2004");

    private static final double ROUNDING = 1e-9;
    private static final double DIGITS = 1e15;

    /** A piece that is needed less often is not bought. */
    private static final double NEVER = 1e-12;

    private static final double MOST_PIECES = 1e7;

    private UnitAllocation() {}

    /** An item. */
    public record Item(
            @Doc("unit cost c, money per piece, above 0") double unitCost,

            @Doc("loss per piece missing, money a year, at least 0")
            double weight,

            @Doc("mean demand over the lead time, pieces, at least 0")
            double mean) {

        /** An item in its ranges. */
        public Item {
            Require.positive("unitCost", unitCost);
            Require.notNegative("weight", weight);
            Require.notNegative("mean", mean);
        }
    }

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("items") List<Item> items,
            @Doc("budget, money, at least 0") double budget) {

        /** Inputs in their ranges. */
        public Inputs {
            items = List.copyOf(items);
            Require.notNegative("budget", budget);
        }
    }

    /** Pieces of each item, and what they cost, money. */
    public record Result(List<Integer> units, double spend) {}

    /** The next piece of an item, and what it avoids per unit of money. */
    private record Piece(int item, double gain) {}

    /** The calculation. */
    public static Result calculate(Inputs inputs) {
        return of(inputs.items, inputs.budget);
    }

    /**
     * Shares out a budget.
     *
     * @param budget money, at least 0
     * @throws IllegalArgumentException if the items move so fast that pieces are not to be counted
     */
    public static Result of(List<Item> items, double budget) {
        double pieces = items.stream().mapToDouble(Item::mean).sum();
        if (!(pieces <= MOST_PIECES)) {
            throw new IllegalArgumentException("means of items must be at most " + MOST_PIECES
                    + " pieces together, were " + pieces + ". Maybe use econ.allocateBudget for fast items.");
        }
        int[] units = new int[items.size()];
        PriorityQueue<Piece> next = new PriorityQueue<>(
                Comparator.comparingDouble(Piece::gain).reversed().thenComparingInt(Piece::item));
        for (int i = 0; i < units.length; i++) {
            offer(next, items.get(i), i, 0);
        }
        double left = budget;
        for (Piece piece = next.poll(); piece != null; piece = next.poll()) {
            int i = piece.item;
            double cost = items.get(i).unitCost;
            if (cost > left + ROUNDING) {
                continue;
            }
            units[i]++;
            left -= cost;
            offer(next, items.get(i), i, units[i]);
        }
        return new Result(Arrays.stream(units).boxed().toList(), budget - left);
    }

    private static void offer(PriorityQueue<Piece> next, Item item, int place, int held) {
        double needed = Poisson.upper(item.mean, held);
        if (needed >= NEVER) {
            // rounding must not tell pieces of the same worth apart
            double gain = Math.rint(item.weight * needed / item.unitCost * DIGITS) / DIGITS;
            next.add(new Piece(place, gain));
        }
    }
}
