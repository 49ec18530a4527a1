package io.posture.stress;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items, finished goods, suppliers, plants, lanes and regions, and what stands behind what. What is unknown is part of it,
 * see {@link #unknown()}. Immutable and safe for use by many threads.
 */
public final class StressNetwork {

    private final Map<Unknown, List<String>> unknown;
    private final NodeGraph graph;
    private final ItemTable table;
    private final List<StressItem> items;
    private final List<SupplyLink> links;

    private StressNetwork(List<StressItem> items, List<SupplyLink> links, NodeGraph graph, ItemTable table, Gaps gaps) {
        this.items = items;
        this.links = links;
        this.graph = graph;
        this.table = table;
        this.unknown = gaps.all();
    }

    /**
     * A network.
     *
     * @param nodes what is known of suppliers, plants and lanes; those that items name are added as unknown ones
     * @param links which node needs which
     * @param items each with its own id
     * @throws IllegalArgumentException if ids clash or a link names no node
     */
    public static StressNetwork of(
            Collection<SupplyNode> nodes, Collection<SupplyLink> links, Collection<StressItem> items) {
        Gaps gaps = new Gaps();
        NodeIndex index = NodeIndex.of(nodes, items, gaps);
        NodeGraph graph = NodeGraph.of(index, links, gaps);
        List<StressItem> sorted =
                items.stream().sorted(Comparator.comparing(StressItem::id)).toList();
        return new StressNetwork(sorted, List.copyOf(links), graph, new ItemTable(sorted, index, gaps), gaps);
    }

    /** What is missing in the map or was mended, with its subjects. */
    public Map<Unknown, List<String>> unknown() {
        return unknown;
    }

    /** All nodes, those that items name and regions included. */
    public List<SupplyNode> nodes() {
        return graph.index().nodes();
    }

    /** Which node needs which, as given. */
    public List<SupplyLink> links() {
        return links;
    }

    /** All items, by id. */
    public List<StressItem> items() {
        return items;
    }

    /**
     * A number that an item shares with all that it hangs together with: what it is made of, and what is made of it.
     *
     * @throws IllegalArgumentException if there is no such item
     */
    public int group(String item) {
        int number = table.number(item);
        if (number < 0) {
            throw new IllegalArgumentException("the network has no item '" + item + "'");
        }
        return table.bom.group(number);
    }

    /** Items with two or more suppliers, by id, each with what is known of whether they fail together. */
    public List<SecondSource> secondSources() {
        SharedNodes shared = new SharedNodes(graph, table);
        return items.stream()
                .map(item -> shared.secondSource(table.number(item.id())))
                .flatMap(Optional::stream)
                .toList();
    }

    NodeGraph graph() {
        return graph;
    }

    ItemTable table() {
        return table;
    }
}
