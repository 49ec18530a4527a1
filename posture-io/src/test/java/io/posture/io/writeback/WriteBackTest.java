package io.posture.io.writeback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.io.ItemLocations;
import io.posture.io.input.InputException;
import io.posture.io.run.SmallRun;
import io.posture.io.run.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written and what is refused. A run proposes 5 as safety stock and 12.25, rounded up 13, as reorder point. */
class WriteBackTest {

    private static final Guards NONE = new Guards(Optional.empty(), Optional.empty(), Optional.empty(), false);

    @TempDir
    private Path work;

    private final SmallRun run = new SmallRun();
    private final ItemLocations held = new ItemLocations();
    private Target target = Target.GENERIC;
    private List<Field> fields = List.of();
    private Optional<Approvals> approvals = Optional.empty();
    private Guards guards = NONE;
    private boolean replace;

    @Test
    void onlyChangedFieldsAreWrittenAndAllOthersAreBlank() throws IOException {
        item("a", 2, Held.of(4, 13, 30));
        item("b level", 2, Held.of(5, 9, 30));
        item("c level", 2, Held.of(5, 13, 30));
        assertEquals("""
                item_id,location_id,safety_stock,reorder_point,max\r
                a,1000,5,,\r
                b level,1000,,13,\r
                """, file(export(), ".csv"));
        assertEquals("""
                item_id,location_id,safety_stock,reorder_point,max\r
                a,1000,4,,\r
                b level,1000,,9,\r
                """, file(export(), ".rollback.csv"));
        assertEquals(1, json(export()).at("/rows/unchanged").asInt());
    }

    @Test
    void systemThatClearsEmptyCellsGetsUnchangedFieldsRepeated() throws IOException {
        target = Target.SAP_MM17;
        item("a", 2, Held.of(4, 13, 30).key("000000000000004711"));
        assertEquals("""
                MATNR,WERKS,EISBE,MINBE,MABST\r
                000000000000004711,1000,5,13,30\r
                """, file(export(), ".csv"));
    }

    @Test
    void fieldWithoutAnyCurrentValueIsLeftAloneAndSoSaid() throws IOException {
        target = Target.SAP_MM17;
        item("a level", 2, Held.of(4));
        WriteBack done = export();
        assertEquals("MATNR,WERKS,EISBE\r\na level,1000,5\r\n", file(done, ".csv"));
        assertEquals("max", json(done).at("/left_alone/1").asText());
        assertTrue(done.text().contains("Left alone  reorder_point, max: the data hold no current value"), done::text);
    }

    @Test
    void quantitiesGoUpToTheMultiple() throws IOException {
        item("a", 2, Held.of(4, 9, 30).multiple(6));
        assertTrue(file(export(), ".csv").endsWith("a,1000,6,18,\r\n"));
    }

    @Test
    void orderQuantityFillsUpFromTheReorderPointToTheMaximum() throws IOException {
        target = Target.ERPNEXT;
        item("a level", 2, Held.of(4, 9, 33).multiple(10).minimumOrder(15));
        // the reorder point of 12.25 becomes 20, the maximum 30, and the least that can be ordered is 15, which is 20
        assertTrue(file(export(), ".csv").endsWith("a level,1000,20,20\r\n"));
        assertTrue(file(export(), ".rollback.csv").endsWith("a level,1000,9,24\r\n"));
    }

    @Test
    void valueRaisedAndReducedAreTotalledAtUnitCost() throws IOException {
        item("a", 2, Held.of(1));
        item("b", 10, Held.of(8.5));
        run.itemWithoutCost("c");
        Held.of(1).in(held, "c");
        JsonNode value = json(export()).get("value");
        assertEquals("safety_stock", value.get("field").asText());
        assertEquals(8, value.get("raised").asDouble());
        assertEquals(35, value.get("reduced").asDouble());
        assertEquals(1, value.get("rows_of_unknown_value").asInt());
    }

    @Test
    void onlyApprovedRowsAreWrittenAndApproversCounted() throws IOException {
        item("a", 2, Held.of(1));
        item("b", 2, Held.of(1));
        item("c", 2, Held.of(1));
        approvals = approvals(
                "item_id,location_id,approved_by,approved_on",
                "a,,anna,2026-11-20",
                "b,2000,bert,2026-11-20",
                "c,1000,anna,2026-11-20");
        WriteBack done = export();
        assertEquals(
                "item_id,location_id,safety_stock,reorder_point,max\r\na,1000,5,,\r\nc,1000,5,,\r\n",
                file(done, ".csv"));
        assertEquals(2, json(done).at("/approved_by/anna").asInt());
        assertEquals(1, json(done).at("/rows/not_approved").asInt());
        assertEquals("b @ 2000", json(done).at("/approved_but_not_in_run/0").asText());
    }

    @Test
    void approvalThatDoesNotSayWhoMakesTheWholeFileUnusable() {
        InputException problem =
                assertThrows(InputException.class, () -> approvals("item_id,approved_by,approved_on", "a,,2026-11-20"));
        assertTrue(problem.getMessage().startsWith("approvals.csv:2:2 approved_by is empty"), problem::getMessage);
        InputException noDate = assertThrows(
                InputException.class, () -> approvals("item_id,approved_by,approved_on", "a,anna,20.11.2026"));
        assertTrue(noDate.getMessage().contains("\"20.11.2026\" is not a date"), noDate::getMessage);
    }

    @Test
    void undecidedItemsAreNeverWrittenAndAskedForByNameTheyAreRefused() throws IOException {
        item("lost", 2, Held.of(1));
        item("boom", 2, Held.of(1));
        assertEquals(2, json(export()).at("/rows/not_decided").asInt());
        approvals = approvals("item_id,approved_by,approved_on", "lost,anna,2026-11-20");
        assertEquals(List.of("lost not-decided"), refusals(export()));
    }

    @Test
    void rowWhoseOldValueIsUnknownIsRefused() throws IOException {
        item("a", 2, Held.of(4, 9, 30));
        item("b", 2, Held.nothing());
        run.item("c", 2);
        WriteBack done = export();
        assertEquals(List.of("b old-value-unknown", "c old-value-unknown"), refusals(done));
        assertTrue(
                done.text().contains("[old-value-unknown] nobody knows what is held as safety_stock, reorder_point"));
    }

    @Test
    void rowWithoutRollbackIsWrittenOnDemandAndTheCoverSaysSo() throws IOException {
        item("a", 2, Held.of(4, 9, 30));
        item("b", 2, Held.of(4));
        run.item("c", 2);
        guards = new Guards(Optional.empty(), Optional.empty(), Optional.empty(), true);
        WriteBack done = export();
        assertTrue(file(done, ".csv").endsWith("a,1000,5,13,\r\nb,1000,5,13,\r\nc,DEFAULT,5,12.25,\r\n"));
        assertTrue(file(done, ".rollback.csv").endsWith("max\r\na,1000,4,9,\r\nb,1000,4,,\r\n"));
        assertTrue(done.text().contains("WARNING     2 rows cannot be rolled back in full"), done::text);
        assertEquals(2, json(done).at("/rows/without_rollback").asInt());
    }

    @Test
    void unknownFieldIsNotWrittenToASystemThatWouldClearIt() throws IOException {
        target = Target.SAP_MM17;
        item("a", 2, Held.of(4, 9, 30));
        item("b", 2, Held.of(4));
        guards = new Guards(Optional.empty(), Optional.empty(), Optional.empty(), true);
        assertEquals(List.of("b field-unknown"), refusals(export()));
        fields = List.of(Field.SAFETY_STOCK);
        assertEquals(List.of(), refusals(export()));
    }

    @Test
    void rowBeyondAPercentageIsRefusedAndNotCut() throws IOException {
        item("a", 2, Held.of(4));
        item("b", 2, Held.of(10));
        item("c", 2, Held.of(0));
        guards = new Guards(Optional.of(new BigDecimal(25)), Optional.empty(), Optional.empty(), false);
        WriteBack done = export();
        assertTrue(file(done, ".csv").endsWith("max\r\na,1000,5,,\r\n"));
        assertEquals(List.of("b change-percent", "c change-percent"), refusals(done));
        assertTrue(done.text().contains("safety_stock 10 -> 5 is 50 %, more than 25 %"), done::text);
        assertTrue(done.text().contains("safety_stock 0 -> 5 has no percentage"), done::text);
    }

    @Test
    void rowBeyondAValueIsRefusedAndOneOfUnknownValueToo() throws IOException {
        item("a", 5, Held.of(4));
        item("b", 5.01, Held.of(4));
        run.itemWithoutCost("c");
        Held.of(4).in(held, "c");
        guards = new Guards(Optional.empty(), Optional.of(new BigDecimal(5)), Optional.empty(), false);
        WriteBack done = export();
        assertTrue(file(done, ".csv").endsWith("max\r\na,1000,5,,\r\n"));
        assertEquals(List.of("b change-value", "c change-value"), refusals(done));
        assertTrue(done.text().contains("is worth 5.01, more than 5"), done::text);
    }

    @Test
    void rowThatSeveralGuardsRefuseIsCountedOnceAndListedWithEach() throws IOException {
        item("a", 100, Held.of(50, 90, 300));
        guards = new Guards(Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.TEN), Optional.empty(), false);
        WriteBack done = export();
        assertEquals(1, json(done).at("/rows/refused").asInt());
        assertEquals(
                List.of("a change-percent", "a change-value", "a change-percent", "a change-value"), refusals(done));
        assertTrue(done.text().contains("change-percent: 1\n"), done::text);
    }

    @Test
    void reorderPointAboveTheMaximumIsSaid() throws IOException {
        item("a", 2, Held.of(4, 9, 12));
        item("b", 2, Held.of(4, 9, 13));
        JsonNode crossing = json(export()).get("reorder_point_above_max");
        assertEquals(1, crossing.size());
        assertEquals("a @ 1000", crossing.get(0).asText());
    }

    @Test
    void rowThatMovedSinceTheRunIsRefused() throws IOException {
        ItemLocations now = new ItemLocations();
        item("a", 2, Held.of(4, 9, 30));
        Held.of(4, 9, 30).in(now, "a");
        item("b", 2, Held.of(4, 9, 30));
        Held.of(3, 9, 30).in(now, "b");
        item("c", 2, Held.of(4, 9, 30));
        item("d", 2, Held.of(4, 9, 30));
        Held.of(4, 8, 30).in(now, "d");
        item("e", 2, Held.of(4, 9, 30));
        Held.nothing().in(now, "e");
        guards = new Guards(Optional.empty(), Optional.empty(), Optional.of(now), false);
        WriteBack done = export();
        assertTrue(file(done, ".csv").endsWith("max\r\na,1000,5,13,\r\n"));
        assertEquals(
                List.of("b source-moved", "c gone-from-source", "d source-moved", "e source-moved"), refusals(done));
        assertTrue(done.text().contains("safety_stock was 4, is 3"), done::text);
        assertTrue(done.text().contains("safety_stock was 4, is unknown"), done::text);
    }

    @Test
    void rowWithoutTheKeyOrPlaceThatATargetNeedsIsRefused() throws IOException {
        target = Target.AWS_SC;
        item("a", 2, Held.of(4));
        item("b", 2, Held.of(4).key("p1").at("DEFAULT"));
        item("c", 2, Held.of(4).key("p2"));
        assertEquals(List.of("a no-source-key", "b no-location"), refusals(export()));
    }

    @Test
    void itemAtSeveralPlacesIsRefused() throws IOException {
        item("a", 2, Held.of(4));
        Held.of(4).at("2000").in(held, "a");
        assertEquals(List.of("a several-locations"), refusals(export()));
    }

    @Test
    void nothingToWriteMakesNoFiles() {
        item("a", 2, Held.of(5));
        WriteBack done = export();
        assertEquals(Optional.empty(), done.folder());
        assertFalse(Files.exists(work.resolve("exports")));
        assertTrue(done.text().contains("none, there is nothing to write"), done::text);
    }

    @Test
    void changedRunIsRefused() throws IOException {
        item("a", 2, Held.of(4));
        run.locations(held).into(work.resolve("out"));
        Path register = work.resolve("out/register.csv");
        Files.writeString(register, Files.readString(register).replace("HYBRID", "HYBRIS"));
        ExportRefusedException refused = assertThrows(ExportRefusedException.class, this::exported);
        assertTrue(refused.getMessage().contains("register.csv was changed after the run"), refused::getMessage);
        assertFalse(Files.exists(work.resolve("exports")));
    }

    @Test
    void exportIsNeverOverwrittenUnlessAskedFor() throws IOException {
        item("a", 2, Held.of(4));
        String first = file(export(), ".csv");
        Path folder = export().folder().orElseThrow();
        replace = false;
        ExportRefusedException refused = assertThrows(ExportRefusedException.class, this::exported);
        assertTrue(refused.getMessage().contains("--replace"), refused::getMessage);
        assertEquals(first, read(folder, ".csv"));
        assertEquals(List.of(folder), list(work.resolve("exports")));
    }

    @Test
    void foreignFolderInThePlaceOfAnExportIsNeverReplaced() throws IOException {
        item("a", 2, Held.of(4));
        Path folder = export().folder().orElseThrow();
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThrows(ExportRefusedException.class, this::exported);
        assertEquals("mine", Files.readString(folder.resolve("notes.txt")));
    }

    @Test
    void restOfAStoppedExportIsRemovedAndAnEarlierOnePutBack() throws IOException {
        item("a", 2, Held.of(4));
        Path folder = export().folder().orElseThrow();
        String name = folder.getFileName().toString();
        Files.move(folder, folder.resolveSibling(name + ".previous"));
        Files.createDirectory(folder.resolveSibling(name + ".tmp"));
        Files.writeString(folder.resolveSibling(name + ".tmp").resolve(name + ".csv"), "half");
        replace = false;
        assertThrows(ExportRefusedException.class, this::exported);
        assertEquals(List.of(folder), list(work.resolve("exports")));
        assertTrue(read(folder, ".csv").endsWith("a,1000,5,,\r\n"));
    }

    @Test
    void failedWriteLeavesNothing() throws IOException {
        item("a", 2, Held.of(4));
        run.locations(held).into(work.resolve("out"));
        Files.writeString(work.resolve("exports"), "a file where the folder should be");
        assertThrows(UncheckedIOException.class, this::exported);
        assertEquals(List.of(work.resolve("exports"), work.resolve("out")), list(work));
    }

    @Test
    void runFolderIsAsItWasAndSameRunGivesSameBytes() throws IOException {
        target = Target.ORACLE_SCP;
        item("a", 2, Held.of(4));
        Path first = export().folder().orElseThrow();
        assertTrue(Verification.of(work.resolve("out")).sound());
        byte[] zip = Files.readAllBytes(first.resolve(first.getFileName() + ".zip"));
        byte[] cover = Files.readAllBytes(first.resolve(first.getFileName() + ".cover.txt"));
        Path again = export().folder().orElseThrow();
        assertArrayEquals(zip, Files.readAllBytes(again.resolve(again.getFileName() + ".zip")));
        assertArrayEquals(cover, Files.readAllBytes(again.resolve(again.getFileName() + ".cover.txt")));
        assertTrue(new String(cover, StandardCharsets.UTF_8).contains("columns from memory"));
    }

    @Test
    void exportsDoNotLieInTheRunAndFieldsAreThoseOfTheTarget() {
        assertThrows(ExportRefusedException.class, () -> request(work.resolve("out"), work.resolve("out/exports")));
        target = Target.ODOO;
        fields = List.of(Field.SAFETY_STOCK);
        ExportRefusedException refused =
                assertThrows(ExportRefusedException.class, () -> request(work.resolve("out"), work.resolve("exports")));
        assertEquals("odoo does not take safety_stock. It takes reorder_point, max.", refused.getMessage());
    }

    private void item(String sku, double unitCost, Held today) {
        run.item(sku, unitCost);
        today.in(held, sku);
    }

    /** Exports after the run, in the place of an earlier export. */
    private WriteBack export() {
        run.locations(held).into(work.resolve("out"));
        replace = true;
        return exported();
    }

    private WriteBack exported() {
        return WriteBack.export(request(work.resolve("out"), work.resolve("exports")), notice -> {});
    }

    private WriteBack.Request request(Path from, Path to) {
        return new WriteBack.Request(from, to, target, fields, approvals, guards, false, replace);
    }

    private Optional<Approvals> approvals(String... lines) throws IOException {
        return Optional.of(
                Approvals.read(Files.writeString(work.resolve("approvals.csv"), String.join("\n", lines) + "\n")));
    }

    private static List<String> refusals(WriteBack done) throws JsonProcessingException {
        return StreamSupport.stream(json(done).get("refused").spliterator(), false)
                .map(refusal -> refusal.get("item_id").asText() + " "
                        + refusal.get("reason").asText())
                .toList();
    }

    private static JsonNode json(WriteBack done) throws JsonProcessingException {
        return new ObjectMapper().readTree(done.json());
    }

    private static String file(WriteBack done, String ending) throws IOException {
        return read(done.folder().orElseThrow(), ending);
    }

    private static String read(Path folder, String ending) throws IOException {
        return Files.readString(folder.resolve(folder.getFileName() + ending));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
