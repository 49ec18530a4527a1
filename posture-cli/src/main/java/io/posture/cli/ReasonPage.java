package io.posture.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.io.run.PlainText;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reason tree as a page of text: every number with where it comes from, assumptions marked. */
final class ReasonPage {

    private static final int WIDTH = 100;
    private static final int DEEPEST_INDENT = 24;
    private static final String UNKNOWN = "unknown";
    private static final String ASSUMPTION = "assumption";
    private static final String OVERRIDE = "override";

    private static final Map<String, String> LENSES = lenses(
            "lensCriticality", "criticality",
            "lensLeadTime", "lead time and its variability",
            "lensValue", "value and shelf life",
            "lensDemand", "demand pattern",
            "lensSourcing", "sourcing risk");

    private final JsonNode tree;
    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> formulasShown = new HashSet<>();
    private final StringBuilder page = new StringBuilder();

    private ReasonPage(JsonNode tree) {
        this.tree = tree;
        tree.path("nodes").forEach(node -> nodes.put(node.path("id").asText(), node));
    }

    /**
     * The page of a line of {@code explanations.jsonl}.
     *
     * @param receipts how many receipts of a supplier are shown
     * @param leftOut what became of receipts that no item has, in sentences
     */
    static String of(String json, int receipts, List<String> leftOut) {
        try {
            ReasonPage page = new ReasonPage(new ObjectMapper().readTree(json));
            page.head();
            page.method();
            page.strategicStock();
            page.lenses();
            page.history();
            page.receipts(receipts, leftOut);
            page.because();
            page.quantities();
            page.classes();
            page.warnings();
            page.assumed();
            page.missing();
            page.changes();
            return page.page.toString();
        } catch (JsonProcessingException broken) {
            throw new CommandException(
                    ExitCode.CHECK_FAILED,
                    "the line of this item in explanations.jsonl is broken. Maybe posture verify shows more.",
                    broken);
        }
    }

    private static Map<String, String> lenses(String... namesAndLabels) {
        Map<String, String> lenses = new LinkedHashMap<>();
        for (int i = 0; i < namesAndLabels.length; i += 2) {
            lenses.put(namesAndLabels[i], namesAndLabels[i + 1]);
        }
        return Collections.unmodifiableMap(lenses);
    }

    private void head() {
        JsonNode decision = tree.path("decision");
        String location = tree.path("location").asText();
        String posture = decision.path("posture").asText("");
        String status = posture.isEmpty() || decision.path("posture").isNull()
                ? decision.path("status").asText()
                : posture + ", policy " + decision.path("policy").asText();
        paragraph(
                "",
                tree.path("item").asText() + (location.equals("DEFAULT") ? "" : " @ " + location) + ": " + status
                        + ", reason " + decision.path("code").asText() + ", data grade "
                        + tree.path("data_grade").asText());
        paragraph("  ", decision.path("reason").asText());
        List<String> warnings = texts(tree.path("warnings"));
        if (!warnings.isEmpty()) {
            paragraph("  ", "Warnings: " + String.join(", ", warnings));
        }
    }

    /** How the safety stock was sized, and what was rejected for it. */
    private void method() {
        Optional<JsonNode> chosen = tree.path("quantities")
                .valueStream()
                .flatMap(id -> find(id.asText(), "method").stream())
                .findFirst();
        if (chosen.isEmpty()) {
            return;
        }
        heading("Safety stock by");
        Set<String> decided = new HashSet<>();
        chosen.get().path("inputs").forEach(id -> decided.add(id.asText()));
        paragraph("  ", chosen.get().path("value").asText() + ": " + words(chosen.get(), Set.of()));
        inputs(chosen.get(), Set.of())
                .filter(node -> node.path("name").asText().equals("rejected"))
                .forEach(node -> paragraph(
                        "  ", "not " + node.path("value").asText() + ", which is for: " + words(node, decided)));
    }

    /** What is held against rare, long failures of supply, apart from the safety stock. */
    private void strategicStock() {
        List<String> lines = StrategicPage.of(tree);
        if (!lines.isEmpty()) {
            heading("Strategic stock, apart from the safety stock");
            lines.forEach(line -> paragraph("  ", line));
        }
    }

    /** What each lens argues for, beside the decision. */
    private void lenses() {
        Set<String> lines = new LinkedHashSet<>();
        LENSES.forEach((name, label) -> tree.path("because")
                .valueStream()
                .flatMap(id -> find(id.asText(), name).stream())
                .findFirst()
                .ifPresent(lens -> lines.add(label + ": " + argument(lens.path("value")))));
        list("Lenses, beside the decision", lines);
    }

    private static String argument(JsonNode value) {
        if (!value.isNumber()) {
            return UNKNOWN;
        }
        int sign = value.intValue();
        return sign == 0 ? "0, neither" : sign > 0 ? "+1, argues for stock (JIC)" : "-1, argues for lean (JIT)";
    }

    private void history() {
        List<String> lines = HistoryPage.of(tree.path("history"));
        if (!lines.isEmpty()) {
            heading("What the history shows");
            lines.forEach(line -> paragraph(line.startsWith("  ") ? "    " : "  ", line.strip()));
        }
    }

    private void receipts(int shown, List<String> leftOut) {
        List<String> lines = ReceiptsPage.of(tree.path("receipts"), shown);
        if (!lines.isEmpty()) {
            heading("Lead times, line by line, from the order to the receipt that completed it");
            lines.forEach(line -> paragraph(line.startsWith("  ") ? "    " : "  ", line.strip()));
            leftOut.forEach(line -> paragraph("  ", line));
        }
    }

    /** The first node of a name at or below a node. */
    private Optional<JsonNode> find(String id, String name) {
        return find(id, name, new HashSet<>());
    }

    private Optional<JsonNode> find(String id, String name, Set<String> seen) {
        JsonNode node = nodes.get(id);
        if (node == null || !seen.add(id)) {
            return Optional.empty();
        }
        return node.path("name").asText().equals(name)
                ? Optional.of(node)
                : node.path("inputs")
                        .valueStream()
                        .flatMap(input -> find(input.asText(), name, seen).stream())
                        .findFirst();
    }

    private Stream<JsonNode> inputs(JsonNode node, Set<String> except) {
        return node.path("inputs")
                .valueStream()
                .map(JsonNode::asText)
                .filter(id -> !except.contains(id))
                .flatMap(id -> Stream.ofNullable(nodes.get(id)));
    }

    /** Where a statement comes from in words, with the numbers it rests on, some excepted. */
    private String words(JsonNode node, Set<String> except) {
        String numbers = inputs(node, except)
                .filter(input -> input.path("value").isNumber())
                .map(ReasonPage::label)
                .collect(Collectors.joining(", "));
        String why = switch (node.path("kind").asText()) {
            case ASSUMPTION -> node.path("note").asText();
            case "parameter" -> "set by the policy";
            case "input" -> node.path("source").path("field").asText();
            case OVERRIDE -> byHand(node);
            default -> node.path("expr").asText();
        };
        return why + (numbers.isEmpty() ? "" : " (" + numbers + ")");
    }

    private void because() {
        if (!tree.path("because").isEmpty()) {
            heading("Because, step by step");
            tree.path("because").forEach(id -> node(id.asText(), 1));
        }
    }

    private void quantities() {
        if (!tree.path("quantities").isEmpty()) {
            heading("Quantities");
            tree.path("quantities").forEach(id -> node(id.asText(), 1));
        }
    }

    private void classes() {
        if (!tree.path("segments").isEmpty()) {
            heading("Classes");
            tree.path("segments").properties().forEach(segment -> {
                String id = segment.getValue().path("node").asText();
                if (shown.contains(id)) {
                    paragraph(
                            "  ",
                            segment.getKey() + ": "
                                    + segment.getValue().path("code").asText() + " (above)");
                } else {
                    node(id, 1);
                }
            });
        }
    }

    private void node(String id, int depth) {
        JsonNode node = nodes.getOrDefault(id, tree.path("nodes").path("absent"));
        boolean repeated = !shown.add(id) && !node.path("inputs").isEmpty();
        String indent = "  ".repeat(Math.min(depth, DEEPEST_INDENT));
        paragraph(indent, label(node) + (repeated ? " (above)" : origin(node)));
        if (!repeated) {
            node.path("inputs").forEach(input -> node(input.asText(), depth + 1));
        }
    }

    private static String label(JsonNode node) {
        return node.path("name").asText() + ": " + value(node);
    }

    private static String value(JsonNode node) {
        JsonNode value = node.path("value");
        if (!value.isNumber()) {
            return value.asText();
        }
        String unit = node.path("unit").asText("");
        return Rounded.of(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** Where a value comes from; the text of a formula once, its id after that. */
    private String origin(JsonNode node) {
        return switch (node.path("kind").asText()) {
            case "input" -> {
                String rows = node.path("source").path("rows").asText();
                yield "  <- " + node.path("source").path("field").asText() + (rows.isEmpty() ? "" : ", " + rows);
            }
            case "parameter" ->
                "  <- setting " + node.path("setting").asText() + " of step "
                        + node.path("step").asText();
            case ASSUMPTION -> "  ** ASSUMED: " + node.path("note").asText();
            case OVERRIDE -> "  ** " + byHand(node);
            default -> {
                String formula = node.path("formula").asText();
                String expression = node.path("expr").asText();
                yield formulasShown.add(formula + expression)
                        ? "  = " + expression + "  [" + formula + ": "
                                + node.path("citation").asText() + "]"
                        : "  [" + formula + "]";
            }
        };
    }

    private static String byHand(JsonNode node) {
        JsonNode override = node.path(OVERRIDE);
        return override.path("field").asText() + " set by hand, "
                + override.path("reason_code").asText() + ": "
                + override.path("rationale").asText() + " ("
                + override.path("approved_by").asText() + ", "
                + override.path("approved_on").asText() + " to "
                + override.path("expires_on").asText() + ", "
                + override.path("rows").asText() + ")";
    }

    private void warnings() {
        Set<String> lines = new LinkedHashSet<>();
        nodes.values().stream()
                .filter(ReasonPage::isWarning)
                .forEach(node -> lines.add(node.path("value").asText() + ": " + words(node, Set.of())
                        + (node.path("remedy").asText().isEmpty()
                                ? ""
                                : ". What helps: " + node.path("remedy").asText())));
        list("Warnings", lines);
    }

    private static boolean isWarning(JsonNode node) {
        return node.path("name").asText().equals("warning");
    }

    private void assumed() {
        Set<String> lines = new LinkedHashSet<>();
        nodes.values().stream()
                .filter(node -> node.path("kind").asText().equals(ASSUMPTION))
                .filter(node -> !node.path("value").asText().equals(UNKNOWN) && !isWarning(node))
                .forEach(
                        node -> lines.add(label(node) + " (" + node.path("note").asText() + "). To replace it: "
                                + node.path("remedy").asText()));
        list("Assumed", lines);
    }

    private void missing() {
        Set<String> lines = new LinkedHashSet<>();
        texts(tree.path("missing_facts")).forEach(fact -> lines.add(fact + ": without it there is no decision"));
        nodes.values().stream()
                .filter(node -> node.path("kind").asText().equals(ASSUMPTION))
                .filter(node -> node.path("value").asText().equals(UNKNOWN))
                .forEach(node -> {
                    String remedy = node.path("remedy").asText();
                    lines.add(node.path("name").asText() + ": "
                            + node.path("note").asText() + (remedy.isEmpty() ? "" : "; " + remedy));
                });
        list("Missing", lines);
    }

    private void changes() {
        Set<String> lines = new LinkedHashSet<>();
        tree.path("counterfactuals")
                .forEach(change -> lines.add(change.path("change").asText() + " -> "
                        + change.path("posture").asText() + " ("
                        + change.path("policy").asText() + ")"));
        list("Would change if", lines);
    }

    private void list(String heading, Set<String> lines) {
        if (!lines.isEmpty()) {
            heading(heading);
            lines.forEach(line -> paragraph("  ", "- " + line));
        }
    }

    private void heading(String text) {
        page.append('\n').append(text).append(":\n");
    }

    private void paragraph(String indent, String text) {
        page.append(PlainText.wrap(text, WIDTH - indent.length(), "    ").stream()
                .map(line -> indent + line + "\n")
                .collect(Collectors.joining()));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
