package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of a network that may run short. A site that could make all that anybody could ever ask of it is ample: it and
 * the needs that it meets alone leave the problem, exactly. What is left falls into components that share no site.
 */
final class Shortage {

    /** Rounding must not make a site short that makes just what is asked. */
    private static final double SLACK = 1e-12;

    private final Graph graph;
    private final Quantities quantities;
    private final double[] asked;
    private final boolean[] ample;
    private final int[] parent;

    /**
     * What is asked and what there is over some days, pieces.
     *
     * @param want by good, what is to be made, at least 0
     * @param stock by site
     * @param capacity by site, what it can make; infinite for any amount     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; read by this package alone
    record Quantities(double[] want, double[] stock, double[] capacity) {}

    private Shortage(Graph graph, Quantities quantities) {
        this.graph = graph;
        this.quantities = quantities;
        asked = new double[graph.sites()];
        ample = new boolean[graph.sites()];
        parent = new int[graph.sites()];
        Arrays.fill(parent, -1);
    }

    /** Components with at least one good that may run short. */
    static List<Component> components(Graph graph, Quantities quantities) {
        Shortage shortage = new Shortage(graph, quantities);
        shortage.ask();
        shortage.findAmple();
        shortage.join();
        return shortage.collect();
    }

    /**
     * The most that every site may have to make: whoever can be asked for something is asked for all of it, by those that
     * make no more than they can.
     */
    private void ask() {
        for (int good = 0; good < graph.finished(); good++) {
            asked[graph.finishedSite(good)] = quantities.want[good];
        }
        double[] outflow = new double[graph.sites()];
        for (int site = graph.sites() - 1; site >= 0; site--) {
            asked[site] += Math.max(0, outflow[site] - quantities.stock[site]);
            for (int group = graph.firstGroup(site); group < graph.firstGroup(site + 1); group++) {
                double pieces = graph.perUnit(group) * Math.min(asked[site], quantities.capacity[site]);
                for (int member : graph.members(group)) {
                    outflow[member] += pieces;
                }
            }
        }
    }

    private void findAmple() {
        for (int site = 0; site < graph.sites(); site++) {
            ample[site] =
                    asked[site] == 0 || (quantities.capacity[site] >= asked[site] * (1 - SLACK) && needsAreMet(site));
        }
    }

    private boolean needsAreMet(int site) {
        for (int group = graph.firstGroup(site); group < graph.firstGroup(site + 1); group++) {
            if (!isMet(group)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMet(int group) {
        for (int member : graph.members(group)) {
            if (ample[member]) {
                return true;
            }
        }
        return false;
    }

    /** Joins each good that may run short with all sites that its open needs reach. */
    private void join() {
        int[] path = new int[graph.sites()];
        for (int good = 0; good < graph.finished(); good++) {
            int start = graph.finishedSite(good);
            if (ample[start] || parent[start] >= 0) {
                continue;
            }
            parent[start] = start;
            path[0] = start;
            int depth = 1;
            while (depth > 0) {
                int site = path[--depth];
                for (int group = graph.firstGroup(site); group < graph.firstGroup(site + 1); group++) {
                    if (isMet(group)) {
                        continue;
                    }
                    for (int member : graph.members(group)) {
                        if (parent[member] < 0) {
                            parent[member] = member;
                            path[depth++] = member;
                        }
                        parent[root(member)] = root(site);
                    }
                }
            }
        }
    }

    private int root(int site) {
        int at = site;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private List<Component> collect() {
        int[] component = new int[graph.sites()];
        int[] place = new int[graph.sites()];
        Arrays.fill(component, -1);
        List<Component.Builder> builders = new ArrayList<>();
        for (int site = 0; site < graph.sites(); site++) {
            if (parent[site] < 0) {
                continue;
            }
            int root = root(site);
            if (component[root] < 0) {
                component[root] = builders.size();
                builders.add(new Component.Builder());
            }
            Component.Builder builder = builders.get(component[root]);
            place[site] = builder.site(quantities.stock[site], quantities.capacity[site]);
            for (int group = graph.firstGroup(site); group < graph.firstGroup(site + 1); group++) {
                if (!isMet(group)) {
                    builder.group(
                            graph.perUnit(group),
                            Arrays.stream(graph.members(group))
                                    .map(member -> place[member])
                                    .toArray());
                }
            }
        }
        for (int good = 0; good < graph.finished(); good++) {
            int site = graph.finishedSite(good);
            if (parent[site] >= 0 && !ample[site]) {
                builders.get(component[root(site)])
                        .good(good, place[site], quantities.want[good], graph.demandPerDay(good), graph.margin(good));
            }
        }
        return builders.stream().map(Component.Builder::build).toList();
    }
}
