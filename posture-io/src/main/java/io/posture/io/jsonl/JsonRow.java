package io.posture.io.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.posture.io.input.RejectCode;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a line says: cells by their keys, or why it is no row. */
sealed interface JsonRow {

    /**
     * A row.
     *
     * @param byKey texts by their keys, in the order written; unknown is empty
     */
    record Cells(Map<String, String> byKey) implements JsonRow {

        /** Copies in order. */
        public Cells {
            byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        }
    }

    /**
     * No row.
     *
     * @param code why
     * @param key the key that is meant; empty for the line as a whole
     * @param value what stands there
     * @param what the rest of a sentence that begins with the line or the key
     */
    record Refused(RejectCode code, String key, String value, String what) implements JsonRow {}

    /** Reads lines. Not thread-safe. */
    final class Reader {

        /** Longest text or line, characters. */
        static final int LONGEST = 1 << 20;

        private static final int ROW_AND_WHAT_IS_NESTED_IN_IT = 2;

        // keys come from the data: no table of them is kept that a hostile file could fill
        private final JsonFactory factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(ROW_AND_WHAT_IS_NESTED_IN_IT)
                        .maxStringLength(LONGEST)
                        .maxNameLength(LONGEST)
                        .maxDocumentLength(LONGEST)
                        .build())
                .build();

        Reader() {}

        /** What a line says. */
        JsonRow read(String line) {
            try (JsonParser json = factory.createParser(line)) {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    return broken("is " + name(json.currentToken()) + ", not an object");
                }
                JsonRow row = members(json);
                return row instanceof Cells && goesOn(json) ? broken("goes on behind its object") : row;
            } catch (JsonProcessingException problem) {
                return broken("cannot be read: " + reason(problem));
            } catch (IOException impossible) {
                throw new IllegalStateException("a text in memory cannot fail", impossible);
            }
        }

        private static boolean goesOn(JsonParser json) throws IOException {
            try {
                return json.nextToken() != null;
            } catch (JsonProcessingException anythingElse) {
                return true;
            }
        }

        private static JsonRow members(JsonParser json) throws IOException {
            Map<String, String> cells = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = json.currentName().strip();
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                    return new Refused(RejectCode.NESTED_VALUE, key, "", "holds " + name(value) + ", not a value");
                }
                String text = value == JsonToken.VALUE_NULL ? "" : json.getText();
                if (cells.putIfAbsent(key, text) != null) {
                    return new Refused(
                            RejectCode.KEY_TWICE, key, text, "stands twice, first with \"" + cells.get(key) + "\"");
                }
            }
            return new Cells(cells);
        }

        private static Refused broken(String what) {
            return new Refused(RejectCode.NOT_AN_OBJECT, "", "", what);
        }

        private static String name(JsonToken token) {
            return switch (token) {
                case START_OBJECT -> "an object";
                case START_ARRAY -> "a list";
                case VALUE_STRING -> "a text";
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
                case VALUE_TRUE, VALUE_FALSE -> "true or false";
                case VALUE_NULL -> "null";
                case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "out of place";
            };
        }

        private static String reason(JsonProcessingException problem) {
            String message = problem.getOriginalMessage()
                    .replaceFirst("(?s)(\\s*\\(start marker at|: enable `).*", "")
                    .replaceAll("\\s+", " ")
                    .replaceFirst("[.:]?\\s*$", "");
            return problem.getLocation() == null
                    ? message
                    : message + ", at character " + problem.getLocation().getColumnNr();
        }
    }
}
