package io.posture.benchmarks.closedloop;

import io.posture.api.ItemProfile;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.api.SizedItem;
import io.posture.core.Step;
import io.posture.core.plugin.PluginCatalog;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Unit;
import io.posture.spi.SafetyStockFormula;
import java.util.Map;

/**
 * Asks the shipped safety stock step for the levels of an item, as the pipeline does.
 *
 * @param formula the step
 * @param reviewDays days between reviews; 0 for every evening
 */
record Sizing(SafetyStockFormula formula, int reviewDays) {

    /**
     * The step {@code auto} with some settings.
     *
     * @param settings settings that differ from the defaults
     */
    static Sizing of(PluginCatalog catalog, Map<String, Object> settings) {
        int review = settings.get("reviewDays") instanceof Integer days ? days : 0;
        return new Sizing(catalog.safetyStock(Step.of("auto").with(settings)), review);
    }

    /**
     * The rule that an item is to be run by.
     *
     * @param profile what is known of the item
     * @param lot pieces that come in at once
     */
    Rule rule(ItemProfile profile, double lot) {
        Explanation sized = explanation(profile, lot);
        double point = figure(sized, "reorderPoint");
        if (reviewDays == 0) {
            return new Rule.ReorderPoint(point, lot);
        }
        double level = figure(sized, "orderUpTo");
        return point >= level ? new Rule.OrderUpTo(reviewDays, level) : new Rule.ReorderUpTo(reviewDays, point, level);
    }

    /** How the shipped step found it. */
    String method(ItemProfile profile, double lot) {
        return explanation(profile, lot).find("method").map(Explanation::text).orElse("");
    }

    private Explanation explanation(ItemProfile profile, double lot) {
        Map<String, Segment> segments = Map.of(
                "criticality", Segment.of("D", Finding.input("criticality", "D")),
                "abc", Segment.of("B", Finding.input("abc", "B")));
        return formula.compute(new SizedItem(
                new SegmentedItem(profile, segments),
                Map.of(SizedItem.ORDER_QUANTITY, Figure.input(SizedItem.ORDER_QUANTITY, lot, Unit.PIECES))));
    }

    private static double figure(Explanation tree, String name) {
        Explanation found = tree.find(name)
                .orElseThrow(() -> new IllegalStateException("no figure '" + name + "' in " + tree.name()));
        return ((Figure) found).value();
    }
}
