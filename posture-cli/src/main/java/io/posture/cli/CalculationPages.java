package io.posture.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.core.plugin.Calculation;
import io.posture.core.plugin.CalculationInput;
import io.posture.core.plugin.PluginCatalog;
import io.posture.io.run.PlainText;
import java.util.List;

/** What there is to calculate, for readers. */
final class CalculationPages {

    private static final int WIDTH = 100;

    private CalculationPages() {}

    /** Every calculation with inputs, formula and source. */
    static String list(PluginCatalog catalog) {
        StringBuilder text = new StringBuilder();
        for (String topic : catalog.topics()) {
            text.append(text.isEmpty() ? "" : "\n").append(page(catalog.calculation(topic)));
        }
        return text.toString();
    }

    /** One calculation with inputs, formula, source and an example of a call. */
    static String help(Calculation calculation) {
        StringBuilder example = new StringBuilder("posture calc ").append(calculation.topic());
        boolean plain = calculation.inputs().stream()
                .filter(input -> !input.optional())
                .allMatch(input -> input.type().endsWith("number"));
        if (plain && !calculation.inputs().isEmpty()) {
            calculation.inputs().stream()
                    .filter(input -> !input.optional())
                    .forEach(input ->
                            example.append(" --set ").append(input.name()).append("=..."));
        } else {
            example.append(" --inputs '{");
            String separator = "";
            for (CalculationInput input : calculation.inputs()) {
                if (!input.optional()) {
                    example.append(separator).append('"').append(input.name()).append("\": ...");
                    separator = ", ";
                }
            }
            example.append("}'");
        }
        return page(calculation) + "\nUse:\n" + wrapped("  ", example.toString());
    }

    /** Every calculation as one document, schema {@code posture/calculations/v1}. */
    static String json(PluginCatalog catalog, List<String> topics) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", "posture/calculations/v1");
        ArrayNode calculations = document.putArray("calculations");
        for (String topic : topics) {
            Calculation calculation = catalog.calculation(topic);
            ObjectNode node = calculations.addObject().put("topic", topic);
            node.putObject("formula")
                    .put("id", calculation.formula().id())
                    .put("expression", calculation.formula().expression())
                    .put("citation", calculation.formula().citation());
            ArrayNode inputs = node.putArray("inputs");
            calculation
                    .inputs()
                    .forEach(input -> inputs.addObject()
                            .put("name", input.name())
                            .put("type", input.type())
                            .put("optional", input.optional())
                            .put("doc", input.doc()));
        }
        return document.toPrettyString();
    }

    private static String page(Calculation calculation) {
        StringBuilder text = new StringBuilder(calculation.topic()).append('\n');
        text.append(wrapped("  ", "= " + calculation.formula().expression()));
        text.append(wrapped(
                "  ",
                "[" + calculation.formula().id() + ": " + calculation.formula().citation() + "]"));
        if (calculation.inputs().isEmpty()) {
            text.append("  no inputs\n");
        }
        for (CalculationInput input : calculation.inputs()) {
            text.append(wrapped(
                    "  ",
                    input.name() + " (" + input.type() + (input.optional() ? ", optional" : "") + ")"
                            + (input.doc().isEmpty() ? "" : ": " + input.doc())));
        }
        return text.toString();
    }

    private static String wrapped(String indent, String text) {
        StringBuilder lines = new StringBuilder();
        PlainText.wrap(text, WIDTH - indent.length(), "    ")
                .forEach(line -> lines.append(indent).append(line).append('\n'));
        return lines.toString();
    }
}
