package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that runs write, line by line against the schemas that {@code init} hands out. */
class ResultSchemasAcceptanceTest {

    @TempDir
    private static Path work;

    @BeforeAll
    static void writeSchemasAndRuns() {
        assertEquals(0, Terminal.run("init", work.resolve("start")).exitCode());
        Terminal demo = Terminal.run("demo", "--quiet", "--formats", "jsonl", "--out", work.resolve("demo"));
        assertEquals(0, demo.exitCode(), demo::all);
        Path data = SmallData.in(work.resolve("data"));
        SmallData.write(data.resolve("item_locations.csv"), """
                item_id,location_id,source_key,current_safety_stock
                bolt,1000,0815,500
                nut,1000,7,3
                nut,2000,7,3
                """);
        SmallData.write(data.resolve("receipts.csv"), """
                po,line,item_id,supplier_id,order_date,receipt_date,received_qty,ordered_qty,event_id
                1,1,bolt,V1,2026-02-02,2026-02-20,50,50,
                1,2,bolt,V1,2026-02-02,2026-04-20,50,50,storm
                2,1,bolt,V1,2026-02-02,,,50,
                3,1,nut,V1,,2026-02-20,50,50,
                """);
        Terminal small = Terminal.run("assess", data, "--quiet", "--formats", "jsonl", "--out", work.resolve("small"));
        assertEquals(0, small.exitCode(), small::all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "register",
                "lean-candidates",
                "pareto",
                "funding",
                "exchange",
                "over-insured",
                "scenarios",
                "exposure",
                "rejects",
                "explanations",
                "proposals",
                "review"
            })
    void everyLineFitsItsSchema(String file) throws IOException {
        String document =
                file.equals("explanations") || file.equals("proposals") ? file.substring(0, file.length() - 1) : file;
        JsonNode schema = schema(document);
        int lines = 0;
        for (String run : List.of("demo", "small")) {
            for (String line : Files.readAllLines(work.resolve(run).resolve(file + ".jsonl"))) {
                assertFits(schema, new ObjectMapper().readTree(line));
                lines++;
            }
        }
        assertTrue(lines > 0, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "small"})
    void manifestFitsItsSchema(String run) throws IOException {
        assertFits(
                schema("manifest"),
                new ObjectMapper().readTree(Files.readString(work.resolve(run).resolve("manifest.json"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "small"})
    void keyFiguresFitTheirSchema(String run) throws IOException {
        assertFits(
                schema("kpi"),
                new ObjectMapper().readTree(Files.readString(work.resolve(run).resolve("kpi.json"))));
    }

    @Test
    void whatDoesNotFitIsFound() throws IOException {
        JsonNode line = new ObjectMapper()
                .readTree(Files.readAllLines(work.resolve("small/proposals.jsonl"))
                        .get(0)
                        .replace("\"places\":", "\"place\":"));
        List<String> problems = new ArrayList<>();
        check(schema("proposal"), schema("proposal"), line, "$", problems);
        assertEquals(List.of("$ lacks places", "$.place is not described"), problems);
    }

    private static JsonNode schema(String document) throws IOException {
        return new ObjectMapper()
                .readTree(work.resolve("start/schemas/posture-" + document + "-v1.json")
                        .toFile());
    }

    private static void assertFits(JsonNode schema, JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(schema, schema, value, "$", problems);
        assertEquals(List.of(), problems, value::toString);
    }

    /** The part of JSON Schema that these schemas use. */
    private static void check(JsonNode root, JsonNode given, JsonNode value, String at, List<String> problems) {
        JsonNode schema =
                given.has("$ref") ? root.at(given.path("$ref").asText().substring(1)) : given;
        if (schema.has("const") && !schema.path("const").equals(value)) {
            problems.add(at + " is " + value + ", not " + schema.path("const"));
        }
        if (schema.has("oneOf")) {
            List<List<String>> tried = new ArrayList<>();
            schema.path("oneOf").forEach(one -> {
                List<String> found = new ArrayList<>();
                check(root, one, value, at, found);
                tried.add(found);
            });
            if (tried.stream().filter(List::isEmpty).count() != 1) {
                tried.forEach(problems::addAll);
            }
            return;
        }
        if (schema.has("enum")
                && StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .noneMatch(value::equals)) {
            problems.add(at + " is " + value + ", none of " + schema.path("enum"));
        }
        if (schema.has("type") && !hasType(schema.path("type"), value)) {
            problems.add(at + " is " + value + ", no " + schema.path("type"));
        }
        schema.path("required").forEach(name -> {
            if (value.isObject() && !value.has(name.asText())) {
                problems.add(at + " lacks " + name.asText());
            }
        });
        if (value.isObject()) {
            value.properties().forEach(member -> {
                JsonNode known = schema.path("properties").path(member.getKey());
                JsonNode other = schema.path("additionalProperties");
                String place = at + "." + member.getKey();
                if (!known.isMissingNode()) {
                    check(root, known, member.getValue(), place, problems);
                } else if (other.isObject()) {
                    check(root, other, member.getValue(), place, problems);
                } else if (other.isBoolean()) {
                    problems.add(place + " is not described");
                }
            });
        }
        if (value.isArray()) {
            value.forEach(item -> check(root, schema.path("items"), item, at + "[]", problems));
        }
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return StreamSupport.stream(type.spliterator(), false).anyMatch(one -> hasType(one, value));
        }
        return switch (type.asText()) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }
}
