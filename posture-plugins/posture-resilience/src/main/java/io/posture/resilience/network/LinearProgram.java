package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A linear program: variables of at least 0, the largest value of a sum under upper limits of other sums. It begins at
 * values of the variables that keep all limits: each becomes what is added to its start less what is taken from it, both 0
 * at first. The fewer of them have to move, the sooner it is solved.
 */
final class LinearProgram {

    /** What rounding leaves of nothing, numbers being near 1. */
    private static final double ROUNDING = 1e-12;

    private final List<Variable> variables = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private record Variable(double worth, double most, double start) {

        /** Room to rise and to fall. */
        double[] rooms() {
            return new double[] {most - start, start};
        }
    }

    /** A limit under construction. */
    static final class Row {

        private double most;
        private final List<Integer> variables = new ArrayList<>();
        private final List<Double> factors = new ArrayList<>();

        private Row() {}

        /** Adds a variable times a factor. */
        Row add(int variable, double factor) {
            variables.add(variable);
            factors.add(factor);
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
     * @param most upper bound
     * @param start where it begins, at least 0 and at most its upper bound
     * @return its place
     */
    int variable(double worth, double most, double start) {
        double near = start < ROUNDING ? 0 : start;
        variables.add(new Variable(worth, most, most - near < ROUNDING ? most : near));
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
        Moves moves = new Moves(count);
        double value = 0;
        for (int i = 0; i < first.length; i++) {
            Variable variable = variables.get(i);
            value += variable.worth() * variable.start();
            int move = first[i];
            for (int way = 1; way >= -1; way -= 2) {
                double room = variable.rooms()[way > 0 ? 0 : 1];
                if (room > 0) {
                    moves.move(move++, way * variable.worth(), room);
                }
            }
        }
        rows.stream().filter(this::mayBind).forEach(row -> limit(moves, row, first));
        return moves.solve(effort) ? OptionalDouble.of(value + moves.gain()) : OptionalDouble.empty();
    }

    /** Whether a limit can be reached while all variables stay in their bounds. */
    private boolean mayBind(Row row) {
        double largest = 0;
        for (int i = 0; i < row.factors.size(); i++) {
            largest += Math.max(0, row.factors.get(i)) * variables.get(row.variables.get(i)).most();
        }
        return largest > row.most + ROUNDING;
    }

    private void limit(Moves moves, Row row, int... first) {
        double left = row.most;
        for (int i = 0; i < row.factors.size(); i++) {
            left -= row.factors.get(i) * variables.get(row.variables.get(i)).start();
        }
        moves.limit(Math.max(0, left));
        for (int i = 0; i < row.factors.size(); i++) {
            int move = first[row.variables.get(i)];
            double[] rooms = variables.get(row.variables.get(i)).rooms();
            for (int way = 1; way >= -1; way -= 2) {
                if (rooms[way > 0 ? 0 : 1] > 0) {
                    moves.takes(move++, way * row.factors.get(i));
                }
            }
        }
    }
}
