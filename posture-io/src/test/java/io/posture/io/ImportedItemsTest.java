package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.FailureRating;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.PriceBreak;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an item takes from the tables beyond cost and criticality. */
class ImportedItemsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void minimum() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,0.20", "nut,1");
        write("demand.csv", "item_id,date,quantity", "bolt,2025-01-06,10", "nut,2025-01-13,5");
    }

    @Test
    void failureModeIsRatedByAllThreeRatingsOnly() throws IOException {
        write("items.csv", "item_id,unit_cost,severity,occurrence,detection", "bolt,1,10,2,5", "nut,1,7,,3");
        Import read = read();
        assertEquals(
                Optional.of(new FailureRating(10, 2, 5)), item(read, "bolt").failureRating());
        assertEquals(Optional.empty(), item(read, "nut").failureRating());
        assertEquals(
                new Note(
                        Note.Code.RATING_INCOMPLETE,
                        "items with a part of severity, occurrence and detection only; a failure is rated by all three",
                        1),
                note(read, Note.Code.RATING_INCOMPLETE).orElseThrow());
    }

    @Test
    void shortageCostsMayBeGivenPerPieceDayOrAsMargin() throws IOException {
        write(
                "items.csv",
                "item_id,unit_cost,stockout_cost_per_unit,stockout_cost_per_day,unit_margin",
                "bolt,1,7,900,-3",
                "nut,1,,,");
        Import read = read();
        assertEquals(7, item(read, "bolt").shortageCost().orElseThrow());
        assertEquals(900, item(read, "bolt").shortageCostPerDay().orElseThrow());
        assertEquals(-3, item(read, "bolt").unitMargin().orElseThrow());
        assertTrue(item(read, "nut").shortageCostPerDay().isEmpty()
                && item(read, "nut").unitMargin().isEmpty());
    }

    @Test
    void ratingsOutsideTheirScaleAreSetAside() throws IOException {
        write(
                "items.csv",
                "item_id,unit_cost,severity,occurrence,detection",
                "bolt,1,11,2,5",
                "nut,1,7,2.5,3",
                "screw,1,1,1,1");
        write("demand.csv", "item_id,date,quantity", "screw,2025-01-06,10");
        Import read = read();
        assertEquals(
                List.of(
                        "items.csv:2:3 [E-NUM-002] severity \"11\"",
                        "items.csv:3:4 [E-NUM-002] occurrence \"2.5\" is not a whole number from 1 to 10. Ratings have no"
                                + " halves. Leave the cell empty if unknown. Row set aside in rejects.csv."),
                List.of(
                        read.rejects().get(0).text().substring(0, 39),
                        read.rejects().get(1).text()));
    }

    @Test
    void analogueIsNamedAndStrangersAreNoted() throws IOException {
        write("items.csv", "item_id,unit_cost,analogue_item", "bolt,1,nut", "nut,1,", "screw,1,nail");
        Import read = read();
        assertEquals(Optional.of(ItemId.of("nut")), item(read, "bolt").analogue());
        assertEquals(Optional.empty(), item(read, "nut").analogue());
        assertTrue(note(read, Note.Code.ANALOGUE_UNKNOWN).orElseThrow().text().endsWith(": nail"));
    }

    @Test
    void priceBreaksAreSortedByQuantity() throws IOException {
        write(
                "price_breaks.csv",
                "item_id,supplier_id,min_qty,unit_price,kind",
                "bolt,,1000,0.15,incremental",
                "bolt,,0,0.20,incremental");
        assertEquals(
                List.of(new PriceBreak(0, 0.20, true), new PriceBreak(1000, 0.15, true)),
                item(read(), "bolt").priceBreaks());
    }

    @Test
    void priceBreaksOfTheSupplierWithTheLargestShareCount() throws IOException {
        write("sourcing.csv", "item_id,supplier_id,share", "bolt,ACME,0.3", "bolt,Bolts,0.7", "nut,ACME,1");
        write(
                "price_breaks.csv",
                "item_id,supplier_id,min_qty,unit_price",
                "bolt,ACME,0,0.10",
                "bolt,Bolts,0,0.12",
                "bolt,Third,0,0.01",
                "nut,ACME,5,1");
        Import read = read();
        assertEquals(List.of(new PriceBreak(0, 0.12, false)), item(read, "bolt").priceBreaks());
        assertEquals(List.of(new PriceBreak(5, 1, false)), item(read, "nut").priceBreaks());
        assertEquals(1, note(read, Note.Code.SEVERAL_PRICE_LISTS).orElseThrow().rows());
    }

    @Test
    void priceBreaksThatContradictOrBelongToNobodyAreSetAside() throws IOException {
        write(
                "price_breaks.csv",
                "item_id,supplier_id,min_qty,unit_price",
                "bolt,ACME,100,0.10",
                "bolt,ACME,100,0.11",
                "screw,ACME,1,1",
                "nut,ACME,-1,1",
                "nut,ACME,1,0");
        assertEquals(
                List.of("2:4 E-KEY-002", "3:4 E-KEY-002", "4:1 E-KEY-003", "5:3 E-NUM-002", "6:4 E-NUM-002"),
                read().rejects().stream()
                        .map(reject -> reject.line() + ":" + reject.column() + " "
                                + reject.code().id())
                        .toList());
    }

    @Test
    void priceListIsOfOneKind() throws IOException {
        write(
                "price_breaks.csv",
                "item_id,supplier_id,min_qty,unit_price,kind",
                "bolt,ACME,100,0.10,",
                "bolt,ACME,200,0.09,incremental",
                "bolt,Bolts,200,0.09,incremental");
        assertEquals(
                List.of(
                        "price_breaks.csv:3:5 [E-KEY-002] kind \"incremental\" is another kind than that of earlier prices of"
                                + " the item and supplier. A price list is all_units or incremental as a whole. Row set aside in"
                                + " rejects.csv."),
                read().rejects().stream().map(Reject::text).toList());
    }

    @Test
    void exceptionalDemandIsLeftOutAndCounted() throws IOException {
        write(
                "demand.csv",
                "item_id,date,quantity,exceptional",
                "bolt,2025-01-06,10,",
                "bolt,2025-01-07,5000,yes",
                "nut,2025-01-06,1,no");
        Import read = read();
        var account = read.sources().stream()
                .flatMap(source -> source.tables().stream())
                .filter(table -> table.table().equals("demand"))
                .findFirst()
                .orElseThrow();
        assertEquals(Map.of("exceptional-demand-does-not-recur", 1L), account.filtered());
        assertEquals(2, account.used());
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private Import read() {
        return Importer.read(DataSet.of(List.of(folder.toString())), ProfileSettings.DEFAULTS);
    }

    private static Item item(Import read, String sku) {
        return read.population().find(ItemId.of(sku)).orElseThrow().item();
    }

    private static Optional<Note> note(Import read, Note.Code code) {
        return read.notes().stream().filter(note -> note.code() == code).findFirst();
    }
}
