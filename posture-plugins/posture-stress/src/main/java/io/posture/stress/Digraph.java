package io.posture.stress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Edges from one number to another, cycles cut, in an order in which every edge goes forward. */
final class Digraph {

    private final int[] order;
    private final boolean[] cut;
    private final List<List<Integer>> cycles;

    private Digraph(int[] order, boolean[] cut, List<List<Integer>> cycles) {
        this.order = order;
        this.cut = cut;
        this.cycles = cycles;
    }

    /**
     * Sorts by depth first, without recursion: chains may be long.
     *
     * @param nodes how many there are
     * @param from beginning of each edge
     * @param to end of each edge
     */
    static Digraph of(int nodes, int[] from, int[] to) {
        int[] start = starts(nodes, from);
        int[] edges = byStart(start, from);
        byte[] state = new byte[nodes];
        int[] next = Arrays.copyOf(start, nodes);
        int[] order = new int[nodes];
        boolean[] cut = new boolean[from.length];
        List<List<Integer>> cycles = new ArrayList<>();
        int filled = nodes;
        Deque<Integer> path = new ArrayDeque<>();
        for (int root = 0; root < nodes; root++) {
            if (state[root] == 0) {
                path.push(root);
                state[root] = 1;
            }
            while (!path.isEmpty()) {
                int node = path.peek();
                if (next[node] == start[node + 1]) {
                    order[--filled] = node;
                    state[node] = 2;
                    path.pop();
                    continue;
                }
                int edge = edges[next[node]++];
                int target = to[edge];
                if (state[target] == 0) {
                    path.push(target);
                    state[target] = 1;
                } else if (state[target] == 1) {
                    cut[edge] = true;
                    cycles.add(cycle(path, target));
                }
            }
        }
        return new Digraph(order, cut, List.copyOf(cycles));
    }

    /** Position of each number's first edge when edges are sorted by their beginning, and the count of all at the end. */
    static int[] starts(int nodes, int[] from) {
        int[] start = new int[nodes + 1];
        for (int node : from) {
            start[node + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            start[i + 1] += start[i];
        }
        return start;
    }

    /** Edges sorted by their beginning, in their order otherwise. */
    static int[] byStart(int[] start, int[] from) {
        int[] fill = start.clone();
        int[] edges = new int[from.length];
        for (int edge = 0; edge < from.length; edge++) {
            edges[fill[from[edge]]++] = edge;
        }
        return edges;
    }

    private static List<Integer> cycle(Deque<Integer> path, int target) {
        List<Integer> cycle = new ArrayList<>();
        cycle.add(target);
        for (int node : path) {
            cycle.add(node);
            if (node == target) {
                break;
            }
        }
        return cycle;
    }

    /** A cycle in words, forwards. */
    static String path(List<Integer> cycle, IntFunction<String> name) {
        List<Integer> forwards = new ArrayList<>(cycle);
        Collections.reverse(forwards);
        return forwards.stream().map(name::apply).collect(Collectors.joining(" -> "));
    }

    /** Numbers in an order in which every edge that is not cut goes forward. */
    int[] order() {
        return order;
    }

    /** Whether an edge closes a cycle. */
    boolean isCut(int edge) {
        return cut[edge];
    }

    /** Each cycle, backwards: from its first number to the one before it and so on to the first again. */
    List<List<Integer>> cycles() {
        return cycles;
    }
}
