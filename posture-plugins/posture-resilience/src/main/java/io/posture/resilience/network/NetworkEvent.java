package io.posture.resilience.network;

import java.util.Set;

/**
 * Sites that make nothing for a while.
 *
 * @param disrupted ids of the sites
 * @param destroyed ids of the sites whose stock is lost as well; stock elsewhere stays usable
 */
public record NetworkEvent(Set<String> disrupted, Set<String> destroyed) {

    /** Ids in sets of their own. */
    public NetworkEvent {
        disrupted = Set.copyOf(disrupted);
        destroyed = Set.copyOf(destroyed);
    }

    /** Sites that make nothing but keep their stock. */
    public static NetworkEvent of(String... disrupted) {
        return new NetworkEvent(Set.of(disrupted), Set.of());
    }
}
