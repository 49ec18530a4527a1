package io.posture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.core.plugin.Calculation;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.RefusedInputException;
import io.posture.io.input.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One question to a calculation and its answer: a result, or what is wrong. */
final class CalculationEntry {

    private static final String UNKNOWN_TOPIC = "UNKNOWN_TOPIC";
    private static final String BAD_ENTRY = "BAD_ENTRY";
    private static final String FAILED = "CALCULATION_FAILED";

    private final JsonNode question;
    private final JsonNode result;
    private final Optional<Refusal> refusal;

    /**
     * Why there is no result.
     *
     * @param code stable name of the kind of mistake
     * @param message what is wrong and what is allowed
     */
    record Refusal(String code, String message) {}

    private CalculationEntry(JsonNode question, JsonNode result, Optional<Refusal> refusal) {
        this.question = question;
        this.result = result;
        this.refusal = refusal;
    }

    /** Answers {@code {id, topic, inputs}}; whatever is wrong with it is the answer. */
    static CalculationEntry answer(PluginCatalog catalog, JsonNode question) {
        JsonNode topic = question.path("topic");
        if (!topic.isTextual()) {
            return refused(question, BAD_ENTRY, "an entry needs a text 'topic' and an object 'inputs'");
        }
        Optional<Calculation> calculation = catalog.findCalculation(topic.textValue());
        if (calculation.isEmpty()) {
            return refused(question, UNKNOWN_TOPIC, unknownTopic(topic.textValue(), catalog));
        }
        JsonNode inputs = question.has("inputs") ? question.get("inputs") : JsonNodeFactory.instance.objectNode();
        try {
            return new CalculationEntry(question, calculation.get().apply(inputs), Optional.empty());
        } catch (RefusedInputException refused) {
            return refused(question, refused.fault().name(), String.valueOf(refused.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            // one calculation that breaks must not take the others of its file with it
            return refused(question, FAILED, topic.textValue() + " failed: " + broken);
        }
    }

    /** What to say of a topic that does not exist. */
    static String unknownTopic(String topic, PluginCatalog catalog) {
        String plain = topic.toLowerCase(Locale.ROOT);
        List<String> near = new ArrayList<>(catalog.topics().stream()
                .filter(known -> known.toLowerCase(Locale.ROOT).endsWith("." + plain))
                .toList());
        NearestNames.of(topic, catalog.topics()).stream()
                .filter(known -> !near.contains(known))
                .forEach(near::add);
        return "there is no topic '" + topic + "'."
                + (near.isEmpty() ? "" : " Maybe '" + String.join("' or '", near) + "' is meant.")
                + " posture calc --list shows all.";
    }

    private static CalculationEntry refused(JsonNode question, String code, String message) {
        return new CalculationEntry(
                question, JsonNodeFactory.instance.missingNode(), Optional.of(new Refusal(code, message)));
    }

    /** What was asked. */
    JsonNode question() {
        return question;
    }

    /** The result; a missing node if there is none. */
    JsonNode result() {
        return result;
    }

    /** Why there is no result. */
    Optional<Refusal> refusal() {
        return refusal;
    }

    /** As {@code {id, topic, result}} or {@code {id, topic, error}}. */
    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("id", orNull("id"));
        document.set("topic", orNull("topic"));
        refusal.ifPresentOrElse(
                why -> document.putObject("error").put("code", why.code()).put("message", why.message()),
                () -> document.set("result", result));
        return document;
    }

    private JsonNode orNull(String field) {
        return question.has(field) ? question.get(field) : JsonNodeFactory.instance.nullNode();
    }
}
