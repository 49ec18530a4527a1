package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideCommandTest {

    private static final String EXPIRES = "2027-06-30";
    private static final String HEADER =
            "item_id,location_id,field,value,reason_code,rationale,approved_by,approved_on,expires_on\n";

    @TempDir
    private Path work;

    private Path data = Path.of("");
    private Path out = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void assessOnce() {
        data = SmallData.in(work.resolve("data"));
        out = work.resolve("out");
        file = work.resolve("out.overrides.csv");
        assess();
    }

    @Test
    void safetyStockByHandHoldsInTheNextRunAndMovesTheReorderPoint() throws IOException {
        NamedCsvRecord before = WhatIfCommandTest.row(out, "bolt");
        Terminal terminal = override("bolt", "safety_stock=50", EXPIRES);
        assertEquals(0, terminal.exitCode(), terminal::all);
        assess();
        NamedCsvRecord after = WhatIfCommandTest.row(out, "bolt");
        assertEquals("50", after.getField("safety_stock_qty"));
        assertEquals("OVERRIDE", after.getField("reason_code"));
        assertTrue(after.getField("override_id").matches("OV-[0-9a-f]{12}"), after::toString);
        double moved = number(after, "reorder_point") - number(before, "reorder_point");
        assertEquals(50 - number(before, "safety_stock_qty"), moved, 1e-9);
        assertEquals("", WhatIfCommandTest.row(out, "nut").getField("override_id"));
        assertEquals(0, Terminal.run("verify", out).exitCode());
    }

    @Test
    void reasonTreeKeepsTheOriginalValueAndSaysWhoSetTheNewOne() throws IOException {
        double before = number(WhatIfCommandTest.row(out, "bolt"), "safety_stock_qty");
        override("bolt", "safety_stock=50", EXPIRES);
        assess();
        JsonNode tree = new ObjectMapper()
                .readTree(Terminal.run("why", "bolt", "--run", out, "--json").out());
        JsonNode byHand = StreamSupport.stream(tree.path("nodes").spliterator(), false)
                .filter(node -> node.path("kind").asText().equals("override"))
                .filter(node -> node.path("name").asText().equals("safetyStock"))
                .findFirst()
                .orElseThrow();
        assertEquals(50, byHand.path("value").asDouble());
        assertEquals("planning", byHand.path("override").path("approved_by").asText());
        assertEquals(EXPIRES, byHand.path("override").path("expires_on").asText());
        String original = byHand.path("inputs").path(0).asText();
        JsonNode computed = StreamSupport.stream(tree.path("nodes").spliterator(), false)
                .filter(node -> node.path("id").asText().equals(original))
                .findFirst()
                .orElseThrow();
        assertEquals(before, computed.path("value").asDouble());
        String page = Terminal.run("why", "bolt", "--run", out).out();
        assertTrue(page.contains("safety_stock set by hand, CONTRACT: SLA with the customer (planning"), page);
    }

    @Test
    void postureAndFactsCanBeSetToo() throws IOException {
        override("bolt", "posture=JIC", EXPIRES);
        override("nut", "service_target=0.9999", EXPIRES);
        override("nut", "ttr_days=90", EXPIRES);
        assess();
        assertEquals("JIC", WhatIfCommandTest.row(out, "bolt").getField("posture"));
        NamedCsvRecord nut = WhatIfCommandTest.row(out, "nut");
        assertEquals("0.9999", nut.getField("service_target"));
        assertEquals(2, nut.getField("override_id").split(";", -1).length);
    }

    @Test
    void expiredOverrideIsNotAppliedAndReported() throws IOException {
        SmallData.write(file, HEADER + "bolt,,safety_stock,50,CONTRACT,SLA,planning,2026-01-01,2026-02-01\n");
        Terminal terminal = assess();
        NamedCsvRecord row = WhatIfCommandTest.row(out, "bolt");
        assertFalse(row.getField("safety_stock_qty").equals("50"), row::toString);
        assertEquals("", row.getField("override_id"));
        assertTrue(
                terminal.out()
                        .replaceAll("\\s+", " ")
                        .contains("safety_stock of bolt = 50 by planning until 2026-02-01"),
                terminal::out);
        Terminal review = Terminal.run("review", "--run", out);
        assertTrue(review.out().contains("OVERRIDE_EXPIRED"), review::out);
    }

    @Test
    void newerOverrideTakesThePlaceOfAnOlderOne() throws IOException {
        SmallData.write(
                file,
                HEADER + "bolt,,safety_stock,60,CONTRACT,later,planning,2026-09-02,2027-02-01\n"
                        + "bolt,,safety_stock,50,CONTRACT,SLA,planning,2026-09-01,2027-02-01\n");
        Terminal terminal = assess();
        assertEquals("60", WhatIfCommandTest.row(out, "bolt").getField("safety_stock_qty"));
        assertTrue(terminal.out().contains("a newer one holds in its place"), terminal::out);
    }

    @Test
    void overrideOfLaterIsNotYetApplied() throws IOException {
        SmallData.write(file, HEADER + "bolt,,safety_stock,50,CONTRACT,SLA,planning,2027-01-01,2027-02-01\n");
        Terminal terminal = assess();
        assertEquals("", WhatIfCommandTest.row(out, "bolt").getField("override_id"));
        assertTrue(terminal.out().contains("set by hand, begins after"), terminal::out);
    }

    @Test
    void rowsThatCannotBeUsedAreSetAside() throws IOException {
        SmallData.write(
                file,
                HEADER + "bolt,,safety_stok,50,CONTRACT,SLA,planning,2026-09-01,2027-02-01\n"
                        + "bolt,,safety_stock,many,CONTRACT,SLA,planning,2026-09-01,2027-02-01\n"
                        + "bolt,,safety_stock,50,CONTRACT,,planning,2026-09-01,2027-02-01\n"
                        + "bolt,,safety_stock,50,CONTRACT,SLA,planning,2026-09-01,\n"
                        + "bolt,,safety_stock,50,CONTRACT,SLA,planning,2026-09-01,2026-08-01\n"
                        + "blot,,safety_stock,50,CONTRACT,SLA,planning,2026-09-01,2027-02-01\n"
                        + "bolt,moon,safety_stock,50,CONTRACT,SLA,planning,2026-09-01,2027-02-01\n"
                        + "bolt,,safety_stock,50,because of me,SLA,planning,2026-09-01,2027-02-01\n");
        // what was written down once keeps no later run out
        Terminal terminal = assess();
        assertTrue(terminal.out().contains("the items table does not have the item (any more): blot"), terminal::out);
        String rejects = Files.readString(out.resolve("rejects.csv"));
        assertEquals(8, rejects.lines().count(), rejects);
        assertTrue(rejects.contains("Maybe 'safety_stock' is meant"), rejects);
        for (String code : List.of("E-OVR-001", "E-OVR-002", "E-KEY-001")) {
            assertTrue(rejects.contains(code), () -> code + " " + rejects);
        }
        assertEquals("", WhatIfCommandTest.row(out, "bolt").getField("override_id"));
    }

    @Test
    void overrideOfAnItemThatLeavesTheCatalogueKeepsNoRunOut() throws IOException {
        override("washer", "safety_stock=50", EXPIRES);
        for (String table : List.of("items.csv", "demand.csv", "receipts.csv")) {
            Path moved = data.resolve(table);
            Files.writeString(moved, Files.readString(moved).replace("washer", "seal"));
        }
        Terminal terminal = assess();
        assertTrue(terminal.out().contains("does not have the item (any more): washer"), terminal::out);
    }

    @Test
    void overrideThatLastsLongerThanTwoReviewsIsWarnedOf() {
        Terminal terminal = override("bolt", "safety_stock=50", EXPIRES);
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains("longer than two reviews"), terminal::err);
        assertFalse(override("bolt", "safety_stock=50", "2026-10-31").err().contains("two reviews"));
    }

    @Test
    void runWithoutDataIsDecidedAsTheLastOne() throws IOException {
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\nmax_reject_rate: 0.5\n");
        Terminal.run("assess", data, "--out", out, "--policy", policy, "--as-of", "2026-08-10");
        String manifest = Files.readString(out.resolve("manifest.json"));
        Terminal again = Terminal.run("assess", "--out", out);
        assertEquals(0, again.exitCode(), again::all);
        assertTrue(again.err().contains("as the last run in"), again::err);
        ObjectMapper mapper = new ObjectMapper();
        assertEquals(
                mapper.readTree(manifest).path("run_id"),
                mapper.readTree(Files.readString(out.resolve("manifest.json"))).path("run_id"));
    }

    @Test
    void overrideForWhichThereIsNothingIsSaidAndNotApplied() throws IOException {
        Files.delete(data.resolve("receipts.csv"));
        Files.delete(data.resolve("suppliers.csv"));
        SmallData.write(file, HEADER + "bolt,,ttr_days,50,CONTRACT,SLA,planning,2026-09-01,2027-02-01\n");
        assess();
        NamedCsvRecord row = WhatIfCommandTest.row(out, "bolt");
        assertTrue(row.getField("warnings").contains("OVERRIDE_NOT_APPLIED"), row::toString);
    }

    @Test
    void whoWhyAndUntilWhenAreNeeded() {
        for (String option : List.of("--reason", "--rationale", "--by", "--expires")) {
            List<Object> words = new ArrayList<>(words("bolt", "safety_stock=50", EXPIRES));
            int at = words.indexOf(option);
            words.subList(at, at + 2).clear();
            Terminal terminal = Terminal.run(words.toArray());
            assertEquals(2, terminal.exitCode(), terminal::all);
            assertTrue(
                    terminal.err().contains("Missing required option")
                            && terminal.err().contains(option),
                    terminal::all);
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void badInputIsRefusedAndNothingIsWritten() {
        refused("no item 'blot'", "blot", "safety_stock=50", EXPIRES);
        refused("Maybe 'safety_stock' is meant", "bolt", "safety_stok=50", EXPIRES);
        refused("must be a whole number from 0 to 1e15", "bolt", "safety_stock=-1", EXPIRES);
        refused("must be a whole number from 0 to 1e15", "bolt", "order_qty=12.7", EXPIRES);
        refused("must be a whole number from 0 to 1e15", "bolt", "safety_stock=1e300", EXPIRES);
        refused("days run from 1970-01-01 to 2036-10-05", "bolt", "safety_stock=50", "2099-12-31");
        refused("must be a whole number from 0 to 1e15", "bolt", "safety_stock=unknown", EXPIRES);
        refused("must be one of [JIT, HYBRID, JIC]", "bolt", "posture=LEAN", EXPIRES);
        refused("must be written FIELD=VALUE", "bolt", "safety_stock", EXPIRES);
        refused("so it would never hold", "bolt", "safety_stock=50", "2026-10-01", "--on", "2026-09-01");
        refused("before it is approved", "bolt", "safety_stock=50", "2026-10-01");
        refused("is not a day", "bolt", "safety_stock=50", "tomorrow");
        refused("does not decide on bolt at place 'moon'", "bolt", "safety_stock=50", EXPIRES, "--location", "moon");
        refused("takes for a formula", "bolt", "safety_stock=50", EXPIRES, "--by", "=cmd");
        refused("takes for a formula", "bolt", "safety_stock=50", EXPIRES, "--rationale", "a\nb");
        refused("must be a code", "bolt", "safety_stock=50", EXPIRES, "--reason", "because");
        assertFalse(Files.exists(file));
    }

    @Test
    void fileThatIsNoTableOfOverridesIsLeftAlone() throws IOException {
        SmallData.write(file, "a;b\n1;2\n");
        Terminal terminal = override("bolt", "safety_stock=50", EXPIRES);
        assertEquals(3, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains("Nothing was added"), terminal::all);
        assertEquals("a;b\n1;2\n", Files.readString(file));
    }

    @Test
    void overrideWaitsForNoRunThatIsBeingWritten() throws IOException {
        SmallData.write(work.resolve("out.lock"), "1 elsewhere x");
        Terminal terminal = override("bolt", "safety_stock=50", EXPIRES);
        assertEquals(5, terminal.exitCode(), terminal::all);
        assertFalse(Files.exists(file));
    }

    @Test
    void theSameOverrideHasTheSameKeyAndIsPrintedAsJson() throws IOException {
        List<Object> words = words("bolt", "safety_stock=50", EXPIRES);
        words.add("--json");
        JsonNode first =
                new ObjectMapper().readTree(Terminal.run(words.toArray()).out());
        JsonNode again =
                new ObjectMapper().readTree(Terminal.run(words.toArray()).out());
        assertEquals(first, again);
        assertEquals(3, Files.readAllLines(file).size());
    }

    @Test
    void runAfterAnOverrideIsReadAgainWithIt() {
        override("bolt", "safety_stock=50", EXPIRES);
        Terminal changed = Terminal.run("whatif", "bolt", "--set", "on_hand=1", "--run", out);
        assertEquals(2, changed.exitCode(), changed::all);
        assertTrue(changed.err().contains("out.overrides.csv is new"), changed::all);
        assess();
        Terminal whatif = Terminal.run("whatif", "bolt", "--set", "on_hand=1", "--run", out, "--json");
        assertEquals(0, whatif.exitCode(), whatif::all);
        assertTrue(whatif.out().contains("\"safety_stock_qty\" : \"50\""), whatif::out);
    }

    private void refused(String message, Object item, Object assignment, Object expires, Object... more) {
        List<Object> words = words(item, assignment, expires);
        for (int i = 0; i < more.length; i += 2) {
            int at = words.indexOf(more[i]);
            if (at >= 0) {
                words.set(at + 1, more[i + 1]);
            } else {
                words.addAll(List.of(more[i], more[i + 1]));
            }
        }
        Terminal terminal = Terminal.run(words.toArray());
        assertEquals(2, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains(message), terminal::all);
    }

    private Terminal override(Object item, Object assignment, Object expires) {
        return Terminal.run(words(item, assignment, expires).toArray());
    }

    private List<Object> words(Object item, Object assignment, Object expires) {
        return new ArrayList<>(List.of(
                "override",
                item,
                assignment,
                "--reason",
                "CONTRACT",
                "--rationale",
                "SLA with the customer",
                "--by",
                "planning",
                "--expires",
                expires,
                "--run",
                out));
    }

    private Terminal assess() {
        Terminal terminal = Terminal.run("assess", data, "--out", out);
        assertEquals(0, terminal.exitCode(), terminal::all);
        return terminal;
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
