package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {

    @TempDir
    private Path work;

    private Path data = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void prepare() {
        data = SmallData.in(work.resolve("data"));
        out = work.resolve("out");
    }

    @Test
    void everyRunLeavesARecordThatIsNeverTouchedAgain() throws IOException {
        assess();
        Path first = records().get(0);
        byte[] bytes = Files.readAllBytes(first);
        assess();
        assess();
        assertEquals(3, records().size());
        assertTrue(Arrays.equals(bytes, Files.readAllBytes(first)), "the first record is as it was");
        assertEquals(0, Terminal.run("verify", out).exitCode());
    }

    @Test
    void recordSaysWhatTheRunWasMadeOf() throws IOException {
        assess();
        JsonNode run = lines(records().get(0)).get(0);
        JsonNode manifest =
                new ObjectMapper().readTree(out.resolve("manifest.json").toFile());
        for (String member : List.of("run_id", "tool", "as_of", "seed", "plugins", "settings")) {
            assertEquals(manifest.path(member), run.path(member), member);
        }
        assertEquals(
                manifest.path("inputs").get(0).path("sha256"),
                run.path("inputs").get(0).path("sha256"));
        assertEquals(3, run.path("items").asInt());
    }

    @Test
    void everyNumberCanBeComputedAgainFromTheRecord() throws IOException {
        assess();
        for (JsonNode item : lines(records().get(0)).subList(1, 4)) {
            Map<String, JsonNode> nodes = new HashMap<>();
            item.path("nodes").forEach(node -> nodes.put(node.get(0).asText(), node));
            // the safety stock is the sized one, rounded up once
            JsonNode stock =
                    nodes.get(item.path("quantities").path("safety_stock_qty").asText());
            assertEquals("policy.roundUp.1", stock.get(2).asText());
            double sized = nodes.get(stock.get(3).asText()).get(1).asDouble();
            assertEquals(Math.ceil(sized - 1e-9), stock.get(1).asDouble(), 0);
            assertEquals(
                    stock.get(1).asDouble(),
                    Double.parseDouble(
                            item.path("register").path("safety_stock_qty").asText()),
                    0);
            assertEquals(
                    Double.parseDouble(item.path("register").path("risk").asText()),
                    item.path("segments").path("risk").path("risk").asDouble(),
                    0);
            // L = B own + (1 - B) pool, DOMAIN B.5
            JsonNode pooled = nodes.get("poolLeadTimeDays");
            if (pooled != null) {
                double weight = nodes.get("weightOfOwnLines").get(1).asDouble();
                assertEquals(
                        weight * nodes.get("observedLeadTimeDays").get(1).asDouble()
                                + (1 - weight) * pooled.get(1).asDouble(),
                        nodes.get("leadTimeDays").get(1).asDouble(),
                        1e-9);
            }
            // R = sqrt(C F), DOMAIN C.9
            double criticality =
                    Double.parseDouble(item.path("register").path("criticality").asText());
            double index = item.path("segments").path("sri").path("sri").asDouble();
            assertEquals(
                    Math.sqrt(criticality * index),
                    item.path("segments").path("risk").path("risk").asDouble(),
                    1e-9);
        }
    }

    @Test
    void changedOrMissingRecordIsNoticed() throws IOException {
        assess();
        assess();
        assess();
        assertEquals(0, Terminal.run("verify", work.resolve("out.previous")).exitCode());
        Path second = records().get(1);
        byte[] bytes = Files.readAllBytes(second);
        byte[] changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;
        Files.write(second, changed);
        Terminal spoilt = Terminal.run("verify", out);
        assertEquals(1, spoilt.exitCode(), spoilt::all);
        assertTrue(spoilt.out().contains(String.valueOf(second.getFileName())), spoilt::all);
        Files.delete(second);
        Terminal gone = Terminal.run("verify", out);
        assertEquals(1, gone.exitCode(), gone::all);
        assertTrue(gone.out().contains("is missing"), gone::all);
        Files.delete(records().get(0));
        assertEquals(0, Terminal.run("verify", out).exitCode());
    }

    @Test
    void changedOrMissingNewestRecordIsNoticed() throws IOException {
        assess();
        Path only = records().get(0);
        byte[] bytes = Files.readAllBytes(only);
        byte[] changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;
        Files.write(only, changed);
        Terminal spoilt = Terminal.run("verify", out);
        assertEquals(1, spoilt.exitCode(), spoilt::all);
        assertTrue(spoilt.out().contains(only.getFileName() + " was changed"), spoilt::all);
        Files.delete(only);
        Terminal gone = Terminal.run("verify", out);
        assertEquals(1, gone.exitCode(), gone::all);
        assertTrue(gone.out().contains("is missing"), gone::all);
        Files.write(only, bytes);
        assertEquals(0, Terminal.run("verify", out).exitCode());
    }

    @Test
    void strategicStockAndWhoSetWhatAreInTheRecord() throws IOException {
        Path example = Path.of("../examples/strategic-stock");
        Terminal first = Terminal.run("assess", example, "--policy", example.resolve("posture.yaml"), "--out", out);
        assertEquals(0, first.exitCode(), first::all);
        for (List<String> set : List.of(List.of("controller", "order_qty=40"), List.of("pump-seal", "order_cost=90"))) {
            Terminal override = Terminal.run(
                    "override",
                    set.get(0),
                    set.get(1),
                    "--reason",
                    "CONTRACT",
                    "--rationale",
                    "SLA",
                    "--by",
                    "planning",
                    "--expires",
                    "2026-12-31",
                    "--run",
                    out);
            assertEquals(0, override.exitCode(), override::all);
        }
        assertEquals(0, Terminal.run("assess", "--out", out).exitCode());
        List<JsonNode> record = lines(records().get(1));
        JsonNode controller = item(record, "controller");
        Map<String, JsonNode> nodes = new HashMap<>();
        controller.path("nodes").forEach(node -> nodes.put(node.get(0).asText(), node));
        JsonNode strategic = nodes.get(
                controller.path("quantities").path("strategic_stock_qty").asText());
        // the best cover, rounded up once: (best - covered) days * demand a day
        assertEquals("policy.strategicStock.1", strategic.get(2).asText());
        double days = Math.max(
                0,
                nodes.get("bestCoverDays").get(1).asDouble()
                        - nodes.get("coveredDays").get(1).asDouble());
        assertEquals(
                Math.ceil(days
                                * Double.parseDouble(controller
                                        .path("register")
                                        .path("mean_daily_demand")
                                        .asText())
                        - 1e-9),
                strategic.get(1).asDouble(),
                0);
        assertEquals(
                strategic.get(1).asDouble(),
                Double.parseDouble(
                        controller.path("register").path("strategic_stock_qty").asText()),
                0);
        JsonNode byHand = controller.path("overrides").path(0);
        assertEquals("planning", byHand.path("approved_by").asText());
        assertEquals("2026-12-31", byHand.path("expires_on").asText());
        assertTrue(controller.path("alternatives").path("cost_per_year").size() >= 2, controller::toString);
        assertTrue(controller.path("economics").path("strategic_stock").has("proposed"));
        assertTrue(
                controller.path("steps").toString().contains("[\"stepEconomics\",\"best cover"), controller::toString);
        assertEquals("SLA", byHand.path("rationale").asText());
        assertNodeOf(byHand, controller);
        JsonNode orderCost = item(record, "pump-seal").path("overrides").path(0);
        assertEquals("order_cost", orderCost.path("field").asText());
        assertNodeOf(orderCost, item(record, "pump-seal"));
    }

    /** The value in the reasons says itself who set it, until when and why. */
    private static void assertNodeOf(JsonNode override, JsonNode item) {
        String origin = "override " + override.path("id").asText() + " by planning until 2026-12-31: SLA";
        JsonNode found = StreamSupport.stream(item.path("nodes").spliterator(), false)
                .filter(node -> node.get(2).asText().equals(origin))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no node of " + origin + " in " + item));
        assertEquals(override.path("value").asDouble(), found.get(1).asDouble(), 0);
    }

    private static JsonNode item(List<JsonNode> record, String key) {
        return record.stream()
                .filter(line -> line.path("item").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recordOfARunThatWasGivenUpIsTidiedUp() throws IOException {
        assess();
        Path left = SmallData.write(work.resolve("out.audit/.tmp-0123456789ab"), "half");
        assess();
        assertTrue(Files.notExists(left));
        assertEquals(2, records().size());
    }

    private void assess() {
        Terminal terminal = Terminal.run("assess", data, "--out", out);
        assertEquals(0, terminal.exitCode(), terminal::all);
    }

    private List<Path> records() throws IOException {
        try (var files = Files.list(work.resolve("out.audit"))) {
            return files.sorted().toList();
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<JsonNode> nodes = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                nodes.add(mapper.readTree(line));
            }
            return nodes;
        }
    }
}
