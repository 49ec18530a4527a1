package io.posture.analysis.budget;

import io.posture.api.ItemId;
import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

/**
 * Buffers under a limit of capital: every unit of money goes where it avoids most. In whole pieces, with the loss that pieces
 * cut at will could not get below as a bound.
 *
 * <p>For a finished run:
 *
 * <pre>{@code
 * List<ItemEconomics> items = RunEconomics.read(Path.of("out"));
 * BudgetPlan plan = BudgetPlan.of(Portfolio.of(items), 250_000);
 * plan.lines().forEach(line -> use(line.item(), line.safetyStock(), line.strategicStock()));
 * }</pre>
 *
 * @param state how the budget fits
 * @param basis what money is weighed by
 * @param budget the limit, money
 * @param committed money in the proposed buffers of items that do not compete
 * @param spent money in the buffers of the items that compete
 * @param unspent what is left of the limit, money, at least 0
 * @param marginal what another unit of money would avoid, money a year; 0 where no more is needed
 * @param plan what the money does
 * @param open what was to be least, at these pieces, money a year: routine loss and what disruptions cost beyond a
 *     stockpile that competes; by service the same at unit cost
 * @param bound the same if pieces could be cut at will, money a year: nothing can get below it with this money
 * @param none what stays open without any buffer
 * @param proposed what the proposal does
 * @param lines every item that competes, in the order of keys
 */
public record BudgetPlan(
        State state,
        Basis basis,
        double budget,
        double committed,
        double spent,
        double unspent,
        double marginal,
        Portfolio.Effect plan,
        double open,
        double bound,
        Portfolio.Effect none,
        Portfolio.Effect proposed,
        List<Line> lines) {

    private static final double CENT = 0.005;
    private static final double SLACK = 1e-9;
    private static final int MOST_ROUNDS = 1_000_000;

    /** Lines in a list of their own. */
    public BudgetPlan {
        lines = List.copyOf(lines);
    }

    /** What whole pieces leave open beyond the bound, share of it; empty unless the budget is spent on the last piece. */
    public OptionalDouble aboveBound() {
        return state == State.BINDING && bound > 0 ? OptionalDouble.of((open - bound) / bound) : OptionalDouble.empty();
    }

    /** How a budget fits. */
    public enum State {
        /** Nothing competes for money. */
        NOTHING_TO_SHARE,
        /** There is no money at all. */
        ZERO,
        /** It does not even pay for what does not compete, stockpiles that do not and regulatory minima included. */
        BELOW_COMMITTED,
        /** It is spent to the last piece. */
        BINDING,
        /** It is more than is needed. */
        BEYOND_NEED
    }

    /**
     * An item.
     *
     * @param item the item
     * @param vital whether a person decides on every cut
     * @param unitCost money per piece
     * @param safetyStock pieces
     * @param strategicStock pieces
     * @param proposedSafety as it was decided, pieces
     * @param proposedStrategic as it was decided, pieces
     * @param capital money in both
     * @param avoided what both avoid, money a year: loss, or by service the value that is delivered
     * @param givenUp what the proposal would avoid beyond that, money a year; below 0 where the plan avoids more
     * @param next what one more piece of safety stock would avoid, money a year per unit of money
     */
    public record Line(
            ItemId item,
            boolean vital,
            double unitCost,
            double safetyStock,
            double strategicStock,
            double proposedSafety,
            double proposedStrategic,
            double capital,
            double avoided,
            double givenUp,
            double next) {

        /** Money less than the proposal, below 0 where it is more. */
        public double cut() {
            return unitCost * (proposedSafety + proposedStrategic) - capital;
        }
    }

    /** Pieces of the items while they are shared out. */
    private static final class Pieces {

        private final List<Weighed> items;
        private final double[] safety;
        private final double[] strategic;

        /** As theta says, rounded up or down to whole pieces. */
        Pieces(List<Weighed> items, double theta, boolean up) {
            this.items = items;
            safety = new double[items.size()];
            strategic = new double[items.size()];
            for (int i = 0; i < safety.length; i++) {
                safety[i] = whole(items.get(i).safetyStock(theta), up);
                strategic[i] = whole(items.get(i).strategicStock(theta), up);
            }
        }

        private static double whole(double pieces, boolean up) {
            return up ? Math.ceil(pieces - SLACK) : Math.floor(pieces + SLACK);
        }

        double capital() {
            double[] capital = new double[safety.length];
            for (int i = 0; i < capital.length; i++) {
                capital[i] = items.get(i).capital(safety[i], strategic[i]);
            }
            return Sums.of(capital);
        }
    }

    /** The next piece of a buffer, and what it avoids per unit of money. */
    private record Next(int item, boolean pile, double gain) {}

    /**
     * Shares out a budget.
     *
     * @param budget money for all buffers, those that do not compete included, at least 0
     * @throws IllegalArgumentException if the budget is below 0, NaN or infinite
     */
    public static BudgetPlan of(Portfolio portfolio, double budget) {
        Require.notNegative("budget", budget);
        Portfolio.Effect proposed = portfolio.effect(Weighed::proposedSafety, Weighed::proposedStrategic);
        Sharing sharing = new Sharing(portfolio);
        double dearest = sharing.dearest();
        double left = budget - portfolio.committed();
        List<Weighed> items = portfolio.weighed();
        if (!(dearest > 0)) {
            Pieces none = new Pieces(items, 1, false);
            return plan(portfolio, State.NOTHING_TO_SHARE, budget, 0, 1, none, proposed);
        }
        if (left - sharing.capital(dearest) < -CENT || budget == 0) {
            State state = budget == 0 ? State.ZERO : State.BELOW_COMMITTED;
            return plan(portfolio, state, budget, dearest, dearest, new Pieces(items, dearest, false), proposed);
        }
        double cheapest = sharing.cheapest();
        if (sharing.capital(cheapest) <= left) {
            Pieces enough = enough(items, cheapest, left);
            return plan(portfolio, State.BEYOND_NEED, budget, 0, cheapest, enough, proposed);
        }
        double theta = sharing.thetaWithin(Math.max(0, left));
        Pieces pieces = new Pieces(items, theta, false);
        fill(pieces, left - pieces.capital());
        return plan(portfolio, State.BINDING, budget, theta, theta, pieces, proposed);
    }

    /** As many whole pieces as are needed: rounded up if there is money for it. */
    private static Pieces enough(List<Weighed> items, double theta, double money) {
        Pieces up = new Pieces(items, theta, true);
        if (up.capital() <= money + CENT) {
            return up;
        }
        Pieces pieces = new Pieces(items, theta, false);
        fill(pieces, money - pieces.capital());
        return pieces;
    }

    private static BudgetPlan plan(
            Portfolio portfolio,
            State state,
            double budget,
            double marginal,
            double relaxed,
            Pieces pieces,
            Portfolio.Effect proposed) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < pieces.items.size(); i++) {
            lines.add(line(pieces.items.get(i), pieces.safety[i], pieces.strategic[i]));
        }
        Portfolio.Effect effect =
                portfolio.effect(item -> pieces.safety[item.place()], item -> pieces.strategic[item.place()]);
        // where pieces make steps, the money that they leave is worth theta at most: no sharing of all of it does
        // better
        double left = Math.max(
                0,
                budget
                        - portfolio.committed()
                        - portfolio.capital(item -> item.safetyStock(relaxed), item -> item.strategicStock(relaxed)));
        double bound = portfolio.sum(item -> item.objective(item.safetyStock(relaxed), item.strategicStock(relaxed)))
                - marginal * left;
        return new BudgetPlan(
                state,
                portfolio.basis(),
                budget,
                portfolio.committed(),
                effect.capital(),
                Math.max(0, budget - portfolio.committed() - effect.capital()),
                marginal,
                effect,
                effect.open(),
                Math.min(bound, effect.open()),
                portfolio.effect(item -> 0, item -> 0),
                proposed,
                lines);
    }

    private static Line line(Weighed item, double safety, double strategic) {
        double open = item.open(safety, strategic);
        double asProposed = item.open(item.proposedSafety(), item.proposedStrategic());
        return new Line(
                item.item().id(),
                item.item().vital(),
                item.unitCost(),
                safety,
                strategic,
                item.proposedSafety(),
                item.proposedStrategic(),
                item.capital(safety, strategic),
                item.open(0, 0) - open,
                open - asProposed,
                (open - item.open(safety + 1, strategic)) / item.unitCost());
    }

    /** Whole pieces for what rounding down has left, the most worthwhile first. */
    private static void fill(Pieces pieces, double money) {
        PriorityQueue<Next> queue = new PriorityQueue<>(Comparator.comparingDouble(Next::gain)
                .reversed()
                .thenComparingInt(Next::item)
                .thenComparing(Next::pile));
        int n = pieces.safety.length;
        int rounds = 0;
        for (int i = 0; i < n; i++) {
            offer(queue, pieces, i, false);
            offer(queue, pieces, i, true);
        }
        double left = money;
        while (!queue.isEmpty() && rounds < MOST_ROUNDS) {
            Next next = queue.remove();
            rounds++;
            double cost = pieces.items.get(next.item).unitCost();
            if (cost > left) {
                continue;
            }
            left -= cost;
            if (next.pile) {
                pieces.strategic[next.item]++;
            } else {
                pieces.safety[next.item]++;
            }
            offer(queue, pieces, next.item, next.pile);
        }
    }

    private static void offer(PriorityQueue<Next> queue, Pieces pieces, int i, boolean pile) {
        Weighed item = pieces.items.get(i);
        if (pile && !item.piled()) {
            return;
        }
        if (pile && !(pieces.strategic[i] < item.mostStrategic() - SLACK)) {
            return;
        }
        double gain = pile ? item.nextStrategic(pieces.strategic[i]) : item.nextSafety(pieces.safety[i]);
        if (gain > 0) {
            queue.add(new Next(i, pile, gain));
        }
    }
}
