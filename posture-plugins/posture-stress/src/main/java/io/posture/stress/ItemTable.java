package io.posture.stress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Items, their sources and their bill of materials by number, as the ledgers read them. Sources are sorted by item. */
final class ItemTable {

    private static final double SAME = 1e-9;

    final NodeIndex nodes;
    final List<StressItem> items;
    final BillOfMaterials bom;

    /** Need of a day without shocks: own demand and what is made of the item, pieces. */
    final double[] needPerDay;

    /** Demand of its own of a day without shocks, pieces. */
    final double[] ownPerDay;

    /** Pieces a day owed by contract, by the item or by what is made of it. */
    final double[] owedPerDay;

    /** Worth of a piece when a component is scarce: its margin, or that of what is made of it. */
    final double[] worth;

    /** Position of each item's first source. */
    final int[] starts;

    /** By source: numbers of nodes, -1 for unknown; share of the need; lead time, -1 for unknown. */
    final int[] supplier;

    final int[] plant;
    final int[] lane;
    final double[] share;
    final double[] leadDays;
    final List<Source> sources;

    /** Plant of each made item, -1 for unknown. */
    final int[] madeAt;

    private final Map<String, Integer> numbers;

    ItemTable(List<StressItem> given, NodeIndex nodes, Gaps gaps) {
        this.nodes = nodes;
        this.bom = BillOfMaterials.of(given, gaps);
        this.items = bom.items;
        int n = items.size();
        this.numbers = new HashMap<>(2 * n);
        for (int i = 0; i < n; i++) {
            if (numbers.put(items.get(i).id(), i) != null) {
                throw new IllegalArgumentException(
                        "item '" + items.get(i).id() + "' is there twice. Leave one of them out.");
            }
        }
        this.needPerDay = items.stream().mapToDouble(StressItem::demandPerDay).toArray();
        this.ownPerDay = needPerDay.clone();
        this.owedPerDay = items.stream().mapToDouble(StressItem::contractPerDay).toArray();
        this.worth =
                items.stream().mapToDouble(item -> item.unitMargin().orElse(0)).toArray();
        explode();
        this.starts = new int[n + 1];
        this.sources = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            sources.addAll(items.get(i).sources());
            starts[i + 1] = sources.size();
        }
        this.supplier = numbers(nodes, NodeKind.SUPPLIER);
        this.plant = numbers(nodes, NodeKind.PLANT);
        this.lane = numbers(nodes, NodeKind.LANE);
        this.share = sources.stream().mapToDouble(Source::share).toArray();
        this.leadDays = sources.stream()
                .mapToDouble(source -> source.leadDays().orElse(-1))
                .toArray();
        this.madeAt = items.stream()
                .mapToInt(item -> nodes.number(NodeKind.PLANT, item.madeAt()))
                .toArray();
        for (int i = 0; i < n; i++) {
            mendShares(i, gaps);
            report(i, gaps);
        }
    }

    /** Needs run from what is made to its components, and so does the worth of a piece. */
    private void explode() {
        for (int item = items.size() - 1; item >= 0; item--) {
            for (int line = bom.starts[item]; line < bom.starts[item + 1]; line++) {
                int component = bom.component[line];
                needPerDay[component] += needPerDay[item] * bom.perUnit[line];
                owedPerDay[component] += owedPerDay[item] * bom.perUnit[line];
                worth[component] = Math.max(worth[component], worth[item] / bom.perUnit[line]);
            }
        }
    }

    private int[] numbers(NodeIndex nodes, NodeKind kind) {
        return sources.stream()
                .mapToInt(source -> nodes.number(
                        kind,
                        switch (kind) {
                            case SUPPLIER -> source.supplier();
                            case PLANT -> source.plant();
                            case LANE -> source.lane();
                            case REGION -> "";
                        }))
                .toArray();
    }

    private void mendShares(int item, Gaps gaps) {
        double sum = IntStream.range(starts[item], starts[item + 1])
                .mapToDouble(source -> share[source])
                .sum();
        int count = starts[item + 1] - starts[item];
        boolean made = bom.isMade(item);
        // what is made need not be bought at all
        if (count == 0 || Math.abs(sum - 1) <= SAME || (made && sum < 1)) {
            return;
        }
        gaps.add(
                sum == 0 ? Unknown.SHARES_ASSUMED : Unknown.SHARES,
                items.get(item).id());
        for (int source = starts[item]; source < starts[item + 1]; source++) {
            share[source] = sum == 0 ? 1.0 / count : share[source] / sum;
        }
    }

    private void report(int number, Gaps gaps) {
        StressItem item = items.get(number);
        if (item.sources().isEmpty() && !bom.isMade(number)) {
            gaps.add(Unknown.SOURCE, item.id());
        }
        if (item.finished() && item.unitMargin().isEmpty()) {
            gaps.add(Unknown.MARGIN, item.id());
        }
        if (bom.isMade(number) && madeAt[number] < 0) {
            gaps.add(Unknown.PLANT, item.id());
        }
        for (Source source : item.sources()) {
            if (source.supplier().isEmpty()) {
                gaps.add(Unknown.SUPPLIER, item.id());
            }
            if (source.plant().isEmpty()) {
                gaps.add(Unknown.PLANT, item.id());
            }
            if (source.lane().isEmpty()) {
                gaps.add(Unknown.LANE, item.id());
            }
            if (source.leadDays().isEmpty()) {
                gaps.add(Unknown.LEAD_TIME, item.id());
            }
        }
    }

    /** Number of an item; -1 if there is none of that id. */
    int number(String id) {
        return numbers.getOrDefault(id, -1);
    }
}
