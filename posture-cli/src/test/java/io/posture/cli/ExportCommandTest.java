package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import io.posture.io.writeback.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From canonical tables through a run to files for the user's system. */
class ExportCommandTest {

    @TempDir
    private Path work;

    private Path data;
    private Path run;
    private Path exports;
    private Path approvals;

    @BeforeEach
    void assess() {
        data = SmallData.in(work.resolve("data"));
        SmallData.write(data.resolve("item_locations.csv"), """
                item_id,location_id,source_key,current_safety_stock,current_reorder_point,current_max
                bolt,1000,000000000000000815,500,600,
                nut,1000,000000000000000816,0,0,
                washer,1000,000000000000000817,,,
                """);
        run = work.resolve("out");
        exports = work.resolve("exports");
        approvals = SmallData.write(
                work.resolve("approvals.csv"),
                "item_id,approved_by,approved_on\nbolt,anna,2026-11-20\nnut,anna,2026-11-20\n");
        Terminal assessed = Terminal.run("assess", data, "--out", run, "--quiet");
        assertEquals(0, assessed.exitCode(), assessed::all);
    }

    @Test
    void registerSaysWhatIsHeldAndWhatToDo() throws IOException {
        List<Map<String, String>> rows = register();
        Map<String, String> bolt = rows.get(0);
        assertEquals("500", bolt.get("current_ss"));
        double proposed = Double.parseDouble(bolt.get("safety_stock_qty"));
        assertEquals(proposed - 500, Double.parseDouble(bolt.get("delta_qty")), 1e-9);
        assertEquals((proposed - 500) * 4, Double.parseDouble(bolt.get("delta_value")), 1e-9); // a bolt costs 4
        assertEquals(proposed > 0 ? "REDUCE" : "RELEASE", bolt.get("action"));
        assertEquals("", rows.get(2).get("current_ss"));
        assertEquals("", rows.get(2).get("action"));
    }

    @Test
    void approvedItemsAreWrittenWithTheKeyOfTheSourceToTheLetter() throws IOException {
        Terminal export =
                Terminal.run("export", "--to", "sap-mm17", "--run", run, "--out", exports, "--approvals", approvals);
        assertEquals(0, export.exitCode(), export::all);
        Path folder = only(exports);
        List<String> lines = Files.readAllLines(folder.resolve(folder.getFileName() + ".csv"));
        List<String> undo = Files.readAllLines(folder.resolve(folder.getFileName() + ".rollback.csv"));
        assertEquals("MATNR,WERKS,EISBE,MINBE", lines.get(0));
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.get(1).startsWith("000000000000000815,1000,"), lines::toString);
        assertEquals("000000000000000815,1000,500,600", undo.get(1));
        assertEquals("000000000000000816,1000,0,0", undo.get(2));
        assertEquals(export.out(), Files.readString(folder.resolve(folder.getFileName() + ".cover.txt")));
        assertTrue(export.out().contains("1 not approved"), export::out);
        assertEquals(0, Terminal.run("verify", run).exitCode());
    }

    @Test
    void withoutApprovalsNothingIsWrittenAndItSaysHowToApprove() {
        Terminal export = Terminal.run("export", "--to", "generic", "--run", run, "--out", exports);
        assertEquals(2, export.exitCode());
        assertTrue(export.err().contains("item_id,approved_by,approved_on"), export::err);
        assertTrue(export.err().contains("--only all"), export::err);
        assertFalse(Files.exists(exports));
    }

    @Test
    void coverSheetIsADocumentOnDemand() throws JsonProcessingException {
        Terminal export =
                Terminal.run("export", "--to", "generic", "--run", run, "--out", exports, "--only", "all", "--json");
        JsonNode document = new ObjectMapper().readTree(export.out());
        assertEquals("posture/export/v1", document.get("schema").asText());
        assertEquals("verified", document.get("status").asText());
        assertEquals(2, document.at("/rows/written").asInt());
        assertEquals("washer", document.at("/refused/0/item_id").asText());
        assertEquals("old-value-unknown", document.at("/refused/0/reason").asText());
        assertEquals(2, document.get("files").size());
    }

    @Test
    void sourceThatMovedSinceTheRunIsRefusedRowByRow() {
        Path now = SmallData.write(work.resolve("now.csv"), """
                item_id,location_id,current_safety_stock,current_reorder_point,current_max
                bolt,1000,499,600,
                nut,1000,0,0,
                """);
        Terminal export = Terminal.run(
                "export",
                "--to",
                "generic",
                "--run",
                run,
                "--out",
                exports,
                "--approvals",
                approvals,
                "--current",
                now);
        assertEquals(0, export.exitCode(), export::all);
        assertTrue(
                export.out().contains("bolt @ 1000 [source-moved] moved since the run: safety_stock was 500, is 499"),
                export::out);
        assertTrue(export.out().contains("1 written"), export::out);
    }

    @Test
    void secondExportOfARunIsRefusedWithoutReplace() {
        Object[] words = {"export", "--to", "generic", "--run", run, "--out", exports, "--only", "all"};
        assertEquals(0, Terminal.run(words).exitCode());
        Terminal again = Terminal.run(words);
        assertEquals(2, again.exitCode());
        assertTrue(again.err().contains("holds an export of this run already"), again::err);
    }

    @Test
    void changedRunIsNotExported() throws IOException {
        Path proposals = run.resolve("proposals.jsonl");
        Files.writeString(proposals, Files.readString(proposals).replace("500", "501"));
        Terminal export = Terminal.run("export", "--to", "generic", "--run", run, "--out", exports, "--only", "all");
        assertEquals(2, export.exitCode());
        assertTrue(export.err().contains("proposals.jsonl was changed after the run"), export::err);
        assertFalse(Files.exists(exports));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--to sap | there is no target 'sap'",
                "--to generic --only some | --only is approved or all",
                "--to generic --only all --decimal x | --decimal is . or ,",
                "--to generic --only all --fields stock | there is no field 'stock'",
                "--to odoo --only all --fields safety_stock | odoo does not take safety_stock",
                "--to generic --only all --max-change-pct -1 | must be at least 0",
                "--to generic --only all --approvals x.csv | has no effect"
            })
    void wrongUseIsSaidAndNothingWritten(String words, String said) {
        Object[] arguments = (words + " --out " + exports + " --run " + run).split(" ", -1);
        Object[] all = new Object[arguments.length + 1];
        all[0] = "export";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Terminal export = Terminal.run(all);
        assertEquals(2, export.exitCode(), export::all);
        assertTrue(export.err().contains(said), export::err);
        assertFalse(Files.exists(exports));
    }

    @Test
    void missingRunIsSaid() {
        Terminal export = Terminal.run("export", "--to", "generic", "--run", work.resolve("none"), "--only", "all");
        assertEquals(2, export.exitCode());
        assertTrue(export.err().contains("there is no run in"), export::err);
    }

    @Test
    void helpNamesEveryTargetWithItsStatus() {
        String help = Terminal.run("export", "--help").out();
        for (Target target : Target.values()) {
            assertTrue(
                    help.lines()
                            .anyMatch(line -> line.contains(" " + target.id() + " ")
                                    && line.contains(target.status().id())),
                    () -> target.id() + " in " + help);
        }
    }

    private List<Map<String, String>> register() throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(run.resolve("register.csv"))) {
            return csv.stream()
                    .map(row -> row.getFieldsAsMap().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .toList();
        }
    }

    private static Path only(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            List<Path> all = entries.toList();
            assertEquals(1, all.size(), all::toString);
            return all.get(0);
        }
    }
}
