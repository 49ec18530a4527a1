package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input as a planner meets it: the message, the exit code, and that nothing is lost. */
class BadInputAcceptanceTest {

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void soundData() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        write("items.csv", "item_id,unit_cost", "bolt,2.5", "nut,1.5");
        StringBuilder demand = new StringBuilder("item_id,date,quantity\n");
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int week = 0; week < 104; week++) {
            demand.append("bolt,")
                    .append(day.plusWeeks(week))
                    .append(",")
                    .append(90 + week % 7)
                    .append("\n");
            demand.append("nut,")
                    .append(day.plusWeeks(week))
                    .append(",")
                    .append(40 + week % 3)
                    .append("\n");
        }
        Files.writeString(data.resolve("demand.csv"), demand);
    }

    @Test
    void missingFileIsNamed() {
        Terminal run = assess(folder.resolve("nowhere"));
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("nowhere"), run.err());
    }

    @Test
    void emptyFileIsSaidToBeEmpty() throws IOException {
        Files.writeString(data.resolve("items.csv"), "");
        refused(3, "items.csv", "empty");
    }

    @Test
    void headerOnlyIsSaid() throws IOException {
        write("items.csv", "item_id,unit_cost");
        refused(3, "items.csv", "header");
    }

    @Test
    void missingColumnListsTheHeaderAndTheNearestName() throws IOException {
        write("items.csv", "item_idd,unit_cost", "bolt,2.5");
        refused(3, "item_id", "item_idd");
    }

    @Test
    void ratingOutsideItsScaleIsSetAsideWithItsPlace() throws IOException {
        write("items.csv", "item_id,unit_cost,severity,occurrence,detection", "bolt,2.5,11,1,1", "nut,1.5,7.5,1,1");
        Terminal check = Terminal.run("check", data);
        assertTrue(check.err().contains("items.csv:2:3 [E-NUM-002] severity \"11\""), check.err());
        assertTrue(
                check.err()
                        .contains(
                                "items.csv:3:3 [E-NUM-002] severity \"7.5\" is not a whole number from 1 to 10."
                                        + " Ratings have no halves. Leave the cell empty if unknown. Row set aside in rejects.csv."),
                check.err());
    }

    @Test
    void priceOfAnUnknownItemIsSetAsideWithItsPlace() throws IOException {
        write("price_breaks.csv", "item_id,min_qty,unit_price,kind", "screw,100,0.5,", "bolt,100,0.5,per_box");
        Terminal check = Terminal.run("check", data);
        assertTrue(check.err().contains("price_breaks.csv:2:1 [E-KEY-003] item_id \"screw\""), check.err());
        assertTrue(check.err().contains("price_breaks.csv:3:4 [E-CODE-001] kind \"per_box\""), check.err());
    }

    @Test
    void windowThatEndsBeforeItBeginsIsRefusedWithItsLine() throws IOException {
        Path policy = Files.writeString(folder.resolve("posture.yaml"), """
                posture: v1
                periods:
                  disrupted: {from: 2024-12-31, to: 2024-06-01}
                """);
        Terminal run = Terminal.run("assess", data, "--policy", policy, "--out", folder.resolve("out"));
        assertEquals(2, run.exitCode(), run::all);
        assertTrue(
                run.err().contains("posture.yaml:3 periods.disrupted.to must not be before from 2024-12-31"),
                run.err());
    }

    @Test
    void wrongCellIsSetAsideWithItsPlace() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,2.5", "nut,n/a");
        Terminal check = Terminal.run("check", data);
        assertTrue(check.err().contains("items.csv:3:2 [E-NUM-003] unit_cost \"n/a\" is not a number"), check.err());
    }

    @Test
    void contradictingItemsAreBothSetAside() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,2.5", "nut,1.5", "nut,1.6");
        Terminal check = Terminal.run("check", data);
        assertTrue(check.err().contains("items.csv:3:2") && check.err().contains("items.csv:4:2"), check.err());
    }

    @Test
    void tooManyRejectsWriteNothing() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,2.5", "nut,n/a");
        refused(3, "1 of 2 rows", "rejected");
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void receiptBeforeItsOrderIsSetAsideAndCounted() throws IOException {
        StringBuilder receipts =
                new StringBuilder("item_id,supplier_id,order_date,receipt_date,ordered_qty,received_qty\n");
        for (int i = 0; i < 30; i++) {
            receipts.append("bolt,V1,2025-0")
                    .append(1 + i % 9)
                    .append("-01,2025-0")
                    .append(1 + i % 9)
                    .append("-11,5,5\n");
        }
        receipts.append("bolt,V1,2025-03-10,2025-03-01,5,5\n");
        Files.writeString(data.resolve("receipts.csv"), receipts);
        Terminal run = assess(data);
        assertEquals(0, run.exitCode(), run.err());
        JsonNode table = table("receipts");
        assertEquals(31, table.get("read").asInt());
        assertEquals(30, table.get("used").asInt());
        assertEquals(1, table.get("rejected").asInt());
        assertTrue(Files.readString(folder.resolve("out/rejects.csv")).contains("2025-03-01"));
    }

    @Test
    void supplierThatNobodyDescribesIsARiskAndNotARejection() throws IOException {
        write("sourcing.csv", "item_id,supplier_id,lead_time_days", "bolt,V9,10", "nut,V9,10");
        Terminal run = assess(data);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(0, table("sourcing").get("rejected").asInt());
        assertTrue(run.out().contains("the risk of suppliers is unknown: V9"), run.out());
        assertFalse(register("bolt").contains(",JIT,"), register("bolt"));
    }

    @Test
    void itemWithoutLeadTimeIsUndecidedAndNeverZero() throws IOException {
        Terminal run = assess(data);
        assertEquals(0, run.exitCode(), run.err());
        String bolt = register("bolt");
        assertTrue(bolt.contains("REVIEW_DATA") && bolt.contains("leadTime"), bolt);
        assertTrue(run.out().contains("leadTime"), run.out());
    }

    @Test
    void itemWithoutDemandIsUndecided() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,2.5", "nut,1.5", "new,9");
        assertEquals(0, assess(data).exitCode());
        assertTrue(register("new").contains("REVIEW_DATA"), register("new"));
    }

    @Test
    void oneReceiptSizesABufferButNoLeanLine() throws IOException {
        write(
                "receipts.csv",
                "item_id,supplier_id,order_date,promised_date,receipt_date,ordered_qty,received_qty",
                "bolt,V1,2025-03-01,2025-03-10,2025-03-08,100,100");
        assertEquals(0, assess(data).exitCode());
        String bolt = register("bolt");
        assertTrue(bolt.contains("bolt,DEFAULT,HYBRID,") || bolt.contains("bolt,DEFAULT,JIC,"), bolt);
        Terminal why = Terminal.run("why", "bolt", "--run", folder.resolve("out"));
        assertTrue(why.out().contains("safetyStock"), why.out());
        assertFalse(why.out().contains("safetyStock: 0 pieces"), why.out());
    }

    @Test
    void misspeltPolicyKeyNamesTheNearest() throws IOException {
        Path policy = Files.writeString(folder.resolve("posture.yaml"), "posture: v1\ncurency: EUR\n");
        Terminal run = Terminal.run("assess", data, "--policy", policy, "--out", folder.resolve("out"));
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("curency") && run.err().contains("currency"), run.err());
    }

    @Test
    void folderOfSomebodyElseIsRefused() throws IOException {
        Path foreign = Files.createDirectories(folder.resolve("thesis"));
        Files.writeString(foreign.resolve("chapter1.txt"), "precious");
        Terminal run = Terminal.run("assess", data, "--out", foreign);
        assertEquals(2, run.exitCode());
        assertEquals("precious", Files.readString(foreign.resolve("chapter1.txt")));
    }

    @Test
    void missingPluginsFolderIsNamed() {
        Terminal run =
                Terminal.run("assess", data, "--plugins", folder.resolve("plugins"), "--out", folder.resolve("out"));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("there is no plugins folder"), run.err());
    }

    @Test
    void secondRunKeepsTheFirstAsThePrevious() {
        assertEquals(0, assess(data).exitCode());
        assertEquals(0, assess(data).exitCode());
        assertTrue(Files.isRegularFile(folder.resolve("out/manifest.json")));
        assertTrue(Files.isRegularFile(folder.resolve("out.previous/manifest.json")));
    }

    private Terminal assess(Path from) {
        return Terminal.run("assess", from, "--out", folder.resolve("out"));
    }

    private void refused(int exitCode, String... said) {
        Terminal run = assess(data);
        assertEquals(exitCode, run.exitCode(), run.err());
        Arrays.stream(said).forEach(words -> assertTrue(run.err().contains(words), run.err()));
    }

    private String register(String item) throws IOException {
        return Files.readAllLines(folder.resolve("out/register.csv")).stream()
                .filter(line -> line.startsWith(item + ","))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode table(String name) throws IOException {
        for (JsonNode input : new ObjectMapper()
                .readTree(folder.resolve("out/manifest.json").toFile())
                .get("inputs")) {
            for (JsonNode table : input.get("tables")) {
                if (table.get("table").asText().equals(name)) {
                    return table;
                }
            }
        }
        throw new AssertionError("no table " + name);
    }

    private void write(String file, String... lines) throws IOException {
        Files.write(data.resolve(file), List.of(lines));
    }
}
