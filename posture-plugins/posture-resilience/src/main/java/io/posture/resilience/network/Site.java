package io.posture.resilience.network;

import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;

/** A place that makes or passes on one thing. */
public record Site(
        @Doc("id") String id,
        @Doc("stock of what it makes, pieces, at least 0") double stock,

        @Doc("what it can make, pieces a day, at least 0; null for any amount")
        OptionalDouble capacityPerDay,

        @Doc("what it needs for a piece, all of it") List<Need> needs) {

    /** A site in its ranges. */
    public Site {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a site needs an id, was blank");
        }
        Require.notNegative("stock of " + id, stock);
        if (capacityPerDay.isPresent()) {
            Require.notNegative("capacityPerDay of " + id, capacityPerDay.getAsDouble());
        }
        needs = List.copyOf(needs);
    }
}
