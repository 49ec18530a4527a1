package io.posture.io.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A policy file as plain values. Only {@code true}, {@code false} and numbers in JSON's notation are more than text, so
 * that {@code NO}, {@code ON}, {@code 010} and {@code 1_000} stay what was written.
 */
final class PolicyTree {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String file;
    private final YAMLParser parser;

    private PolicyTree(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The keys and values of a file, in the order written, each with the line it stands on. */
    record Entries(int line, Map<String, Entry> byKey) {

        /** The values alone. */
        Map<String, Object> values() {
            Map<String, Object> values = new LinkedHashMap<>();
            byKey.forEach((key, entry) -> values.put(key, plain(entry.value())));
            return values;
        }

        private static Object plain(Object value) {
            return value instanceof Entries inner ? inner.values() : value;
        }
    }

    /** A value: text, number, truth, list or {@link Entries}. */
    record Entry(int line, Object value) {}

    /**
     * Reads a file.
     *
     * @throws PolicyException if it is missing, is no YAML, repeats a key, uses anchors or leaves a value out
     */
    static Entries read(Path path) {
        String file = String.valueOf(path.getFileName());
        if (!Files.isRegularFile(path)) {
            throw new PolicyException("there is no policy file " + path + ". Maybe the path is misspelt.");
        }
        try (InputStream bytes = Files.newInputStream(path);
                YAMLParser parser = new YAMLFactory().createParser(bytes)) {
            PolicyTree tree = new PolicyTree(file, parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new PolicyException(file + " must consist of keys and values, the first one being posture: v1");
            }
            return tree.entries(1);
        } catch (JsonProcessingException problem) {
            int line = problem.getLocation() == null ? 1 : problem.getLocation().getLineNr();
            throw new PolicyException(
                    file + ":" + line + " is no valid YAML: " + problem.getOriginalMessage(), problem);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + path + ": " + problem, problem);
        }
    }

    private Entries entries(int line) throws IOException {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (byKey.put(key, new Entry(keyLine, value(keyLine))) != null) {
                throw new PolicyException(file + ":" + keyLine + " has the key '" + key + "' twice");
            }
        }
        return new Entries(line, Collections.unmodifiableMap(byKey));
    }

    private Object value(int line) throws IOException {
        if (parser.isCurrentAlias()) {
            throw new PolicyException(file + ":" + line + " uses an alias (*name), which policies do not allow");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return entries(line);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Object value = value(line);
                values.add(value instanceof Entries inner ? inner.values() : value);
            }
            return List.copyOf(values);
        }
        if (token == JsonToken.VALUE_NULL) {
            throw new PolicyException(file + ":" + line + " has a key without a value. Maybe remove the line.");
        }
        return scalar(token, parser.getText());
    }

    private static Object scalar(JsonToken token, String text) {
        if (token == JsonToken.VALUE_STRING) {
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        if (!NUMBER.matcher(text).matches()) {
            return text;
        }
        boolean integer = text.chars().allMatch(c -> c == '-' || Character.isDigit(c)) && text.length() <= 15;
        if (integer) {
            return Long.parseLong(text);
        }
        return Double.parseDouble(text);
    }
}
