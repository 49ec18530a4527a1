package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.io.ResultSchemas;
import io.posture.io.input.RejectWriter;
import io.posture.io.sink.OutputColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultSchemasTest {

    private static Map<String, List<OutputColumn>> results() {
        Map<String, List<OutputColumn>> results = new LinkedHashMap<>();
        results.put(RunFiles.REGISTER, RegisterWriter.columns());
        results.put(RunFiles.LEAN_CANDIDATES, LeanCandidates.COLUMNS);
        results.put(RunFiles.PARETO, RiskPareto.COLUMNS);
        results.put(RunFiles.REJECTS, RejectWriter.COLUMNS);
        return results;
    }

    @Test
    void everyColumnOfEveryResultIsInItsTableSchema() throws JsonProcessingException {
        Map<String, List<String>> described = new LinkedHashMap<>();
        for (JsonNode table : json(ResultSchemas.PACKAGE).path("resources")) {
            List<String> fields = new ArrayList<>();
            for (JsonNode field : table.path("schema").path("fields")) {
                fields.add(
                        field.path("name").asText() + " " + field.path("type").asText());
                assertFalse(field.path("description").asText().isEmpty(), field::toString);
            }
            if (!RunFiles.ADDITIONS.contains(table.path("path").asText())) {
                described.put(table.path("path").asText(), fields);
            }
            assertEquals(
                    "posture/" + table.path("name").asText() + "/v1",
                    table.path("schema").path("name").asText());
        }
        Map<String, List<String>> written = new LinkedHashMap<>();
        results()
                .forEach((file, columns) -> written.put(
                        file,
                        columns.stream()
                                .map(column -> column.name() + " " + type(column))
                                .toList()));
        assertEquals(written, described);
    }

    @Test
    void everyTableHasASchemaOfItsRows() throws JsonProcessingException {
        for (Map.Entry<String, List<OutputColumn>> result : results().entrySet()) {
            JsonNode schema = json(ResultSchemas.nameOf(RunFiles.resultOf(result.getKey())));
            List<String> names =
                    result.getValue().stream().map(OutputColumn::name).toList();
            List<String> properties = new ArrayList<>();
            schema.path("properties").fieldNames().forEachRemaining(properties::add);
            assertEquals(names, properties);
            assertEquals(names.size(), schema.path("required").size());
        }
    }

    private static String type(OutputColumn column) {
        return switch (column.kind()) {
            case TEXT -> "string";
            case NUMBER -> "number";
            case DATE -> "date";
            case FLAG -> "boolean";
        };
    }

    private static JsonNode json(String name) throws JsonProcessingException {
        return new ObjectMapper().readTree(ResultSchemas.all().getOrDefault(name, ""));
    }
}
