package io.posture.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.analysis.review.WhatIf;
import io.posture.analysis.review.WhatIf.ChangedFact;
import io.posture.analysis.review.WhatIf.ChangedReason;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.io.Import;
import io.posture.io.manual.Fact;
import io.posture.io.policy.Policy;
import io.posture.io.run.PlainText;
import io.posture.io.run.RegisterRow;
import io.posture.io.run.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A what-if answer for people and for programs. */
final class WhatIfPages {

    private static final int WIDTH = 100;
    private static final int MOST_REASONS = 25;
    private static final List<String> ALWAYS = List.of(
            "posture",
            "recommended_policy",
            "reason_code",
            "safety_stock_qty",
            "reorder_point",
            "order_qty",
            "max_qty",
            "strategic_stock_qty",
            "tts_days",
            "ttr_days",
            "buffer_value",
            "carrying_cost_yr");
    private static final List<String> TEXTS = List.of("reason_text", "explanation_id", "method_reason");

    private final WhatIf answer;
    private final RunManifest manifest;
    private final Map<String, String> before;
    private final Map<String, String> after;

    /**
     * Pages of an answer.
     *
     * @param policy the policy in force
     */
    WhatIfPages(WhatIf answer, Import imported, Policy policy, RunManifest manifest) {
        this.answer = answer;
        this.manifest = manifest;
        this.before = RegisterRow.of(answer.before(), imported, policy);
        this.after = RegisterRow.of(answer.after(), imported, policy);
    }

    /** What can be changed of an item, and what it has today. */
    static String facts(ItemId item, Import imported, boolean json) {
        ItemProfile profile = imported.population()
                .find(item)
                .map(imported.records().overrides()::apply)
                .orElseThrow(() -> new IllegalArgumentException("no item '" + item + "' in the input"));
        if (json) {
            ObjectNode root = new ObjectMapper().createObjectNode();
            root.put("schema", "posture/facts/v1");
            root.put("item", item.sku());
            root.put("location", item.site());
            ObjectNode facts = root.putObject("facts");
            for (Fact fact : Fact.values()) {
                facts.put(fact.id(), fact.today(profile).orElse(Fact.UNKNOWN));
            }
            return root.toPrettyString();
        }
        StringBuilder page = new StringBuilder("What can be changed of " + PlainText.of(item.toString()) + ":\n");
        for (Fact fact : Fact.values()) {
            page.append(String.format(
                    Locale.ROOT,
                    "  %-24s %-14s %s%n",
                    fact.id(),
                    shown(fact.today(profile).orElse(Fact.UNKNOWN)),
                    fact.about()));
        }
        return page.toString().replace("\r\n", "\n");
    }

    String text() {
        StringBuilder page = new StringBuilder();
        page.append(PlainText.of(answer.item().toString())).append(" what if");
        String separator = " ";
        for (ChangedFact fact : answer.facts()) {
            page.append(separator)
                    .append(fact.name())
                    .append(" = ")
                    .append(shown(fact.after()))
                    .append(" (is ")
                    .append(shown(fact.before().orElse(Fact.UNKNOWN)))
                    .append(')');
            separator = ", ";
        }
        page.append("\n\n").append(String.format(Locale.ROOT, "  %-24s %-32s %s%n", "", "today", "changed"));
        for (Map.Entry<String, String> cell : after.entrySet()) {
            String was = before.getOrDefault(cell.getKey(), "");
            boolean differs = !was.equals(cell.getValue());
            if (ALWAYS.contains(cell.getKey()) || (differs && !TEXTS.contains(cell.getKey()))) {
                page.append(row(cell.getKey(), was, cell.getValue(), differs));
            }
        }
        page.append("\nToday: ").append(wrapped(before.getOrDefault("reason_text", "")));
        page.append("Changed: ").append(wrapped(after.getOrDefault("reason_text", "")));
        reasons(page);
        return page.toString().replace("\r\n", "\n");
    }

    private static String row(String name, String was, String is, boolean differs) {
        return String.format(
                                Locale.ROOT,
                                "%s %-24s %-32s %s",
                                differs ? "*" : " ",
                                name,
                                cut(shown(was), 31),
                                cut(shown(is), 40))
                        .stripTrailing()
                + "\n";
    }

    private void reasons(StringBuilder page) {
        List<ChangedReason> all = answer.reasons();
        if (all.isEmpty()) {
            page.append("\nNo reason changed.\n");
            return;
        }
        page.append("\nReasons that changed:\n");
        for (ChangedReason reason : all.subList(0, Math.min(MOST_REASONS, all.size()))) {
            String was = reason.before().isEmpty() ? "none" : Rounded.withUnit(reason.before());
            String is = reason.after().isEmpty() ? "none" : Rounded.withUnit(reason.after());
            String line = reason.name() + ": " + was + " -> " + is;
            for (String part : PlainText.wrap(line, WIDTH - 2, "    ")) {
                page.append("  ").append(part).append('\n');
            }
        }
        if (all.size() > MOST_REASONS) {
            page.append("  and ").append(all.size() - MOST_REASONS).append(" more, see --json\n");
        }
    }

    private static String wrapped(String sentence) {
        return String.join("\n", PlainText.wrap(sentence, WIDTH - 9, "    ")) + "\n";
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "~";
    }

    /** A number with few digits; a text as it is. */
    private static String shown(String cell) {
        if (cell.isEmpty()) {
            return "-";
        }
        try {
            return Rounded.of(Double.parseDouble(cell));
        } catch (NumberFormatException text) {
            return PlainText.of(cell);
        }
    }

    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", "posture/whatif/v1");
        root.put("run_id", manifest.runId());
        root.put("item", answer.item().sku());
        root.put("location", answer.item().site());
        ArrayNode facts = root.putArray("set");
        for (ChangedFact fact : answer.facts()) {
            ObjectNode node = facts.addObject();
            node.put("fact", fact.name());
            node.put("before", fact.before().orElse(null));
            node.put("after", fact.after());
        }
        row(root.putObject("before"), before);
        row(root.putObject("after"), after);
        ArrayNode cells = root.putArray("changed");
        List<String> changed = new ArrayList<>();
        after.forEach((name, value) -> {
            if (!value.equals(before.getOrDefault(name, ""))) {
                changed.add(name);
            }
        });
        changed.forEach(cells::add);
        ArrayNode reasons = root.putArray("reasons");
        for (ChangedReason reason : answer.reasons()) {
            ObjectNode node = reasons.addObject();
            node.put("name", reason.name());
            node.put("before", reason.before().isEmpty() ? null : reason.before());
            node.put("after", reason.after().isEmpty() ? null : reason.after());
        }
        return root.toPrettyString();
    }

    private static void row(ObjectNode target, Map<String, String> cells) {
        cells.forEach((name, value) -> target.put(name, value.isEmpty() ? null : value));
    }
}
