package io.posture.analysis.exposure;

import io.posture.stress.NodeKind;
import io.posture.stress.StressNetwork;
import io.posture.stress.SupplyLink;
import io.posture.stress.SupplyNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What stands behind a node, by the input that it delivers. */
final class UpstreamLinks {

    private final Map<String, SupplyNode> nodes = new HashMap<>();
    private final Map<String, String> keysById = new HashMap<>();
    private final Map<String, Map<String, List<SupplyLink>>> links = new HashMap<>();

    UpstreamLinks(StressNetwork network) {
        for (SupplyNode node : network.nodes()) {
            nodes.put(node.key(), node);
            keysById.put(node.id(), node.key());
        }
        for (SupplyLink link : network.links()) {
            links.computeIfAbsent(key(link.downstream()), none -> new TreeMap<>())
                    .computeIfAbsent(link.input(), none -> new ArrayList<>())
                    .add(link);
        }
    }

    /** Key of a node that a link or an item names by its id or by {@code kind:id}. */
    String key(String name) {
        return nodes.containsKey(name) ? name : keysById.getOrDefault(name, name);
    }

    /** Key of a node of a kind, or of the one that is named in full. */
    String key(NodeKind kind, String id) {
        String key = kind.text() + ":" + id;
        return nodes.containsKey(key) ? key : key(id);
    }

    /** Links to a node by their input; links of one input stand in for each other. */
    Map<String, List<SupplyLink>> behind(String key) {
        return links.getOrDefault(key, Map.of());
    }

    /** Key of the region that a node fails with; empty if unknown. */
    String region(String key) {
        String region = Objects.requireNonNull(nodes.get(key), key).region();
        return region.isEmpty() ? "" : NodeKind.REGION.text() + ":" + region;
    }
}
