package io.posture.resilience.network;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What depends on a place.
 *
 * @param place the place
 * @param state whether its impact is known
 * @param impact of its failure until it has recovered; empty where it is not known how long that is
 * @param rei impact over the largest impact of any place, 0 to 1; empty with it
 */
public record PlaceExposure(Place place, State state, Optional<Impact> impact, OptionalDouble rei) {

    /** Whether an impact is known. */
    public enum State {
        /** It is. */
        MEASURED,
        /** It is not known how long the place needs to recover. */
        RECOVERY_UNKNOWN
    }
}
