package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfCommandTest {

    @TempDir
    private Path work;

    private Path data = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void assess() {
        data = SmallData.in(work.resolve("data"));
        out = work.resolve("out");
        Terminal terminal = Terminal.run("assess", data, "--out", out);
        assertEquals(0, terminal.exitCode(), terminal::all);
    }

    @Test
    void answerIsThatOfARunOnDataChangedSo() throws IOException {
        JsonNode after = json("bolt", "unit_cost=9").path("after");
        Path items = data.resolve("items.csv");
        Files.writeString(items, Files.readString(items).replace("bolt,C62,4,", "bolt,C62,9,"));
        Path other = work.resolve("other");
        assertEquals(0, Terminal.run("assess", data, "--out", other).exitCode());
        NamedCsvRecord row = row(other, "bolt");
        for (String column : row.getHeader()) {
            JsonNode cell = after.path(column);
            if (column.equals("review_due")) {
                continue; // a matter of the run
            }
            assertEquals(row.getField(column), cell.isNull() ? "" : cell.asText(), column);
        }
    }

    @Test
    void longerLeadTimeAndHigherServiceNeedMoreStock() throws IOException {
        double today = json("bolt", "on_hand=1")
                .path("before")
                .path("safety_stock_qty")
                .asDouble();
        assertTrue(json("bolt", "lead_time_sd=9")
                        .path("after")
                        .path("safety_stock_qty")
                        .asDouble()
                > today);
        JsonNode served = json("bolt", "service_target=0.9999");
        assertEquals("0.9999", served.path("after").path("service_target").asText());
        assertTrue(served.path("after").path("safety_stock_qty").asDouble() >= today);
    }

    @Test
    void scaledDemandScalesTheReorderPoint() throws IOException {
        JsonNode answer = json("bolt", "demand_mean=0");
        assertEquals(
                "0.0",
                Double.toString(answer.path("after").path("reorder_point").asDouble()));
        assertNotEquals(0, answer.path("before").path("reorder_point").asDouble());
    }

    @Test
    void pageShowsBothDecisionsAndTheReasonsThatChanged() {
        Terminal terminal = Terminal.run("whatif", "bolt", "--set", "lead_time_sd=9", "--run", out);
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertTrue(terminal.out().contains("bolt what if lead_time_sd = 9 (is 0.5"), terminal::out);
        assertTrue(terminal.out().contains("* safety_stock_qty"), terminal::out);
        assertTrue(terminal.out().contains("leadTimeSdDays: "), terminal::out);
    }

    @Test
    void nothingIsWritten() throws IOException {
        List<String> before = listing();
        json("bolt", "lead_time_sd=9");
        assertEquals(before, listing());
    }

    @Test
    void factsAreListedWithTheirValues() {
        Terminal terminal = Terminal.run("whatif", "bolt", "--facts", "--run", out);
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertTrue(terminal.out().contains("unit_cost"), terminal::out);
        assertTrue(terminal.out().contains("unknown"), terminal::out);
        Terminal json = Terminal.run("whatif", "bolt", "--facts", "--run", out, "--json");
        assertTrue(json.out().contains("\"unit_cost\" : \"4\""), json::out);
    }

    @Test
    void unknownFactNamesTheNearest() {
        refused("no fact 'lead_time_ds'. Maybe 'lead_time_sd'", "bolt", "--set", "lead_time_ds=2");
    }

    @Test
    void badInputIsRefusedInWords() {
        refused("must be a number above 0", "bolt", "--set", "unit_cost=-1");
        refused("must be a number above 0", "bolt", "--set", "unit_cost=NaN");
        refused("must be a number above 0", "bolt", "--set", "unit_cost=1,5");
        refused("must be a whole number from 1 to 100", "bolt", "--set", "qualified_sources=1.5");
        refused("must be one of [halt, contract, degrade, minor]", "bolt", "--set", "criticality_class=bad");
        refused("must be written NAME=VALUE", "bolt", "--set", "unit_cost");
        refused("say what would be different", "bolt");
        refused("no item 'blot'", "blot", "--set", "unit_cost=1");
        refused("no item 'bolt @ moon'", "bolt", "--location", "moon", "--set", "unit_cost=1");
    }

    @Test
    void changedDataAreRefused() throws IOException {
        Files.writeString(data.resolve("suppliers.csv"), "supplier_id,name,country\nV1,Acme,FR\n");
        refused("what the run in", "bolt", "--set", "unit_cost=1");
    }

    private void refused(String message, Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "whatif";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--run";
        all[words.length + 2] = out;
        Terminal terminal = Terminal.run(all);
        assertEquals(2, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains(message), terminal::all);
        assertFalse(terminal.err().contains("Exception"), terminal::all);
    }

    private JsonNode json(String item, String change) throws IOException {
        Terminal terminal = Terminal.run("whatif", item, "--set", change, "--run", out, "--json");
        assertEquals(0, terminal.exitCode(), terminal::all);
        return new ObjectMapper().readTree(terminal.out());
    }

    static NamedCsvRecord row(Path run, String item) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(run.resolve("register.csv"))) {
            return rows.stream()
                    .filter(row -> row.getField("item_id").equals(item))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> listing() throws IOException {
        try (var files = Files.walk(work)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
