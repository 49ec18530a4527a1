package io.posture.io.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.io.input.SourceAccount;
import io.posture.io.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run was made of against what it would be made of now. */
final class RunDifferences {

    private static final int MOST_SETTINGS = 5;

    private final JsonNode manifest;
    private final RunFacts now;

    RunDifferences(JsonNode manifest, RunFacts now) {
        this.manifest = manifest;
        this.now = now;
    }

    /** A sentence for each difference, without a full stop; empty if its figures would be the same. */
    List<String> sentences() {
        if (manifest.path("run_id").asText().equals(now.runId())) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        inputs(sentences);
        JsonNode identity = identity();
        compare("as_of", identity.path("as_of"), "the day", sentences);
        compare("seed", identity.path("seed"), "the seed", sentences);
        compare("currency", identity.path("currency"), "the currency", sentences);
        if (!manifest.path("tool").equals(identity.path("tool"))) {
            sentences.add("the program was " + version(manifest) + ", is " + version(identity));
        }
        plugins(identity, sentences);
        if (!manifest.path("mapping").equals(identity.path("mapping"))) {
            sentences.add("the mapping is another one");
        }
        List<String> settings = new ArrayList<>();
        settings("", manifest.path("settings"), identity.path("settings"), settings);
        settings.stream().limit(MOST_SETTINGS).forEach(sentences::add);
        if (settings.size() > MOST_SETTINGS) {
            sentences.add("and " + (settings.size() - MOST_SETTINGS) + " more settings");
        }
        if (sentences.isEmpty() && !reviewed()) {
            sentences.add("the order of what it was made of is another one");
        }
        return List.copyOf(sentences);
    }

    private JsonNode identity() {
        try {
            return new ObjectMapper().readTree(JsonText.compact(json -> {
                json.writeStartObject();
                now.writeIdentity(json);
                json.writeEndObject();
            }));
        } catch (JsonProcessingException own) {
            throw new IllegalStateException("what was written cannot be read back", own);
        }
    }

    /** Whether people wrote down other reviews since: they decide what is due, and no figure. */
    private boolean reviewed() {
        Map<String, String> after = new LinkedHashMap<>();
        now.imported().sources().stream()
                .filter(RunDifferences::reviews)
                .forEach(source -> after.put(source.name(), source.sha256()));
        return !hashes(true).equals(after);
    }

    /** Hashes of the inputs of the run by name: of reviews, or of all others. */
    private Map<String, String> hashes(boolean reviews) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (JsonNode input : manifest.path("inputs")) {
            boolean only = !input.path("tables").isEmpty();
            for (JsonNode table : input.path("tables")) {
                only &= table.path("table").asText().equals(Table.REVIEWS.id());
            }
            if (only == reviews) {
                hashes.put(input.path("name").asText(), input.path("sha256").asText());
            }
        }
        return hashes;
    }

    private static boolean reviews(SourceAccount source) {
        return !source.tables().isEmpty()
                && source.tables().stream().allMatch(table -> table.table().equals(Table.REVIEWS.id()));
    }

    private void inputs(List<String> sentences) {
        Map<String, String> before = hashes(false);
        Map<String, SourceAccount> after = new LinkedHashMap<>();
        now.imported().sources().stream()
                .filter(source -> !reviews(source))
                .forEach(source -> after.put(source.name(), source));
        before.forEach((name, sha256) -> {
            SourceAccount source = after.get(name);
            if (source == null) {
                sentences.add(PlainText.of(name) + " is not there any more");
            } else if (!source.sha256().equals(sha256)) {
                sentences.add(source.path() + " was changed");
            }
        });
        after.forEach((name, source) -> {
            if (!before.containsKey(name)) {
                sentences.add(source.path() + " is new");
            }
        });
    }

    private void plugins(JsonNode identity, List<String> sentences) {
        Map<String, JsonNode> before = plugins(manifest);
        Map<String, JsonNode> after = plugins(identity);
        before.forEach((id, plugin) -> {
            JsonNode same = after.get(id);
            if (same == null) {
                sentences.add("plugin " + PlainText.of(id) + " is not installed any more");
            } else if (!same.equals(plugin)) {
                sentences.add("plugin " + id + " is another build");
            }
        });
        after.keySet().stream()
                .filter(id -> !before.containsKey(id))
                .forEach(id -> sentences.add("plugin " + id + " is new"));
    }

    private static Map<String, JsonNode> plugins(JsonNode document) {
        Map<String, JsonNode> plugins = new LinkedHashMap<>();
        document.path("plugins").forEach(plugin -> plugins.put(plugin.path("id").asText(), plugin));
        return plugins;
    }

    private void compare(String member, JsonNode after, String called, List<String> sentences) {
        JsonNode before = manifest.path(member);
        if (!before.equals(after) && !before.asText().equals(after.asText())) {
            sentences.add(called + " was " + shown(before) + ", is " + shown(after));
        }
    }

    private static void settings(String path, JsonNode before, JsonNode after, List<String> sentences) {
        if (before.isObject() && after.isObject()) {
            before.properties()
                    .forEach(member -> settings(
                            path + "." + member.getKey(), member.getValue(), after.path(member.getKey()), sentences));
            after.properties().stream()
                    .filter(member -> !before.has(member.getKey()))
                    .forEach(member -> settings(
                            path + "." + member.getKey(), before.path(member.getKey()), member.getValue(), sentences));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                String name = before.path(i).path("name").asText(String.valueOf(i));
                settings(path + "." + name, before.path(i), after.path(i), sentences);
            }
        } else if (!before.equals(after) && !before.asText().equals(after.asText())) {
            sentences.add("setting " + PlainText.of(path.substring(path.isEmpty() ? 0 : 1)) + " was " + shown(before)
                    + ", is " + shown(after));
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "not set" : PlainText.of(value.toString());
    }

    private static String version(JsonNode document) {
        return PlainText.of(document.path("tool").path("version").asText("unknown"));
    }
}
