package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.Lifecycle;
import io.posture.io.input.InputException;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.TableAccount;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

    @TempDir
    Path folder;

    @BeforeEach
    void minimum() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,0.20", "nut,");
        write("demand.csv", "item_id,date,quantity", "bolt,2025-01-06,10", "nut,2025-01-13,5");
    }

    @Test
    void itemsAndDemandAreEnough() {
        Import read = read();
        assertEquals(2, read.population().size());
        assertEquals(List.of(), read.rejects());
        assertEquals(new TableAccount("demand", 2, 2, Map.of(), 0, 0, 2), account(read, "demand"));
        assertEquals(
                0.20,
                read.population()
                        .find(ItemId.of("bolt"))
                        .orElseThrow()
                        .item()
                        .unitCost()
                        .orElseThrow());
        assertTrue(read.population()
                .find(ItemId.of("nut"))
                .orElseThrow()
                .item()
                .unitCost()
                .isEmpty());
    }

    @Test
    void theMessageNamesPlaceValueExpectationAndRemedy() throws IOException {
        write("items.csv", "item_id,category,unit_cost", "bolt,screws,n/a", "nut,screws,1");
        write("demand.csv", "item_id,date,quantity", "nut,2025-01-13,5");
        assertEquals(
                List.of("items.csv:2:3 [E-NUM-003] unit_cost \"n/a\" is not a number. Leave the cell empty if unknown."
                        + " Row set aside in rejects.csv."),
                texts(read()));
    }

    @Test
    void demandOfAnUnknownItemIsSetAside() throws IOException {
        write("demand.csv", "item_id,date,quantity", "bolt,2025-01-06,10", "screw,2025-01-06,1");
        Import read = read();
        assertEquals(
                List.of("demand.csv:3:1 [E-KEY-003] item_id \"screw\" is not in the items table. Add it there, or"
                        + " repair its row if it was set aside. Row set aside in rejects.csv."),
                texts(read));
        assertEquals(1, account(read, "demand").rejected());
    }

    @Test
    void identicalItemsAreMerged() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,0.20", "nut,1", "bolt,0.2");
        Import read = read();
        assertEquals(new TableAccount("items", 3, 2, Map.of(), 0, 1, 2), account(read, "items"));
        assertEquals(1, notes(read, Note.Code.MERGED).get(0).rows());
    }

    @Test
    void contradictingItemsAreAllSetAside() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,0.20", "nut,1", "bolt,0.30");
        write("demand.csv", "item_id,date,quantity", "nut,2025-01-13,5");
        Import read = read();
        assertEquals(new TableAccount("items", 3, 1, Map.of(), 2, 0, 1), account(read, "items"));
        assertEquals(List.of(2, 4), read.rejects().stream().map(Reject::line).toList());
        assertTrue(
                read.rejects()
                        .get(0)
                        .text()
                        .startsWith(
                                "items.csv:2:2 [E-KEY-002] unit_cost \"0.20\" contradicts line 4 of the same item_id."),
                read.rejects().get(0).text());
        // the item stays, with nothing known of it but its key
        assertEquals(2, read.population().size());
        Item bolt = read.population().items().findFirst().orElseThrow().item();
        assertEquals("bolt", bolt.id().sku());
        assertTrue(bolt.unitCost().isEmpty());
        assertEquals("items.csv rows 2, 4", bolt.rows().toString());
        assertTrue(read.notes().stream()
                .anyMatch(note -> note.code() == Note.Code.ITEM_CONTRADICTED
                        && note.text().endsWith(": bolt")));
    }

    @Test
    void anItemOfASecondFileOfItsTableIsSetAside() throws IOException {
        write("more.csv", "item_id,unit_cost", "bolt,0.20", "screw,1");
        Import read = Importer.read(
                DataSet.of(List.of(
                        "items=" + folder.resolve("items.csv"),
                        "items=" + folder.resolve("more.csv"),
                        folder.resolve("demand.csv").toString())),
                ProfileSettings.DEFAULTS);
        assertEquals(3, read.population().size());
        assertEquals(
                List.of("more.csv:2:1 [E-KEY-002] item_id \"bolt\" was given before in table items."
                        + " Keep one of the rows. Row set aside in rejects.csv."),
                texts(read));
    }

    @Test
    void countriesThatDifferInCaseOnlyAreOneCountry() throws IOException {
        write("country_risk.csv", "country,score", "DE,0.1", "de,0.2");
        assertEquals(List.of("3:1 E-KEY-002"), places(read()));
    }

    @Test
    void twoTermsOfOneItemAndSupplierContradict() throws IOException {
        write(
                "sourcing.csv",
                "item_id,supplier_id,location_id,lead_time_days",
                "bolt,ACME,north,10",
                "bolt,ACME,south,20",
                "nut,ACME,north,10");
        Import read = read();
        assertEquals(new TableAccount("sourcing", 3, 1, Map.of(), 2, 0, 1), account(read, "sourcing"));
    }

    @Test
    void badNumbersAndDatesInDemandAreSetAside() throws IOException {
        write(
                "demand.csv",
                "item_id,date,quantity",
                "bolt,2025-01-06,NaN",
                "bolt,2025-01-06,Infinity",
                "bolt,1900-01-01,1",
                "bolt,9999-12-31,1",
                "bolt,06.01.2025,1",
                ",2025-01-06,1",
                "bolt,2025-01-06,1");
        assertEquals(
                List.of(
                        "2:3 E-NUM-001",
                        "3:3 E-NUM-001",
                        "4:2 E-DATE-002",
                        "5:2 E-DATE-002",
                        "6:2 E-DATE-001",
                        "7:1 E-KEY-001"),
                places(read()));
    }

    @Test
    void negativeLeadTimesAreSetAside() throws IOException {
        write(
                "receipts.csv",
                "po,line,item_id,supplier_id,order_date,receipt_date,ordered_qty",
                "P1,1,bolt,ACME,2025-03-01,2025-02-28,10",
                "P1,2,bolt,ACME,2025-03-01,2025-03-01,10");
        write("sourcing.csv", "item_id,supplier_id,lead_time_days,share", "bolt,ACME,-3,1", "nut,ACME,10,-1.5");
        Import read = read();
        assertEquals(List.of("2:3 E-NUM-002", "3:4 E-NUM-002", "2:6 E-DATE-003"), places(read));
        assertTrue(
                read.rejects()
                        .get(2)
                        .text()
                        .contains("is before the order of 2025-03-01, so the lead time would be" + " negative"),
                read.rejects().get(2).text());
        assertEquals(1, account(read, "receipts").used());
    }

    @Test
    void anUnknownSupplierIsReadAndNoted() throws IOException {
        write("suppliers.csv", "supplier_id,country", "ACME,DE");
        write(
                "receipts.csv",
                "po,line,item_id,supplier_id,order_date,receipt_date,ordered_qty",
                "P1,1,bolt,ACME,2025-03-01,2025-03-09,10",
                "P2,1,bolt,Bolts Ltd,2025-03-01,2025-03-09,10");
        Import read = read();
        assertEquals(List.of(), read.rejects());
        assertEquals(2, account(read, "receipts").used());
        assertEquals(
                new Note(
                        Note.Code.SUPPLIER_UNKNOWN,
                        "suppliers that the suppliers table does not have, their risk is unknown: Bolts Ltd",
                        1),
                notes(read, Note.Code.SUPPLIER_UNKNOWN).get(0));
    }

    @Test
    void negativeStockIsReadAsNothingAndNoted() throws IOException {
        write("stock.csv", "item_id,as_of,quantity,status", "bolt,2025-06-30,-4,", "nut,2025-06-30,7,blocked");
        Import read = read();
        assertEquals(2, account(read, "stock").used());
        assertEquals(
                "stock below 0 was read as 0, together -4.0 pieces",
                notes(read, Note.Code.NEGATIVE_STOCK).get(0).text());
    }

    @Test
    void transfersAreNoDemandAndAreCounted() throws IOException {
        write(
                "demand.csv",
                "item_id,date,quantity,kind",
                "bolt,2025-01-06,10,sale",
                "bolt,2025-01-07,10,transfer",
                "bolt,2025-01-08,3,return");
        TableAccount demand = account(read(), "demand");
        assertEquals(2, demand.used());
        assertEquals(Map.of("transfer-is-not-demand", 1L), demand.filtered());
    }

    @Test
    void quantitiesInAnotherUnitAreSetAside() throws IOException {
        write("items.csv", "item_id,unit_cost,base_uom", "bolt,0.20,C62", "nut,1,KGM");
        write("demand.csv", "item_id,date,quantity,uom", "bolt,2025-01-06,10,KGM", "nut,2025-01-06,10,kgm");
        assertEquals(List.of("2:4 E-UNIT-001"), places(read()));
    }

    @Test
    void severalCurrenciesStopTheRun() throws IOException {
        write("items.csv", "item_id,unit_cost,currency", "bolt,0.20,EUR", "nut,1,USD");
        assertTrue(failure().startsWith("items are priced in several currencies, [EUR, USD]; a run has one."));
    }

    @Test
    void masterDataIsRead() throws IOException {
        write(
                "items.csv",
                "item_id,unit_cost,price_unit,lifecycle,criticality_class,crit_safety,introduced_on,shelf_life_days",
                "bolt,200,1000,obsolete,halt,0.4,2024-02-29,90");
        write("demand.csv", "item_id,date,quantity", "bolt,2025-01-06,10");
        var bolt = read().population().find(ItemId.of("bolt")).orElseThrow().item();
        assertEquals(0.2, bolt.unitCost().orElseThrow());
        assertEquals(Lifecycle.OBSOLETE, bolt.lifecycle());
        assertEquals(
                Map.of("production", 1.0, "safety", 0.4), bolt.criticality().known());
        assertEquals(90, bolt.shelfLifeDays().orElseThrow());
        assertEquals("items.csv row 2", bolt.rows().toString());
    }

    @Test
    void columnsThatNobodyKnowsOrUsesAreNoted() throws IOException {
        write("demand.csv", "item_id,date,quantity,location_id,quantitiy2", "bolt,2025-01-06,10,hq,x");
        Import read = read();
        assertEquals(
                "demand.csv: checked, but not used in results yet: location_id",
                notes(read, Note.Code.COLUMN_NOT_USED).get(0).text());
        assertEquals(
                "demand.csv: column 'quantitiy2' is none of table demand and was not read. Maybe 'quantity' is meant.",
                notes(read, Note.Code.COLUMN_UNKNOWN).get(0).text());
    }

    @Test
    void aMissingColumnStopsTheRunAndNamesWhatIsThere() throws IOException {
        write("demand.csv", "item_id,date,quantitiy", "bolt,2025-01-06,10");
        assertEquals(
                "demand.csv has no column 'quantity', which table demand needs. Columns found: [item_id, date,"
                        + " quantitiy]. Maybe 'quantitiy' is meant. Columns of other names go through a mapping.",
                failure());
    }

    @Test
    void aHeaderWithoutRowsStopsTheRunWhereRowsAreNeeded() throws IOException {
        write("demand.csv", "item_id,date,quantity");
        assertEquals(
                "demand.csv has a header line, but no rows; table demand needs some. Maybe the export was filtered.",
                failure());
    }

    @Test
    void aHeaderWithoutRowsIsNotedElsewhere() throws IOException {
        write("stock.csv", "item_id,as_of,quantity");
        assertEquals(
                "stock.csv has a header line, but no rows; table stock stays empty",
                notes(read(), Note.Code.TABLE_EMPTY).get(0).text());
    }

    @Test
    void anEmptyFileStopsTheRun() throws IOException {
        Files.writeString(folder.resolve("demand.csv"), "");
        assertEquals("demand.csv is empty: it has no header line and no rows", failure());
    }

    @Test
    void rowsAlwaysAddUp() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item_id,date,quantity,kind"));
        for (int i = 0; i < 500; i++) {
            lines.add(
                    switch (i % 7) {
                        case 0 -> "bolt,2025-01-06,1,transfer";
                        case 1 -> "bolt,2025-01-06,x,sale";
                        case 2 -> "bolt,2025-01-06";
                        case 3 -> "\"bolt,2025-01-06,1,sale";
                        case 4 -> "screw,2025-01-06,1,sale";
                        default -> "nut,2025-01-06,1,";
                    });
        }
        write("demand.csv", lines.toArray(String[]::new));
        Import read = read();
        TableAccount demand = account(read, "demand");
        assertEquals(500, demand.read());
        assertEquals(72, demand.filteredRows());
        assertEquals(72 + 72 + 71 + 71, demand.rejected());
        assertEquals(demand.rejected(), read.rejects().size());
        assertEquals(500, demand.used() + demand.filteredRows() + demand.rejected());
    }

    @Test
    void tooManyRejectsAreNamedPerTable() throws IOException {
        write("demand.csv", "item_id,date,quantity", "bolt,2025-01-06,x", "nut,2025-01-13,5");
        Import read = read();
        assertEquals(1, read.tooManyRejects(Import.MAX_REJECT_RATE).size());
        assertTrue(read.tooManyRejects(Import.MAX_REJECT_RATE).get(0).startsWith("1 of 2 rows of "));
        assertEquals(List.of(), read.tooManyRejects(0.5));
    }

    @Test
    void sourcesCarryHashAndSize() {
        var demand = read().sources().stream()
                .filter(source -> source.path().endsWith("demand.csv"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, demand.rows());
        assertEquals(58, demand.bytes());
        assertEquals(64, demand.sha256().length());
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private Import read() {
        return Importer.read(DataSet.of(List.of(folder.toString())), ProfileSettings.DEFAULTS);
    }

    private String failure() {
        return assertThrows(InputException.class, this::read).getMessage();
    }

    private static TableAccount account(Import read, String table) {
        return read.sources().stream()
                .flatMap(source -> source.tables().stream())
                .filter(account -> account.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static List<Note> notes(Import read, Note.Code code) {
        return read.notes().stream().filter(note -> note.code() == code).toList();
    }

    private static List<String> texts(Import read) {
        return read.rejects().stream().map(Reject::text).toList();
    }

    private static List<String> places(Import read) {
        return read.rejects().stream()
                .map(reject -> reject.line() + ":" + reject.column() + " "
                        + reject.code().id())
                .toList();
    }
}
