package io.posture.resilience.network;

import io.posture.numerics.Require;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where something can fail.
 *
 * @param id id
 * @param kind what it is
 * @param within id of the region that it lies in; empty where not known
 * @param ttrDays days until it has recovered from a failure, at least 0; empty where not known
 */
public record Place(String id, Kind kind, Optional<String> within, OptionalDouble ttrDays) {

    /** Kinds of places. */
    public enum Kind {
        /** A company that delivers. */
        SUPPLIER,
        /** A site where something is made. */
        PLANT,
        /** A way that goods take. */
        LANE,
        /** An area that fails as a whole, with all that lies in it. */
        REGION
    }

    /** A place in its range. */
    public Place {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a place needs an id, was blank");
        }
        if (ttrDays.isPresent()) {
            Require.notNegative("ttrDays of " + id, ttrDays.getAsDouble());
        }
    }
}
