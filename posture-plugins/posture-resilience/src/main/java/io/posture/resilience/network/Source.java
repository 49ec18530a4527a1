package io.posture.resilience.network;

import io.posture.numerics.Require;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A way by which a part comes to us.
 *
 * @param part id of the part
 * @param steps where it is made, and what it passes until it reaches us, in that order; at least one
 */
public record Source(String part, List<Step> steps) {

    /**
     * A place on the way.
     *
     * @param place its id
     * @param stock of the part behind the place, safe from its failure, pieces, at least 0
     * @param capacityPerDay what can be made there or pass it, pieces a day; empty for any amount or not known
     */
    public record Step(String place, double stock, OptionalDouble capacityPerDay) {

        /** A step in its range. */
        public Step {
            Require.notNegative("stock at " + place, stock);
            if (capacityPerDay.isPresent()) {
                Require.notNegative("capacityPerDay at " + place, capacityPerDay.getAsDouble());
            }
        }

        /** A place without stock or a known limit. */
        public static Step at(String place) {
            return new Step(place, 0, OptionalDouble.empty());
        }
    }

    /** A way with at least one step. */
    public Source {
        steps = List.copyOf(steps);
        Require.notEmpty("steps of the source of " + part, steps);
    }
}
