package io.posture.stress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The nodes of a network by number, found by id. */
final class NodeIndex {

    private static final int NAMED = 10;

    private final List<SupplyNode> nodes;
    private final Map<String, Integer> byKey = new HashMap<>();
    private final Map<String, List<Integer>> byId = new HashMap<>();

    private NodeIndex(Collection<SupplyNode> nodes) {
        this.nodes = List.copyOf(nodes);
        for (int i = 0; i < this.nodes.size(); i++) {
            byKey.put(this.nodes.get(i).key(), i);
            byId.computeIfAbsent(this.nodes.get(i).id(), id -> new ArrayList<>())
                    .add(i);
        }
    }

    /**
     * Nodes that are described, their regions, and nodes that items name.
     *
     * @throws IllegalArgumentException if two nodes of a kind share an id and differ
     */
    static NodeIndex of(Collection<SupplyNode> described, Collection<StressItem> items, Gaps gaps) {
        Map<String, SupplyNode> known = new LinkedHashMap<>();
        for (SupplyNode node : described) {
            SupplyNode before = known.put(node.key(), node);
            if (before != null && !before.equals(node)) {
                throw new IllegalArgumentException("two nodes are called " + node.key() + ": " + before + " and " + node
                        + ". Leave one of them out.");
            }
        }
        for (SupplyNode node : described) {
            addRegion(node, known, gaps);
        }
        for (StressItem item : items) {
            addNamed(item.madeAt(), NodeKind.PLANT, known, gaps);
            for (Source source : item.sources()) {
                addNamed(source.supplier(), NodeKind.SUPPLIER, known, gaps);
                addNamed(source.plant(), NodeKind.PLANT, known, gaps);
                addNamed(source.lane(), NodeKind.LANE, known, gaps);
            }
        }
        return new NodeIndex(known.values());
    }

    private static void addRegion(SupplyNode node, Map<String, SupplyNode> known, Gaps gaps) {
        boolean makes = node.kind() == NodeKind.SUPPLIER || node.kind() == NodeKind.PLANT;
        if (makes && !node.upstreamKnown()) {
            gaps.add(Unknown.UPSTREAM, node.key());
        }
        if (makes && node.region().isEmpty()) {
            gaps.add(Unknown.REGION, node.key());
        }
        if (!node.region().isEmpty()) {
            SupplyNode region = SupplyNode.of(node.region(), NodeKind.REGION).withKnownUpstream();
            known.putIfAbsent(region.key(), region);
        }
    }

    private static void addNamed(String id, NodeKind kind, Map<String, SupplyNode> known, Gaps gaps) {
        if (!id.isEmpty() && !known.containsKey(kind.text() + ":" + id) && !known.containsKey(id)) {
            SupplyNode node = SupplyNode.of(id, kind);
            known.put(node.key(), node);
            gaps.add(Unknown.NODE_NOT_DESCRIBED, node.key());
        }
    }

    int size() {
        return nodes.size();
    }

    List<SupplyNode> nodes() {
        return nodes;
    }

    SupplyNode node(int number) {
        return nodes.get(number);
    }

    /** Number of a node by its id within a kind, or by {@code kind:id}; -1 if there is none, or for the empty id. */
    int number(NodeKind kind, String id) {
        return id.isEmpty() ? -1 : byKey.getOrDefault(kind.text() + ":" + id, byKey.getOrDefault(id, -1));
    }

    /**
     * Number of the node that a text names, by id or by {@code kind:id}.
     *
     * @param who names it, for the message
     * @throws IllegalArgumentException if there is none, or several
     */
    int named(String who, String text) {
        Integer exact = byKey.get(text);
        List<Integer> matches = exact == null ? byId.getOrDefault(text, List.of()) : List.of(exact);
        if (matches.size() == 1) {
            return matches.get(0);
        }
        if (matches.isEmpty()) {
            throw new IllegalArgumentException(
                    who + " names '" + text + "', which the network does not have. It has " + names(nodes) + ".");
        }
        throw new IllegalArgumentException(who + " names '" + text + "', which is the name of "
                + matches.stream().map(i -> node(i).key()).collect(Collectors.joining(" and "))
                + ". Write one of these.");
    }

    /**
     * Number of a node of a kind.
     *
     * @param who names it, for the message
     * @throws IllegalArgumentException if there is none
     */
    int named(String who, NodeKind kind, String id) {
        Integer exact = byKey.get(kind.text() + ":" + id);
        if (exact != null) {
            return exact;
        }
        List<SupplyNode> others =
                nodes.stream().filter(node -> node.kind() == kind).toList();
        throw new IllegalArgumentException(who + " names the " + kind.text() + " '" + id
                + "', which the network does not have. It has "
                + (others.isEmpty() ? "no " + kind.text() : names(others)) + ".");
    }

    private static String names(List<SupplyNode> some) {
        String first = some.stream().limit(NAMED).map(SupplyNode::key).collect(Collectors.joining(", "));
        return some.isEmpty()
                ? "no nodes"
                : first + (some.size() > NAMED ? " and " + (some.size() - NAMED) + " more" : "");
    }

    /** Days a node is down when nobody says how long. */
    int daysDown(String who, int number, OptionalInt days) {
        if (days.isPresent()) {
            return days.getAsInt();
        }
        SupplyNode node = node(number);
        double recover = node.timeToRecoverDays()
                .orElseThrow(() -> new IllegalArgumentException(who + ": the time to recover of " + node.key()
                        + " is unknown. Say how long, like " + node.id() + "=30d, or fill in suppliers.ttr_days."));
        return (int) Math.max(1, Math.min(Shock.LONGEST_DAYS, Math.ceil(recover)));
    }
}
