package io.posture.io;

import io.posture.io.input.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Items whose unit cost is far from that of their category, as the price of a thousand pieces is when it is taken for the price of
 * one: 100 times the median or more, 10 times above all that are nearer, and not more than a fifth of the category; likewise
 * below.
 */
final class CostOutliers {

    private static final int LEAST_ITEMS = 6;
    private static final double MOST_OUTLIERS = 0.2;
    private static final double FAR = 100;
    private static final double APART = 10;

    private CostOutliers() {}

    /** What there is to note. */
    static List<Note> among(Collection<ImportedItem> items) {
        Map<String, List<ImportedItem>> categories = new TreeMap<>();
        for (ImportedItem item : items) {
            if (!item.category().isEmpty() && item.unitCost().isPresent()) {
                categories
                        .computeIfAbsent(item.category(), category -> new ArrayList<>())
                        .add(item);
            }
        }
        List<String> found = new ArrayList<>();
        categories.forEach((category, peers) -> {
            double median = median(peers);
            for (ImportedItem item : outliers(peers, median)) {
                found.add(item.id().sku() + " (" + cost(item) + " where the median of " + category + " is " + median
                        + ")");
            }
        });
        return found.isEmpty()
                ? List.of()
                : List.of(new Note(
                        Note.Code.COST_OUTLIER,
                        "unit costs 100 times those of their category or a hundredth, maybe of many pieces (price_unit) or in"
                                + " another currency: " + NameList.of(found),
                        0));
    }

    private static List<ImportedItem> outliers(List<ImportedItem> peers, double median) {
        List<ImportedItem> outliers = new ArrayList<>();
        for (boolean above : new boolean[] {true, false}) {
            List<ImportedItem> far = peers.stream()
                    .filter(item -> times(item, median, above) >= FAR)
                    .toList();
            double near = peers.stream()
                    .mapToDouble(item -> times(item, median, above))
                    .filter(times -> times < FAR)
                    .max()
                    .orElse(1);
            boolean apart = far.stream().allMatch(item -> times(item, median, above) >= APART * near);
            if (peers.size() >= LEAST_ITEMS && far.size() <= MOST_OUTLIERS * peers.size() && apart) {
                outliers.addAll(far);
            }
        }
        return outliers;
    }

    private static double times(ImportedItem item, double median, boolean above) {
        return above ? cost(item) / median : median / cost(item);
    }

    private static double median(List<ImportedItem> peers) {
        double[] costs = peers.stream().mapToDouble(CostOutliers::cost).toArray();
        Arrays.sort(costs);
        return (costs[(costs.length - 1) / 2] + costs[costs.length / 2]) / 2;
    }

    private static double cost(ImportedItem item) {
        return item.unitCost().orElseThrow();
    }
}
