package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @TempDir
    private Path work;

    @Test
    void beginsWithAPolicyItsSchemaADataPackageAndTemplates() throws IOException {
        Terminal terminal = Terminal.run("init", work.resolve("new"));
        assertEquals(0, terminal.exitCode(), terminal::all);
        JsonNode data =
                new ObjectMapper().readTree(work.resolve("new/datapackage.json").toFile());
        JsonNode items = resource(data, "items");
        assertEquals("items.csv", items.path("path").asText());
        assertEquals("item_id", items.path("schema").path("primaryKey").path(0).asText());
        JsonNode kind = field(resource(data, "demand"), "kind");
        assertEquals("string", kind.path("type").asText());
        assertEquals(5, kind.path("constraints").path("enum").size());
        assertTrue(field(items, "unit_cost").path("constraints").has("exclusiveMinimum"));
        assertEquals(
                "items",
                resource(data, "demand")
                        .path("schema")
                        .path("foreignKeys")
                        .path(0)
                        .path("reference")
                        .path("resource")
                        .asText());
        try (Stream<Path> templates = Files.list(work.resolve("new/templates"))) {
            assertEquals(data.path("resources").size(), templates.count());
        }
    }

    @Test
    void thePolicyIsReadAndChangesNothing() throws IOException {
        Path data = SmallData.in(work.resolve("data"));
        assertEquals(0, Terminal.run("init", work.resolve("new")).exitCode());
        assertEquals(
                0, Terminal.run("assess", data, "--out", work.resolve("plain")).exitCode());
        Terminal with = Terminal.run(
                "assess", data, "--out", work.resolve("with"), "--policy", work.resolve("new/posture.yaml"));
        assertEquals(0, with.exitCode(), with::all);
        assertEquals(
                Files.readString(work.resolve("plain/register.csv")),
                Files.readString(work.resolve("with/register.csv")));
    }

    @Test
    void everyLineOfThePolicyIsADefaultThatCanBeTakenIn() throws IOException {
        assertEquals(0, Terminal.run("init", work.resolve("new")).exitCode());
        List<String> lines = Files.readAllLines(work.resolve("new/posture.yaml"));
        List<String> taken = lines.stream()
                .filter(line -> !line.startsWith("# ") || line.matches("# ( *)[a-z_]+: .*|# [a-z]+:.*"))
                .map(line -> line.startsWith("# yaml") ? "" : line.replaceFirst("^# ", ""))
                .toList();
        Path policy = Files.write(work.resolve("taken.yaml"), taken);
        Path data = SmallData.in(work.resolve("data"));
        Terminal check = Terminal.run("check", data, "--policy", policy);
        assertEquals(0, check.exitCode(), check::all);
    }

    @Test
    void theDayAndTheCurrencyOfARunCanBeTakenOver() throws IOException {
        Path data = SmallData.in(work.resolve("data"));
        Path policy = SmallData.write(work.resolve("p.yaml"), "posture: v1\nas_of: 2026-10-12\ncurrency: EUR\n");
        Path out = work.resolve("out");
        assertEquals(
                0,
                Terminal.run("assess", data, "--out", out, "--policy", policy).exitCode());
        Terminal terminal = Terminal.run("init", "--from-run", out, work.resolve("new"));
        assertEquals(0, terminal.exitCode(), terminal::all);
        String text = Files.readString(work.resolve("new/posture.yaml"));
        assertTrue(text.contains("\nas_of: 2026-10-12 "), text);
        assertTrue(text.contains("\ncurrency: EUR "), text);
        assertEquals(
                2,
                Terminal.run("init", "--from-run", work.resolve("none"), work.resolve("other"))
                        .exitCode());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path mine = SmallData.write(work.resolve("posture.yaml"), "posture: v1\n");
        Terminal terminal = Terminal.run("init", work);
        assertEquals(2, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains("exist already, and nothing was written"), terminal::err);
        assertEquals("posture: v1\n", Files.readString(mine));
        assertTrue(Files.notExists(work.resolve("datapackage.json")));
    }

    @Test
    void theSchemaKnowsTheKeysThatAPolicyKnows() throws IOException {
        assertEquals(0, Terminal.run("init", work.resolve("new")).exitCode());
        JsonNode schema = new ObjectMapper()
                .readTree(work.resolve("new/posture-policy-v1.json").toFile());
        Path data = SmallData.in(work.resolve("data"));
        Path policy = SmallData.write(work.resolve("p.yaml"), "posture: v1\nunheard_of: 1\n");
        String refused = Terminal.run("check", data, "--policy", policy).err();
        schema.path("properties")
                .fieldNames()
                .forEachRemaining(key -> assertTrue(refused.contains(key), () -> key + " is not in: " + refused));
    }

    private static JsonNode resource(JsonNode data, String name) {
        return named(data.path("resources"), name);
    }

    private static JsonNode field(JsonNode resource, String name) {
        return named(resource.path("schema").path("fields"), name);
    }

    private static JsonNode named(JsonNode nodes, String name) {
        for (JsonNode node : nodes) {
            if (node.path("name").asText().equals(name)) {
                return node;
            }
        }
        throw new AssertionError("nothing is named " + name);
    }
}
