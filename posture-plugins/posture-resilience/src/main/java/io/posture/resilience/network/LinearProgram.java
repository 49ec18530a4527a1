package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/** A linear program: variables of at least 0, the largest value of a sum under upper limits of other sums. */
final class LinearProgram {

    private final List<Double> objective = new ArrayList<>();
    private final List<Double> upper = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** A limit under construction. */
    static final class Row {

        private final double most;
        private final List<Integer> variables = new ArrayList<>();
        private final List<Double> factors = new ArrayList<>();

        private Row(double most) {
            this.most = most;
        }

        /** Adds a variable times a factor. */
        Row add(int variable, double factor) {
            variables.add(variable);
            factors.add(factor);
            return this;
        }
    }

    LinearProgram() {}

    /**
     * The next variable.
     *
     * @param worth its factor in the objective
     * @param most upper bound; infinite for none
     * @return its place
     */
    int variable(double worth, double most) {
        objective.add(worth);
        upper.add(most);
        return objective.size() - 1;
    }

    /** The next limit: what is added to it is at most this. */
    Row atMost(double most) {
        Row row = new Row(most);
        rows.add(row);
        return row;
    }

    /**
     * The largest value; empty where the solver finds none within its limit, or the program has none.
     *
     * @param effort what is left of it
     */
    OptionalDouble largest(SolverLimit.Effort effort) {
        long millis = effort.left().toMillis();
        if (millis == 0 || effort.iterations() == 0 || (double) objective.size() * rows.size() > effort.cells()) {
            return OptionalDouble.empty();
        }
        int n = objective.size();
        double[] costs = new double[n];
        double[] most = new double[n];
        for (int i = 0; i < n; i++) {
            costs[i] = -objective.get(i);
            most[i] = upper.get(i);
        }
        LinearSolver.Builder builder = LinearSolver.newBuilder(costs);
        builder.lower(0).upper(most);
        for (Row row : rows) {
            Mutate1D factors = builder.inequality(row.most);
            for (int i = 0; i < row.variables.size(); i++) {
                factors.set((long) row.variables.get(i), (double) row.factors.get(i));
            }
        }
        Optimisation.Options options = new Optimisation.Options();
        options.time_abort = millis;
        options.time_suffice = millis;
        options.iterations_abort = effort.iterations();
        options.iterations_suffice = effort.iterations();
        try {
            Optimisation.Result result = builder.build(options).solve();
            double value = 0;
            for (int i = 0; i < n; i++) {
                value += objective.get(i) * result.doubleValue(i);
            }
            return result.getState().isOptimal() && Double.isFinite(value)
                    ? OptionalDouble.of(value)
                    : OptionalDouble.empty();
        } catch (ArithmeticException | IllegalStateException | IndexOutOfBoundsException failed) {
            // a solver that breaks down has no answer; the caller has bounds of its own
            return OptionalDouble.empty();
        }
    }
}
