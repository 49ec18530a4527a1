package io.posture.analysis.review;

import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.core.PostureEngine;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.io.Import;
import io.posture.io.manual.FactChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One item decided twice: as it is, and with facts changed. The changed item takes its place among all others, so the second
 * decision is that of a run on data changed so.
 *
 * @param item the item
 * @param facts what was changed
 * @param before the outcome as it is
 * @param after the outcome with the changes
 * @param reasons nodes of the reason trees whose values differ, in the order of the second tree
 */
public record WhatIf(ItemId item, List<ChangedFact> facts, Outcome before, Outcome after, List<ChangedReason> reasons) {

    /** Copies. */
    public WhatIf {
        facts = List.copyOf(facts);
        reasons = List.copyOf(reasons);
    }

    /**
     * A fact that was changed.
     *
     * @param name its name
     * @param before what is known of it; empty if unknown
     * @param after what it was set to
     */
    public record ChangedFact(String name, Optional<String> before, String after) {}

    /**
     * A node of the reason tree whose value differs.
     *
     * @param name its name
     * @param before its value with its unit; empty if it is new
     * @param after its value with its unit; empty if it is gone
     */
    public record ChangedReason(String name, String before, String after) {}

    /**
     * Decides an item again.
     *
     * @param imported the input
     * @param engine an engine as that of the run
     * @param changes what is to be changed
     * @throws IllegalArgumentException if the item is not in the input, or has nothing that a fact could be changed of
     */
    public static WhatIf of(Import imported, PostureEngine engine, ItemId item, List<FactChange> changes) {
        ItemProfile original = imported.find(item)
                .orElseThrow(() -> new IllegalArgumentException("no item '" + item + "' in the input"));
        ItemProfile changed = FactChange.apply(changes, original)
                .inRun(original.asOf(), original.earlierRisk(), original.earlierPlan());
        Outcome before = decide(imported, engine, imported::items, original);
        Outcome after = decide(
                imported,
                engine,
                () -> imported.items().map(profile -> profile.id().equals(item) ? changed : profile),
                changed);
        List<ChangedFact> facts = changes.stream()
                .map(change -> new ChangedFact(change.fact().id(), change.today(original), change.value()))
                .toList();
        return new WhatIf(item, facts, before, after, differences(before, after));
    }

    private static Outcome decide(
            Import imported, PostureEngine engine, Supplier<Stream<ItemProfile>> population, ItemProfile profile) {
        try (Stream<ItemProfile> all = population.get()) {
            return imported.settled(engine.fit(all).decide(profile));
        }
    }

    private static List<ChangedReason> differences(Outcome before, Outcome after) {
        Map<String, String> old = values(before);
        Map<String, String> now = values(after);
        List<ChangedReason> changed = new ArrayList<>();
        now.forEach((name, value) -> {
            String was = old.getOrDefault(name, "");
            if (!was.equals(value)) {
                changed.add(new ChangedReason(name, was, value));
            }
        });
        old.forEach((name, value) -> {
            if (!now.containsKey(name)) {
                changed.add(new ChangedReason(name, value, ""));
            }
        });
        return changed;
    }

    /** The first node of each name, as text. */
    private static Map<String, String> values(Outcome outcome) {
        Map<String, String> values = new LinkedHashMap<>();
        trees(outcome).forEach(tree -> add(tree, values));
        return values;
    }

    private static void add(Explanation node, Map<String, String> values) {
        String unit = node instanceof Figure figure ? figure.unit().symbol() : "";
        // settings of different steps share names
        String name = node.origin() instanceof Origin.Parameter setting
                ? node.name() + " of step " + setting.step()
                : node.name();
        values.putIfAbsent(name, node.text() + (unit.isEmpty() ? "" : " " + unit));
        node.because().forEach(child -> add(child, values));
    }

    private static List<Explanation> trees(Outcome outcome) {
        List<Explanation> trees = new ArrayList<>();
        if (outcome instanceof Outcome.Decided decided) {
            PostureDecision decision = decided.decision();
            trees.addAll(decision.because());
            trees.addAll(List.of(
                    decision.safetyStock(),
                    decision.strategicStock(),
                    decision.reorderPoint(),
                    decision.orderQuantity()));
            addClasses(decided.item(), trees);
        } else if (outcome instanceof Outcome.Undecided undecided) {
            trees.addAll(undecided.verdict().because());
            addClasses(undecided.item(), trees);
        }
        return trees;
    }

    private static void addClasses(SizedItem item, List<Explanation> trees) {
        for (Segment segment : item.segmented().segments().values()) {
            trees.add(segment.reason());
            trees.addAll(segment.figures());
        }
    }
}
