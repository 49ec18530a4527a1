package io.posture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Compares answers with what their entries expect. Not thread-safe. */
final class CalculationCheck {

    private final List<Mismatch> mismatches = new ArrayList<>();
    private long entries;
    private long compared;
    private long disagreeing;

    CalculationCheck() {}

    /**
     * A place where an answer is not what was expected.
     *
     * @param id of the entry
     * @param topic of the entry
     * @param text the place, what was expected and what came
     */
    private record Mismatch(String id, String topic, String text) {}

    /**
     * Compares one answer. Numbers may differ by {@code abs + rel * |expected|}, by nothing without a tolerance; of
     * objects only the keys that are expected count.
     */
    void add(CalculationEntry answer) {
        entries++;
        JsonNode question = answer.question();
        if (!question.has("expected")) {
            return;
        }
        compared++;
        int before = mismatches.size();
        String id = question.path("id").asText();
        String topic = question.path("topic").asText();
        if (answer.refusal().isPresent()) {
            CalculationEntry.Refusal why = answer.refusal().get();
            mismatches.add(new Mismatch(id, topic, why.code() + " " + why.message()));
        } else {
            Comparison comparison = new Comparison(
                    question.path("tolerance").path("abs").asDouble(0),
                    question.path("tolerance").path("rel").asDouble(0));
            comparison.compare("", question.get("expected"), answer.result());
            comparison.differences.forEach(text -> mismatches.add(new Mismatch(id, topic, text)));
        }
        disagreeing += mismatches.size() > before ? 1 : 0;
    }

    /** Whether all that was expected came. */
    boolean sound() {
        return mismatches.isEmpty();
    }

    /** The mismatches, a line each, and the counts. */
    String text() {
        StringBuilder text = new StringBuilder();
        mismatches.forEach(mismatch -> text.append(mismatch.id())
                .append(" [")
                .append(mismatch.topic())
                .append("] ")
                .append(mismatch.text())
                .append('\n'));
        return text.append(counts()).append('\n').toString();
    }

    /** As one document, schema {@code posture/calculation-check/v1}. */
    String json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", "posture/calculation-check/v1");
        document.put("entries", entries)
                .put("compared", compared)
                .put("agree", compared - disagreeing)
                .put("disagree", disagreeing);
        ArrayNode rows = document.putArray("mismatches");
        mismatches.forEach(mismatch -> rows.addObject()
                .put("id", mismatch.id())
                .put("topic", mismatch.topic())
                .put("mismatch", mismatch.text()));
        return document.toPrettyString();
    }

    private String counts() {
        long unasked = entries - compared;
        return entries + " entries: " + (compared - disagreeing) + " agree, " + disagreeing + " disagree"
                + (mismatches.size() > disagreeing ? " in " + mismatches.size() + " places" : "")
                + (unasked == 0 ? "" : ", " + unasked + " expect nothing");
    }

    /** One expected document against one result. */
    private static final class Comparison {

        private final double absolute;
        private final double relative;
        private final List<String> differences = new ArrayList<>();

        Comparison(double absolute, double relative) {
            this.absolute = absolute;
            this.relative = relative;
        }

        void compare(String path, JsonNode expected, JsonNode actual) {
            if (expected.isObject() && actual.isObject()) {
                expected.properties()
                        .forEach(field -> compare(
                                path + (path.isEmpty() ? "" : ".") + field.getKey(),
                                field.getValue(),
                                actual.path(field.getKey())));
            } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
                for (int i = 0; i < expected.size(); i++) {
                    compare(path + "[" + i + "]", expected.get(i), actual.get(i));
                }
            } else if (expected.isNumber() && actual.isNumber()) {
                double allowed = absolute + relative * Math.abs(expected.doubleValue());
                double off = Math.abs(actual.doubleValue() - expected.doubleValue());
                if (!(off <= allowed)) {
                    differences.add(place(path) + "expected " + expected + ", was " + actual + ": off by " + off
                            + ", allowed " + allowed);
                }
            } else if (!expected.equals(actual)) {
                differences.add(place(path) + "expected " + expected + ", was "
                        + (actual.isMissingNode() ? "absent" : actual.toString()));
            }
        }

        private static String place(String path) {
            return path.isEmpty() ? "" : path + " ";
        }
    }
}
