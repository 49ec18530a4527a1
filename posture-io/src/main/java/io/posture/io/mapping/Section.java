package io.posture.io.mapping;

import io.posture.io.input.MappingException;
import io.posture.io.input.NearestNames;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The entries at one place of a mapping file, read by key; keys that nobody knows are refused. */
final class Section {

    private final String file;
    private final String place;
    private final YamlNode.Entries entries;

    /**
     * A section.
     *
     * @param file name of the mapping file
     * @param place where it is, for messages: {@code tables.items}; empty for the whole file
     */
    Section(String file, String place, YamlNode.Entries entries) {
        this.file = file;
        this.place = place;
        this.entries = entries;
    }

    /** Refuses keys other than these. */
    Section only(String... keys) {
        Set<String> known = new LinkedHashSet<>(List.of(keys));
        entries.nodes().forEach((key, node) -> {
            if (!known.contains(key)) {
                throw problem(
                        node.line(),
                        "unknown key '" + key + "' in " + place() + ". Keys: " + known + "."
                                + NearestNames.maybe(key, known));
            }
        });
        return this;
    }

    /** The keys, in the order written. */
    Set<String> keys() {
        return entries.nodes().keySet();
    }

    /** Whether a key is there. */
    boolean has(String key) {
        return entries.nodes().containsKey(key);
    }

    /** A text that must be there. */
    String text(String key) {
        String text = text(key, "");
        if (text.isEmpty()) {
            throw problem(entries.line(), place() + " needs '" + key + "'");
        }
        return text;
    }

    /** A text, or what stands in for it. */
    String text(String key, String standIn) {
        YamlNode node = entries.nodes().get(key);
        if (node == null) {
            return standIn;
        }
        if (node instanceof YamlNode.Text text) {
            return text.text();
        }
        throw problem(node.line(), at(key) + " must be a text");
    }

    /** A text turned into something else. */
    <T> Optional<T> value(String key, Function<String, T> reading) {
        if (!has(key)) {
            return Optional.empty();
        }
        String text = text(key);
        try {
            return Optional.of(reading.apply(text));
        } catch (RuntimeException bad) {
            throw new MappingException(
                    where(line(key)) + at(key) + " '" + text + "' cannot be used: " + bad.getMessage(), bad);
        }
    }

    /** A word of a closed list. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> choices) {
        if (!has(key)) {
            return Optional.empty();
        }
        String word = text(key);
        List<String> words = Arrays.stream(choices.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(word)) {
            throw problemAt(
                    key,
                    at(key) + " must be one of " + words + ", was '" + word + "'." + NearestNames.maybe(word, words));
        }
        return Optional.of(Enum.valueOf(choices, word.toUpperCase(Locale.ROOT)));
    }

    /** Whether a switch is on; off if it is not there. */
    boolean flag(String key) {
        String text = text(key, "false");
        if (!Set.of("true", "false").contains(text)) {
            throw problem(line(key), at(key) + " must be true or false, was '" + text + "'");
        }
        return text.equals("true");
    }

    /** Texts, written as a list or as one text; none if the key is not there. */
    List<String> texts(String key) {
        YamlNode node = entries.nodes().get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof YamlNode.Items items) {
            return items.nodes().stream().map(item -> asText(key, item)).toList();
        }
        return List.of(asText(key, node));
    }

    /** Texts by name; none if the key is not there. */
    Map<String, String> textsByName(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (has(key)) {
            Section section = section(key);
            section.keys().forEach(name -> texts.put(name, section.text(name, "")));
        }
        return texts;
    }

    /** A section that must be there. */
    Section section(String key) {
        YamlNode node = entries.nodes().get(key);
        if (node instanceof YamlNode.Entries inner) {
            return new Section(file, at(key), inner);
        }
        throw problem(
                node == null ? entries.line() : node.line(), place() + " needs '" + key + "' with keys of its own");
    }

    /** A list of sections; none if the key is not there. */
    List<Section> sections(String key) {
        YamlNode node = entries.nodes().get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof YamlNode.Items items)) {
            throw problem(node.line(), at(key) + " must be a list");
        }
        return items.nodes().stream()
                .map(item -> {
                    if (item instanceof YamlNode.Entries inner) {
                        return new Section(file, at(key), inner);
                    }
                    throw problem(item.line(), at(key) + " must be a list of keys and values");
                })
                .toList();
    }

    /** Whether a key holds a plain text. */
    boolean isText(String key) {
        return entries.nodes().get(key) instanceof YamlNode.Text;
    }

    /** An error at a key, or at the section's beginning if the key is not there. */
    MappingException problemAt(String key, String what) {
        return problem(line(key), what);
    }

    /** An error at a key, with what caused it. */
    MappingException problemAt(String key, String what, Throwable cause) {
        return new MappingException(where(line(key)) + what, cause);
    }

    /** Where this section is, for messages. */
    String place() {
        return place.isEmpty() ? "the mapping" : place;
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private int line(String key) {
        YamlNode node = entries.nodes().get(key);
        return node == null ? entries.line() : node.line();
    }

    private String asText(String key, YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return text.text();
        }
        throw problem(node.line(), at(key) + " must be a text or a list of texts");
    }

    private MappingException problem(int line, String what) {
        return new MappingException(where(line) + what);
    }

    private String where(int line) {
        return file + ":" + line + " ";
    }
}
