package io.posture.analysis.exposure;

import io.posture.resilience.network.NetworkEvent;
import io.posture.resilience.network.SiteNetwork;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Items that hang together through what is made of what, as sites of the linear programs.
 *
 * @param network the sites
 * @param stops by the key of a node, the sites that make and pass nothing while it is down
 * @param goods by the key of a node, how many items with a demand of their own depend on it
 */
record Family(SiteNetwork network, Map<String, Set<String>> stops, Map<String, Integer> goods) {

    Family {
        stops = Map.copyOf(stops);
        goods = Map.copyOf(goods);
    }

    /** Keys of the nodes that something here depends on. */
    Collection<String> nodes() {
        return goods.keySet();
    }

    /** The failure of a node. */
    NetworkEvent failure(String node) {
        return new NetworkEvent(stops.getOrDefault(node, Set.of()), Set.of());
    }
}
