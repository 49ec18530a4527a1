package io.posture.resilience.sizing;

import io.posture.core.Step;
import io.posture.core.plugin.PluginCatalog;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.resilience.ResiliencePlugin;
import java.util.Map;

/** The stockpile of a part as the shipped formula sizes it. */
final class Stockpile {

    /** A whole plan. */
    static final Map<String, Object> PLAN = Map.of(
            "scenario", "supplier-down-30d",
            "release", "declared disruption",
            "rotation", "fifo",
            "owner", "planning",
            "expires", "P180D");

    private Stockpile() {}

    static Explanation of(Part part, Map<String, Object> settings) {
        try (PluginCatalog catalog = PluginCatalog.of(new ResiliencePlugin())) {
            return catalog.stockpile(Step.of("optimal-cover").with(settings)).compute(part.sized());
        }
    }

    static double number(Explanation tree, String name) {
        return ((Figure) tree.find(name).orElseThrow()).value();
    }

    static String text(Explanation tree, String name) {
        return tree.find(name).orElseThrow().text();
    }
}
