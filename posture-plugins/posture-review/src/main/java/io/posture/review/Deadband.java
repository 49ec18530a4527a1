package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** A buffer moves only when the new one differs enough. */
final class Deadband {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "review.deadband.1",
            "the new buffer if |new - old| > band * old, or if old is 0; else the old",
            "DOMAIN J.1");

    private static final double NOTHING = 1e-9;

    private Deadband() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("buffer held, pieces, at least 0") double oldBuffer,
            @Doc("buffer calculated, pieces, at least 0") double newBuffer,

            @Doc("least relative change, at least 0; 0.1 is customary")
            double band) {

        Inputs {
            Require.notNegative("oldBuffer", oldBuffer);
            Require.notNegative("newBuffer", newBuffer);
            Require.notNegative("band", band);
        }
    }

    /** Whether the buffer moves, and to what, pieces. */
    record Result(boolean changed, double buffer) {}

    static Result calculate(Inputs inputs) {
        boolean changed = (inputs.oldBuffer == 0 && inputs.newBuffer > 0)
                || Math.abs(inputs.newBuffer - inputs.oldBuffer) > inputs.band * inputs.oldBuffer + NOTHING;
        return new Result(changed, changed ? inputs.newBuffer : inputs.oldBuffer);
    }
}
