package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A linear program: variables of at least 0, the largest value of a sum under upper limits of other sums. It begins at
 * values of the variables that keep all limits: each becomes what is added to its start less what is taken from it, both 0
 * at first. The fewer of them have to move, the sooner it is solved. The solver is given shares of upper bounds, of limits
 * and of the largest worth, so that its tolerances mean the same everywhere.
 */
final class LinearProgram {

    /** What rounding leaves of nothing, as a share. */
    private static final double ROUNDING = 1e-12;

    private final List<Variable> variables = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * A variable.
     *
     * @param start share of its upper bound, from 0 to 1
     */
    private record Variable(double worth, double most, double start) {

        /** How far it can rise and fall, shares of its upper bound. */
        double[] rooms() {
            return new double[] {1 - start, start};
        }
    }

    /** A limit under construction. */
    static final class Row {

        private double most;
        private final Map<Integer, Double> factors = new LinkedHashMap<>();

        private Row() {}

        /** Adds a variable times a factor. */
        Row add(int variable, double factor) {
            factors.merge(variable, factor, Double::sum);
            return this;
        }

        /** Lifts the limit. */
        Row allow(double more) {
            most += more;
            return this;
        }
    }

    LinearProgram() {}

    /**
     * The next variable.
     *
     * @param worth its factor in the objective
     * @param most upper bound, above 0
     * @param start where it begins, at least 0 and at most its upper bound
     * @return its place
     */
    int variable(double worth, double most, double start) {
        double share = start / most;
        variables.add(new Variable(worth, most, share < ROUNDING ? 0 : share > 1 - ROUNDING ? 1 : share));
        return variables.size() - 1;
    }

    /** The next limit: what is added to it is at most what it allows, 0 at first. */
    Row limit() {
        Row row = new Row();
        rows.add(row);
        return row;
    }

    /**
     * The largest value; empty where the solver finds none within its limit.
     *
     * @param effort what is left of it
     */
    OptionalDouble largest(SolverLimit.Effort effort) {
        int[] first = new int[variables.size()];
        int count = 0;
        for (int i = 0; i < first.length; i++) {
            first[i] = count;
            count += (int) Arrays.stream(variables.get(i).rooms())
                    .filter(room -> room > 0)
                    .count();
        }
        double dearest = variables.stream()
                .mapToDouble(variable -> variable.worth() * variable.most())
                .max()
                .orElse(0);
        Moves moves = new Moves(count);
        double value = 0;
        for (int i = 0; i < first.length; i++) {
            Variable variable = variables.get(i);
            double worth = variable.worth() * variable.most() / dearest;
            value += worth * variable.start();
            int move = first[i];
            for (int way = 0; way < 2; way++) {
                if (variable.rooms()[way] > 0) {
                    moves.move(move++, way == 0 ? worth : -worth, variable.rooms()[way]);
                }
            }
        }
        for (Row row : rows) {
            limit(moves, row, first);
        }
        return moves.solve(effort) ? OptionalDouble.of((value + moves.gain()) * dearest) : OptionalDouble.empty();
    }

    /** Adds a limit, if it can be reached while all variables stay in their bounds. */
    private void limit(Moves moves, Row row, int... first) {
        double unit = 0;
        double most = 0;
        double left = row.most;
        for (Map.Entry<Integer, Double> term : row.factors.entrySet()) {
            Variable variable = variables.get(term.getKey());
            double largest = term.getValue() * variable.most();
            unit = Math.max(unit, Math.abs(largest));
            most += Math.max(0, largest);
            left -= largest * variable.start();
        }
        if (most <= row.most + ROUNDING * unit) {
            return;
        }
        moves.limit(Math.max(0, left / unit));
        for (Map.Entry<Integer, Double> term : row.factors.entrySet()) {
            int move = first[term.getKey()];
            Variable variable = variables.get(term.getKey());
            double factor = term.getValue() * variable.most() / unit;
            for (int way = 0; way < 2; way++) {
                if (variable.rooms()[way] > 0) {
                    moves.takes(move++, way == 0 ? factor : -factor);
                }
            }
        }
    }
}
