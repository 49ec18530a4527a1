package io.posture.stress;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What stands behind all sources of an item. Not thread-safe. */
final class SharedNodes {

    private final NodeGraph graph;
    private final ItemTable table;
    private final BitSet[] behind;

    SharedNodes(NodeGraph graph, ItemTable table) {
        this.graph = graph;
        this.table = table;
        this.behind = new BitSet[graph.index().size()];
    }

    /** What is known of an item's second source; empty with fewer than two suppliers. */
    Optional<SecondSource> secondSource(int item) {
        List<String> suppliers = suppliers(item);
        if (suppliers.size() < 2) {
            return Optional.empty();
        }
        int[] all = sources(item).toArray();
        int[] placed = sources(item).filter(source -> table.plant[source] >= 0).toArray();
        int[] known = Arrays.stream(placed)
                .filter(source -> table.supplier[source] >= 0 && table.lane[source] >= 0)
                .toArray();
        BitSet shared = shared(all);
        List<String> failing = names(shared, node -> !isRegion(node));
        List<String> ofPlaced = placed.length == 0 ? List.of() : names(shared(placed), node -> !isRegion(node));
        SecondSource.State state = SecondSource.State.APART;
        if (!failing.isEmpty()) {
            state = SecondSource.State.PAPER;
        } else if (placed.length == 0 || (placed.length < all.length && !ofPlaced.isEmpty())) {
            state = SecondSource.State.UNKNOWN;
        } else if (known.length > 0
                && names(shared(known), node -> !isRegion(node)).isEmpty()) {
            state = SecondSource.State.REAL;
        }
        return Optional.of(new SecondSource(
                table.items.get(item).id(),
                suppliers,
                state,
                state == SecondSource.State.UNKNOWN ? ofPlaced : failing,
                missing(all),
                names(shared, this::isRegion)));
    }

    private List<Unknown> missing(int... sources) {
        Set<Unknown> missing = EnumSet.noneOf(Unknown.class);
        for (int source : sources) {
            int supplier = table.supplier[source];
            int plant = table.plant[source];
            if (supplier < 0) {
                missing.add(Unknown.SUPPLIER);
            }
            if (plant < 0) {
                missing.add(Unknown.PLANT);
            }
            if (table.lane[source] < 0) {
                missing.add(Unknown.LANE);
            }
            int maker = plant < 0 ? supplier : plant;
            if (maker >= 0 && !graph.index().node(maker).upstreamKnown()) {
                missing.add(Unknown.UPSTREAM);
            }
        }
        return List.copyOf(missing);
    }

    private List<String> suppliers(int item) {
        return table.items.get(item).sources().stream()
                .map(Source::supplier)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private IntStream sources(int item) {
        return IntStream.range(table.starts[item], table.starts[item + 1]);
    }

    private BitSet shared(int... sources) {
        BitSet shared = new BitSet();
        shared.set(0, behind.length);
        for (int source : sources) {
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
        return shared;
    }

    private boolean isRegion(int node) {
        return graph.index().node(node).kind() == NodeKind.REGION;
    }

    private List<String> names(BitSet nodes, IntPredicate kept) {
        return nodes.stream()
                .filter(kept)
                .mapToObj(node -> graph.index().node(node).key())
                .sorted()
                .toList();
    }
}
