package io.posture.stress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Items, finished goods, suppliers, plants, lanes and regions, and what stands behind what. What is unknown is part of it,
 * see {@link #unknown()}. Immutable and safe for use by many threads.
 */
public final class StressNetwork {

    private final Map<Unknown, List<String>> unknown;
    private final NodeGraph graph;
    private final ItemTable table;
    private final List<StressItem> items;

    private StressNetwork(List<StressItem> items, NodeGraph graph, ItemTable table, Gaps gaps) {
        this.items = items;
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
        return new StressNetwork(sorted, graph, new ItemTable(sorted, index, gaps), gaps);
    }

    /** What is missing in the map or was mended, with its subjects. */
    public Map<Unknown, List<String>> unknown() {
        return unknown;
    }

    /** All nodes, those that items name and regions included. */
    public List<SupplyNode> nodes() {
        return graph.index().nodes();
    }

    /** All items, by id. */
    public List<StressItem> items() {
        return items;
    }

    /**
     * An item with two or more suppliers that fail together.
     *
     * @param item id
     * @param suppliers ids, at least two
     * @param shared {@code kind:id} of the nodes that stand behind all of its sources
     */
    public record PaperSources(String item, List<String> suppliers, List<String> shared) {

        /** Copies. */
        public PaperSources {
            suppliers = List.copyOf(suppliers);
            shared = List.copyOf(shared);
        }
    }

    /**
     * Items whose second source is one on paper only: every source depends on the same plant, lane, region or supplier
     * further up.
     */
    public List<PaperSources> paperSources() {
        BitSet[] behind = new BitSet[graph.index().size()];
        List<PaperSources> found = new ArrayList<>();
        for (int item = 0; item < table.items.size(); item++) {
            List<String> suppliers = table.items.get(item).sources().stream()
                    .map(Source::supplier)
                    .filter(id -> !id.isEmpty())
                    .distinct()
                    .toList();
            if (suppliers.size() < 2) {
                continue;
            }
            BitSet shared = new BitSet();
            shared.set(0, graph.index().size());
            for (int source = table.starts[item]; source < table.starts[item + 1]; source++) {
                BitSet own = new BitSet();
                for (int node : new int[] {table.supplier[source], table.plant[source], table.lane[source]}) {
                    if (node >= 0) {
                        if (behind[node] == null) {
                            behind[node] = graph.behind(node);
                        }
                        own.or(behind[node]);
                    }
                }
                shared.and(own);
            }
            if (!shared.isEmpty()) {
                found.add(new PaperSources(
                        table.items.get(item).id(),
                        suppliers,
                        shared.stream()
                                .mapToObj(node -> graph.index().node(node).key())
                                .sorted()
                                .toList()));
            }
        }
        found.sort(Comparator.comparing(PaperSources::item));
        return List.copyOf(found);
    }

    NodeGraph graph() {
        return graph;
    }

    ItemTable table() {
        return table;
    }
}
