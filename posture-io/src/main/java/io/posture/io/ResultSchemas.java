package io.posture.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Schemas of what runs write: a Frictionless data package of the tables, a JSON schema for the rows of each table as JSON lines, and
 * JSON schemas of the documents.
 */
public final class ResultSchemas {

    /** The data package. */
    public static final String PACKAGE = "results.json";

    private static final String FOLDER = "/io/posture/io/schema/";
    private static final List<String> DOCUMENTS = List.of("explanation", "proposal", "manifest", "kpi", "review");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultSchemas() {}

    /** All schemas by file name. */
    public static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        String tables = resource(PACKAGE);
        files.put(PACKAGE, tables);
        for (String document : DOCUMENTS) {
            files.put(nameOf(document), resource(nameOf(document)));
        }
        try {
            for (JsonNode table : JSON.readTree(tables).path("resources")) {
                files.put(nameOf(table.path("name").asText()), rows(table));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return files;
    }

    /**
     * Name of the JSON schema of a document, or of a table's rows.
     *
     * @param document for example {@code register}
     */
    public static String nameOf(String document) {
        return "posture-" + document + "-v1.json";
    }

    /** A row is an object of all columns; what is unknown is null. */
    private static String rows(JsonNode table) throws IOException {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", table.path("schema").path("name").asText());
        schema.put(
                "description",
                "A line of " + table.path("name").asText() + ".jsonl: "
                        + table.path("description").asText());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (JsonNode field : table.path("schema").path("fields")) {
            String name = field.path("name").asText();
            ObjectNode property = properties.putObject(name);
            property.putArray("type").add(field.path("type").asText()).add("null");
            property.set("description", field.path("description"));
            required.add(name);
        }
        schema.put("additionalProperties", false);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private static String resource(String name) {
        try (InputStream in = ResultSchemas.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
