package io.posture.resilience.network;

import io.posture.numerics.Require;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a solver may look. What is left open then is a bound that a plan reaches, with another one beside it.
 *
 * @param time for a whole answer, all of its programs together; the answer depends on the machine where it is too short
 * @param iterations steps of one run of the solver, and runs for one program; the answer does not depend on the machine
 * @param cells variables times limits of what the solver sees of a program; more is not begun
 */
public record SolverLimit(Duration time, int iterations, double cells) {

    /** An answer within a second. */
    public static final SolverLimit ONE_SECOND = new SolverLimit(Duration.ofMillis(600), Integer.MAX_VALUE, 1.4e7);

    /** The same answer on every machine. */
    public static final SolverLimit REPEATABLE = new SolverLimit(Duration.ofDays(1), 20_000, 1e8);

    /** The same answer on every machine, and soon: for thousands of programs in a row. */
    public static final SolverLimit MANY = new SolverLimit(Duration.ofDays(1), 1_000, 1.4e7);

    /** A limit in its ranges. */
    public SolverLimit {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time must be at least 0, was " + time);
        }
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations must be at least 0, was " + iterations);
        }
        Require.notNegative("cells", cells);
    }

    /** Bounds alone, without a solver. */
    public SolverLimit withoutSolver() {
        return new SolverLimit(time, 0, 0);
    }

    /**
     * Begins an answer.
     *
     * @param nanos a clock that never goes back
     */
    Effort begin(LongSupplier nanos) {
        return new Effort(nanos, nanos.getAsLong() + time.toNanos(), iterations, cells);
    }

    /** What is left of a limit while an answer is looked for. */
    record Effort(LongSupplier nanos, long endNanos, int iterations, double cells) {

        /** Time that is left, at least 0. */
        Duration left() {
            return Duration.ofNanos(Math.max(0, endNanos - nanos.getAsLong()));
        }
    }
}
