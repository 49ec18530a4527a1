package io.posture.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which node stands behind which, and how a failure travels down. */
final class NodeGraph {

    private final NodeIndex index;
    private final Edge[] edges;
    private final int[] order;
    private final int[] starts;
    private final int[] upstream;

    /** A link by numbers. */
    private record Edge(int upstream, int downstream, String input, double share, double cover, double transit) {}

    private NodeGraph(NodeIndex index, List<Edge> links, Gaps gaps) {
        this.index = index;
        int[] up = links.stream().mapToInt(Edge::upstream).toArray();
        int[] down = links.stream().mapToInt(Edge::downstream).toArray();
        Digraph sorted = Digraph.of(index.size(), up, down);
        for (List<Integer> cycle : sorted.cycles()) {
            gaps.add(Unknown.CYCLE, Digraph.path(cycle, node -> index.node(node).key()));
        }
        this.order = sorted.order();
        this.edges = IntStream.range(0, links.size())
                .filter(edge -> !sorted.isCut(edge))
                .mapToObj(links::get)
                .toArray(Edge[]::new);
        int[] kept = Arrays.stream(edges).mapToInt(Edge::downstream).toArray();
        this.starts = Digraph.starts(index.size(), kept);
        this.upstream = Digraph.byStart(starts, kept);
    }

    /**
     * A graph of links and regions.
     *
     * @throws IllegalArgumentException if a link names no node, or several
     */
    static NodeGraph of(NodeIndex index, Collection<SupplyLink> links, Gaps gaps) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < index.size(); i++) {
            String region = index.node(i).region();
            if (!region.isEmpty()) {
                edges.add(new Edge(index.number(NodeKind.REGION, region), i, "region", 1, 0, 0));
            }
        }
        for (SupplyLink link : links) {
            String name = "link " + link.upstream() + " -> " + link.downstream();
            int up = index.named(name, link.upstream());
            int down = index.named(name, link.downstream());
            if (link.coverDays().isEmpty()) {
                gaps.add(
                        Unknown.COVER,
                        index.node(up).key() + " -> " + index.node(down).key());
            }
            edges.add(new Edge(
                    up,
                    down,
                    "input " + link.input(),
                    link.share(),
                    link.coverDays().orElse(0),
                    link.transitDays()));
        }
        return new NodeGraph(index, edges, gaps);
    }

    NodeIndex index() {
        return index;
    }

    /**
     * What every node loses when some fail.
     *
     * @param own what each node loses by itself
     */
    LossCurve[] propagate(LossCurve[] own) {
        LossCurve[] all = own.clone();
        for (int node : order) {
            int first = starts[node];
            int last = starts[node + 1];
            if (last - first == 1) {
                Edge edge = edges[upstream[first]];
                all[node] = all[node].or(sent(edge, all).behind(edge.cover, 0));
            } else if (last > first) {
                // the stock of an input stands behind all that deliver it
                Map<String, LossCurve> lost = new LinkedHashMap<>();
                Map<String, Double> cover = new HashMap<>();
                for (int i = first; i < last; i++) {
                    Edge edge = edges[upstream[i]];
                    lost.merge(edge.input, sent(edge, all), LossCurve::plus);
                    cover.merge(edge.input, edge.cover, Math::min);
                }
                for (Map.Entry<String, LossCurve> input : lost.entrySet()) {
                    double days = cover.getOrDefault(input.getKey(), 0.0);
                    all[node] = all[node].or(input.getValue().behind(days, 0));
                }
            }
        }
        return all;
    }

    private static LossCurve sent(Edge edge, LossCurve[] all) {
        return all[edge.upstream].times(edge.share).later(edge.transit);
    }

    /**
     * Passes weights up: what depends on a node depends on all that stands behind it, by share. Something that depends on
     * it in two ways counts twice.
     *
     * @param weights by node; changed
     */
    void passUp(double[] weights) {
        for (int at = order.length - 1; at >= 0; at--) {
            int node = order[at];
            for (int i = starts[node]; i < starts[node + 1]; i++) {
                Edge edge = edges[upstream[i]];
                weights[edge.upstream] += edge.share * weights[node];
            }
        }
    }

    /** The node and all that stands behind it. */
    BitSet behind(int node) {
        BitSet found = new BitSet();
        List<Integer> open = new ArrayList<>(List.of(node));
        found.set(node);
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            for (int i = starts[next]; i < starts[next + 1]; i++) {
                int up = edges[upstream[i]].upstream;
                if (!found.get(up)) {
                    found.set(up);
                    open.add(up);
                }
            }
        }
        return found;
    }
}
