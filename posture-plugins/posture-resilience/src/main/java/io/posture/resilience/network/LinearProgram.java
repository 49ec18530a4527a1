package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/**
 * A linear program: variables of at least 0, the largest value of a sum under upper limits of other sums.
 *
 * <p>The solver begins at the values that the variables start from: each of these becomes what is added to its start less
 * what is taken from it, both 0 at first. The fewer of them move, the fewer steps it takes.
 */
final class LinearProgram {

    /** What rounding leaves of nothing, numbers being near 1. */
    private static final double ROUNDING = 1e-12;

    private final List<Variable> variables = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private record Variable(double worth, double most, double start) {

        boolean rises() {
            return most - start > 0;
        }

        boolean falls() {
            return start > 0;
        }
    }

    /** A limit under construction. */
    static final class Row {

        private double most;
        private final Map<Integer, Double> factors = new TreeMap<>();

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
     * @param most upper bound; infinite for none
     * @param start what it is near to, at least 0 and at most its upper bound
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
     * The largest value; empty where the solver finds none within its limit, or the program has none.
     *
     * @param effort what is left of it
     */
    OptionalDouble largest(SolverLimit.Effort effort) {
        List<Row> binding = rows.stream().filter(this::mayBind).toList();
        int columns = variables.stream()
                .mapToInt(variable -> (variable.rises() ? 1 : 0) + (variable.falls() ? 1 : 0))
                .sum();
        if (effort.iterations() == 0 || (double) columns * binding.size() > effort.cells()) {
            return OptionalDouble.empty();
        }
        Optimisation.Options options = new Optimisation.Options();
        LinearSolver solver = solver(columns, binding, options);
        long millis = effort.left().toMillis();
        if (millis == 0) {
            return OptionalDouble.empty();
        }
        options.time_abort = millis;
        options.time_suffice = millis;
        options.iterations_abort = effort.iterations();
        options.iterations_suffice = effort.iterations();
        try {
            Optimisation.Result result = solver.solve();
            double value = value(result);
            return result.getState().isOptimal() && Double.isFinite(value)
                    ? OptionalDouble.of(value)
                    : OptionalDouble.empty();
        } catch (ArithmeticException | IllegalStateException | IndexOutOfBoundsException failed) {
            // a solver that breaks down has no answer; the caller has bounds of its own
            return OptionalDouble.empty();
        }
    }

    /** Whether a limit can be reached while all variables stay in their bounds. */
    private boolean mayBind(Row row) {
        double largest = 0;
        for (Map.Entry<Integer, Double> term : row.factors.entrySet()) {
            if (term.getValue() > 0) {
                largest += term.getValue() * variables.get(term.getKey()).most();
            }
        }
        return largest > row.most + ROUNDING;
    }

    private LinearSolver solver(int columns, List<Row> binding, Optimisation.Options options) {
        double[] costs = new double[columns];
        double[] most = new double[columns];
        int[] first = new int[variables.size()];
        int column = 0;
        for (int i = 0; i < first.length; i++) {
            Variable variable = variables.get(i);
            first[i] = column;
            if (variable.rises()) {
                costs[column] = -variable.worth();
                most[column++] = variable.most() - variable.start();
            }
            if (variable.falls()) {
                costs[column] = variable.worth();
                most[column++] = variable.start();
            }
        }
        LinearSolver.Builder builder = LinearSolver.newBuilder(costs);
        builder.lower(0).upper(most);
        for (Row row : binding) {
            double left = row.most;
            for (Map.Entry<Integer, Double> term : row.factors.entrySet()) {
                left -= term.getValue() * variables.get(term.getKey()).start();
            }
            Mutate1D factors = builder.inequality(Math.abs(left) < ROUNDING ? 0 : left);
            for (Map.Entry<Integer, Double> term : row.factors.entrySet()) {
                Variable variable = variables.get(term.getKey());
                int at = first[term.getKey()];
                if (variable.rises()) {
                    factors.set((long) at++, (double) term.getValue());
                }
                if (variable.falls()) {
                    factors.set((long) at, -term.getValue());
                }
            }
        }
        return builder.build(options);
    }

    private double value(Optimisation.Result result) {
        double value = 0;
        int column = 0;
        for (Variable variable : variables) {
            double x = variable.start();
            if (variable.rises()) {
                x += result.doubleValue(column++);
            }
            if (variable.falls()) {
                x -= result.doubleValue(column++);
            }
            value += variable.worth() * x;
        }
        return value;
    }
}
