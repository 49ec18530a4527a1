package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/**
 * Moves away from a plan, each within its room, that take from what limits leave. The solver sees only a part of them: all
 * moves that pay at the prices of the limits, or ease one that has a price, join with their limits until none pays. The
 * optimum of the part is then that of the whole.
 */
final class Moves {

    /** What a move must pay to join; prices are near 1. */
    private static final double PAYS = 1e-9;

    private final double[] worth;
    private final double[] room;
    private final List<List<Integer>> limits = new ArrayList<>();
    private final List<List<Double>> takes = new ArrayList<>();
    private final List<Double> left = new ArrayList<>();

    /** By move: the limits that it takes from, and how much. */
    private final int[][] hits;

    private final double[][] factors;
    private final boolean[] joined;
    private double gain;

    /** Moves from no limits. */
    Moves(int count) {
        worth = new double[count];
        room = new double[count];
        joined = new boolean[count];
        hits = new int[count][];
        factors = new double[count][];
        for (int move = 0; move < count; move++) {
            limits.add(new ArrayList<>());
            takes.add(new ArrayList<>());
        }
    }

    /** Says what a move is worth, and how far it can go. */
    void move(int move, double pays, double most) {
        worth[move] = pays;
        room[move] = most;
    }

    /** The next limit: what it leaves, at least 0. */
    void limit(double leaves) {
        left.add(leaves);
    }

    /** Says what a move takes from the last limit. */
    void takes(int move, double factor) {
        limits.get(move).add(left.size() - 1);
        takes.get(move).add(factor);
    }

    /** What the best moves are worth together. */
    double gain() {
        return gain;
    }

    /** Finds the best moves; false where the solver does not within its limit. */
    boolean solve(SolverLimit.Effort effort) {
        for (int move = 0; move < worth.length; move++) {
            hits[move] = limits.get(move).stream().mapToInt(limit -> limit).toArray();
            factors[move] =
                    takes.get(move).stream().mapToDouble(factor -> factor).toArray();
        }
        double[] price = new double[left.size()];
        for (int runs = 0; grow(price); runs++) {
            int[] moves = places(joined);
            int[] held = held(moves);
            if (runs >= effort.iterations() || (double) moves.length * held.length > effort.cells()) {
                return false;
            }
            long millis = effort.left().toMillis();
            if (millis == 0 || !solve(moves, held, price, millis, effort.iterations())) {
                return false;
            }
        }
        return true;
    }

    private boolean grow(double... price) {
        boolean grown = false;
        boolean[] helps = new boolean[worth.length];
        for (int move = 0; move < worth.length; move++) {
            if (!joined[move]) {
                double pays = worth[move];
                for (int i = 0; i < hits[move].length; i++) {
                    double costs = price[hits[move][i]] * factors[move][i];
                    helps[move] |= costs < -PAYS;
                    pays -= costs;
                }
                helps[move] |= pays > PAYS;
                grown |= pays > PAYS;
            }
        }
        for (int move = 0; grown && move < worth.length; move++) {
            joined[move] |= helps[move];
        }
        return grown;
    }

    private int[] held(int... moves) {
        boolean[] held = new boolean[left.size()];
        for (int move : moves) {
            for (int limit : hits[move]) {
                held[limit] = true;
            }
        }
        return places(held);
    }

    private static int[] places(boolean... marked) {
        int[] places = new int[marked.length];
        int count = 0;
        for (int i = 0; i < marked.length; i++) {
            if (marked[i]) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private boolean solve(int[] moves, int[] held, double[] price, long millis, int iterations) {
        Optimisation.Options options = new Optimisation.Options();
        options.time_abort = millis;
        options.time_suffice = millis;
        options.iterations_abort = iterations;
        options.iterations_suffice = iterations;
        LinearSolver.Builder builder = LinearSolver.newBuilder(
                Arrays.stream(moves).mapToDouble(move -> -worth[move]).toArray());
        builder.lower(0)
                .upper(Arrays.stream(moves).mapToDouble(move -> room[move]).toArray());
        Mutate1D[] rows = new Mutate1D[left.size()];
        for (int limit : held) {
            rows[limit] = builder.inequality(left.get(limit));
        }
        for (int at = 0; at < moves.length; at++) {
            int move = moves[at];
            for (int i = 0; i < hits[move].length; i++) {
                rows[hits[move][i]].set((long) at, factors[move][i]);
            }
        }
        try {
            LinearSolver solver = builder.build(options);
            Optimisation.Result result = solver.solve();
            gain = 0;
            for (int at = 0; at < moves.length; at++) {
                gain += worth[moves[at]] * result.doubleValue(at);
            }
            for (int at = 0; at < held.length; at++) {
                price[held[at]] = Math.abs(solver.getDualMultiplier(at));
            }
            return result.getState().isOptimal() && Double.isFinite(gain);
        } catch (ArithmeticException | IllegalStateException | IndexOutOfBoundsException failed) {
            // a solver that breaks down has no answer; the caller has bounds of its own
            return false;
        }
    }
}
