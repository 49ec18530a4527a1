package io.posture.io.run;

import io.posture.explain.Figure;
import io.posture.explain.Origin;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a buffer moves: only when it differs enough from the one that is held, since a buffer that flaps costs trust (DOMAIN J.1).
 * What was calculated is not touched.
 *
 * @param band least relative change, from 0 to below 1
 */
record BufferMove(double band) {

    private static final double NOTHING = 1e-9;

    /** Whether a quantity stays what it is today; one set by hand never does. */
    boolean kept(OptionalDouble today, Optional<Figure> decided) {
        return decided.filter(figure -> !(figure.origin() instanceof Origin.ByHand))
                .filter(figure -> kept(today, OptionalDouble.of(figure.value())))
                .isPresent();
    }

    /** Whether a quantity stays what it is today; nothing always becomes something, and something nothing. */
    boolean kept(OptionalDouble today, OptionalDouble decided) {
        return today.isPresent()
                && decided.isPresent()
                && today.getAsDouble() > 0
                && decided.getAsDouble() > 0
                && Math.abs(decided.getAsDouble() - today.getAsDouble()) <= band * today.getAsDouble() + NOTHING;
    }

    /** What is proposed less what is held; unknown if either is. */
    static OptionalDouble change(OptionalDouble today, OptionalDouble proposed) {
        return today.isPresent() && proposed.isPresent()
                ? OptionalDouble.of(proposed.getAsDouble() - today.getAsDouble())
                : OptionalDouble.empty();
    }

    /** RAISE, HOLD, REDUCE, or RELEASE where none is needed and some is held; empty if the change is unknown. */
    static String action(OptionalDouble today, OptionalDouble proposed) {
        OptionalDouble change = change(today, proposed);
        if (change.isEmpty()) {
            return "";
        }
        if (change.getAsDouble() < 0) {
            return proposed.getAsDouble() > 0 ? "REDUCE" : "RELEASE";
        }
        return change.getAsDouble() > 0 ? "RAISE" : "HOLD";
    }
}
