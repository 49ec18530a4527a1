package io.posture.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is made of what, by number, and which items hang together. Lines are sorted by their made item. */
final class BillOfMaterials {

    /** The made item, its component and the pieces of it, by line. */
    final int[] made;

    final int[] component;
    final double[] perUnit;

    /** Position of each item's first line as a made item. */
    final int[] starts;

    /** Position of each item's first entry in {@link #usedIn}. */
    final int[] usedStarts;

    /** Lines by their component. */
    final int[] usedIn;

    /** Items, each after all that it is made of. */
    final int[] order;

    private final int[] group;
    private final int groups;

    private BillOfMaterials(int items, int[] made, int[] component, double[] perUnit, int[] order) {
        this.made = made;
        this.component = component;
        this.perUnit = perUnit;
        this.order = order;
        this.starts = Digraph.starts(items, made);
        this.usedStarts = Digraph.starts(items, component);
        this.usedIn = Digraph.byStart(usedStarts, component);
        this.group = IntStream.range(0, items).toArray();
        for (int line = 0; line < made.length; line++) {
            int one = root(made[line]);
            int other = root(component[line]);
            group[Math.max(one, other)] = Math.min(one, other);
        }
        int count = 0;
        int[] number = new int[items];
        for (int item = 0; item < items; item++) {
            number[item] = group[item] == item ? count++ : number[root(item)];
        }
        System.arraycopy(number, 0, group, 0, items);
        this.groups = count;
    }

    /** Reads the lines of all items; cycles are cut and named, components that are no item left out. */
    static BillOfMaterials of(List<StressItem> items, Map<String, Integer> numbers, Gaps gaps) {
        List<int[]> lines = new ArrayList<>();
        List<Double> quantities = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            for (BomLine line : items.get(item).components()) {
                Integer component = numbers.get(line.component());
                if (component == null) {
                    gaps.add(Unknown.COMPONENT, line.component());
                } else {
                    lines.add(new int[] {component, item});
                    quantities.add(line.perUnit());
                }
            }
        }
        int[] from = lines.stream().mapToInt(line -> line[0]).toArray();
        int[] to = lines.stream().mapToInt(line -> line[1]).toArray();
        Digraph sorted = Digraph.of(items.size(), from, to);
        for (List<Integer> cycle : sorted.cycles()) {
            gaps.add(Unknown.CYCLE, Digraph.path(cycle, item -> items.get(item).id()));
        }
        int[] kept = IntStream.range(0, from.length)
                .filter(line -> !sorted.isCut(line))
                .toArray();
        return new BillOfMaterials(
                items.size(),
                Arrays.stream(kept).map(line -> to[line]).toArray(),
                Arrays.stream(kept).map(line -> from[line]).toArray(),
                Arrays.stream(kept).mapToDouble(quantities::get).toArray(),
                sorted.order());
    }

    /** Items in the order of their groups, components first. */
    static List<StressItem> grouped(List<StressItem> items) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            numbers.put(items.get(i).id(), i);
        }
        BillOfMaterials bom = of(items, numbers, new Gaps());
        return Arrays.stream(bom.order)
                .boxed()
                .sorted(Comparator.comparingInt(bom::group))
                .map(items::get)
                .toList();
    }

    private int root(int item) {
        int at = item;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    /** Number of the group of items that hang together through what is made of what. */
    int group(int item) {
        return group[item];
    }

    /** How many groups there are. */
    int groups() {
        return groups;
    }

    /** Whether an item is made of components. */
    boolean isMade(int item) {
        return starts[item + 1] > starts[item];
    }
}
