package io.posture.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is made of what. Items are numbered so that those that hang together lie beside each other, components first; lines
 * are sorted by their made item.
 */
final class BillOfMaterials {

    /** The items in the order of their numbers. */
    final List<StressItem> items;

    /** Component and pieces of it, by line. */
    final int[] component;

    final double[] perUnit;

    /** Number of each item's first line as a made item. */
    final int[] starts;

    /** Number of each item's first use. */
    final int[] useStarts;

    /** By use: line, made item and pieces in one of it. */
    final int[] useLine;

    final int[] useMade;
    final double[] usePerUnit;

    /** First item of each group, and the number of all items at the end. */
    final int[] groupStarts;

    private BillOfMaterials(List<StressItem> items, int[] groupStarts, int[] made, int[] component, double[] perUnit) {
        this.items = items;
        this.groupStarts = groupStarts;
        this.component = component;
        this.perUnit = perUnit;
        this.starts = Digraph.starts(items.size(), made);
        this.useStarts = Digraph.starts(items.size(), component);
        this.useLine = Digraph.byStart(useStarts, component);
        this.useMade = Arrays.stream(useLine).map(line -> made[line]).toArray();
        this.usePerUnit =
                Arrays.stream(useLine).mapToDouble(line -> perUnit[line]).toArray();
    }

    /** The bill of items; cycles are cut and named, components that are no item left out. */
    static BillOfMaterials of(List<StressItem> given, Gaps gaps) {
        Lines lines = Lines.of(given, gaps);
        Digraph sorted = Digraph.of(given.size(), lines.component, lines.made);
        for (List<Integer> cycle : sorted.cycles()) {
            gaps.add(Unknown.CYCLE, Digraph.path(cycle, item -> given.get(item).id()));
        }
        int[] group = IntStream.range(0, given.size()).toArray();
        int[] kept = IntStream.range(0, lines.made.length)
                .filter(line -> !sorted.isCut(line))
                .toArray();
        for (int line : kept) {
            int one = root(group, lines.made[line]);
            int other = root(group, lines.component[line]);
            group[Math.max(one, other)] = Math.min(one, other);
        }
        int[] order = Arrays.stream(sorted.order())
                .boxed()
                .sorted(Comparator.comparingInt(item -> root(group, item)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] number = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            number[order[at]] = at;
        }
        int[] byMade = Arrays.stream(kept)
                .boxed()
                .sorted(Comparator.comparingInt(line -> number[lines.made[line]]))
                .mapToInt(Integer::intValue)
                .toArray();
        IntStream firsts = IntStream.range(0, order.length)
                .filter(at -> at == 0 || root(group, order[at]) != root(group, order[at - 1]));
        return new BillOfMaterials(
                Arrays.stream(order).mapToObj(given::get).toList(),
                IntStream.concat(firsts, IntStream.of(order.length)).toArray(),
                Arrays.stream(byMade).map(line -> number[lines.made[line]]).toArray(),
                Arrays.stream(byMade).map(line -> number[lines.component[line]]).toArray(),
                Arrays.stream(byMade).mapToDouble(line -> lines.perUnit[line]).toArray());
    }

    private static int root(int[] group, int item) {
        int at = item;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    /** How many groups of items hang together. */
    int groups() {
        return groupStarts.length - 1;
    }

    /** Number of the group of an item. */
    int group(int item) {
        int at = Arrays.binarySearch(groupStarts, item);
        return at >= 0 ? at : -at - 2;
    }

    /** Whether an item is made of components. */
    boolean isMade(int item) {
        return starts[item + 1] > starts[item];
    }

    /** Lines by the numbers of the items as given. */
    private static final class Lines {

        private final int[] made;
        private final int[] component;
        private final double[] perUnit;

        private Lines(List<int[]> pairs, List<Double> quantities) {
            this.component = pairs.stream().mapToInt(pair -> pair[0]).toArray();
            this.made = pairs.stream().mapToInt(pair -> pair[1]).toArray();
            this.perUnit = quantities.stream().mapToDouble(Double::doubleValue).toArray();
        }

        static Lines of(List<StressItem> items, Gaps gaps) {
            Map<String, Integer> numbers = new HashMap<>();
            for (int i = 0; i < items.size(); i++) {
                numbers.put(items.get(i).id(), i);
            }
            List<int[]> pairs = new ArrayList<>();
            List<Double> quantities = new ArrayList<>();
            for (int item = 0; item < items.size(); item++) {
                for (BomLine line : items.get(item).components()) {
                    Integer component = numbers.get(line.component());
                    if (component == null) {
                        gaps.add(Unknown.COMPONENT, line.component());
                    } else {
                        pairs.add(new int[] {component, item});
                        quantities.add(line.perUnit());
                    }
                }
            }
            return new Lines(pairs, quantities);
        }
    }
}
