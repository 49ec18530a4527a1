package io.posture.io.run;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reason trees of one item as a graph: equal parts are one node. A node's id is its name, with a number behind it
 * where several nodes have that name; inputs come before what is made from them.
 */
final class NodeTable {

    private final IdentityHashMap<Explanation, String> byObject = new IdentityHashMap<>();
    private final Map<Content, String> byContent = new HashMap<>();
    private final Map<String, Integer> timesUsed = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    NodeTable() {}

    /** A node with the ids of what it was made from. */
    record Node(String id, Explanation explanation, List<String> inputs) {}

    private record Content(boolean number, String name, Object value, Unit unit, Origin origin, List<String> inputs) {}

    /** Adds a tree and returns the id of its root. */
    String add(Explanation explanation) {
        String known = byObject.get(explanation);
        if (known != null) {
            return known;
        }
        List<String> inputs = explanation.because().stream().map(this::add).toList();
        String id = byContent.computeIfAbsent(content(explanation, inputs), content -> {
            int times = timesUsed.merge(explanation.name(), 1, Integer::sum);
            String fresh = times == 1 ? explanation.name() : explanation.name() + "~" + times;
            nodes.add(new Node(fresh, explanation, inputs));
            return fresh;
        });
        byObject.put(explanation, id);
        return id;
    }

    /** All nodes, inputs first. */
    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    private static Content content(Explanation explanation, List<String> inputs) {
        return explanation instanceof Figure figure
                ? new Content(true, figure.name(), figure.value(), figure.unit(), figure.origin(), inputs)
                : new Content(false, explanation.name(), explanation.text(), Unit.NONE, explanation.origin(), inputs);
    }
}
