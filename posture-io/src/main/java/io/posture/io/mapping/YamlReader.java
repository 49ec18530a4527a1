package io.posture.io.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.posture.io.input.InputFile;
import io.posture.io.input.MappingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a YAML file into texts, lists and entries; the schema of whoever asks decides what a text means. */
public final class YamlReader {

    private final String file;
    private final YAMLParser parser;

    private YamlReader(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads a file.
     *
     * @throws MappingException if it is no YAML, repeats a key or uses anchors
     */
    public static YamlNode.Entries read(InputFile file) {
        try (InputStream bytes = file.open();
                YAMLParser parser = new YAMLFactory().createParser(bytes)) {
            YamlReader reader = new YamlReader(file.name(), parser);
            parser.nextToken();
            if (parser.currentToken() == null) {
                throw new MappingException(file.name() + " is empty, need keys and values");
            }
            YamlNode root = reader.node();
            if (root instanceof YamlNode.Entries entries) {
                return entries;
            }
            throw new MappingException(file.name() + " must consist of keys and values");
        } catch (JsonProcessingException problem) {
            throw new MappingException(
                    file.name() + ":" + line(problem) + " is no valid YAML: " + problem.getOriginalMessage(), problem);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
    }

    private YamlNode node() throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.isCurrentAlias()) {
            throw new MappingException(file + ":" + line + " uses an alias (*name), which is not allowed");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return entries(line);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> nodes = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                nodes.add(node());
            }
            return new YamlNode.Items(line, List.copyOf(nodes));
        }
        return new YamlNode.Text(line, token == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private YamlNode entries(int line) throws IOException {
        Map<String, YamlNode> nodes = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (nodes.put(key, node()) != null) {
                throw new MappingException(file + ":" + keyLine + " has the key '" + key + "' twice");
            }
        }
        return new YamlNode.Entries(line, Collections.unmodifiableMap(nodes));
    }

    private static int line(JsonProcessingException problem) {
        return problem.getLocation() == null ? 0 : problem.getLocation().getLineNr();
    }
}
