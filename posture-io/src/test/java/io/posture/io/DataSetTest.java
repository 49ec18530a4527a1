package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.input.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {

    @TempDir
    Path folder;

    @Test
    void exportsThatAreCalledAfterTablesAreToldTheirProfile() throws IOException {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(
                exports.resolve("item locations.csv"), "itemId,locationId,averageCostMli,leadTime\n0047,2,4,9\n");
        Files.writeString(exports.resolve("fulfil.csv"), "Item,Date,Quantity,Document Number\n0047,2025-01-06,5,D1\n");
        Files.writeString(
                exports.resolve("receipts.csv"),
                "Item,Name,Order Date,Expected Receipt Date,Date Received,Quantity\n0047,Acme,2025-01-06,2025-01-09,2025-01-09,5\n");
        InputException refused = assertThrows(InputException.class, () -> DataSet.of(List.of(exports.toString())));
        assertTrue(
                refused.getMessage()
                        .endsWith("The headers of the files fit the profile 'netsuite': --profile netsuite."),
                refused.getMessage());
    }

    @Test
    void findsTablesOfAFolderByFileName() throws IOException {
        touch("items.csv", "Demand.CSV.gz", "supply_links.tsv", "notes.csv", "readme.md");
        DataSet dataSet = DataSet.of(List.of(folder.toString()));
        assertEquals(
                List.of("demand", "items", "supply_links"),
                dataSet.files().keySet().stream().sorted().toList());
        assertEquals(Note.Code.FILE_NOT_USED, dataSet.notes().get(0).code());
        assertEquals(1, dataSet.notes().size());
    }

    @Test
    void marksThatAWorkbookIsOpenElsewhereAreNoData() throws IOException {
        touch("items.csv", "demand.csv", "~$stock.csv");
        assertEquals(List.of(), DataSet.of(List.of(folder.toString())).notes());
    }

    @Test
    void takesTablesByNameAndPath() throws IOException {
        touch("parts.txt", "usage.csv");
        DataSet dataSet =
                DataSet.of(List.of("items=" + folder.resolve("parts.txt"), "DEMAND=" + folder.resolve("usage.csv")));
        assertEquals("parts.txt", dataSet.files().get("items").get(0).name());
        assertEquals("usage.csv", dataSet.files().get("demand").get(0).name());
    }

    @Test
    void asksWhichTableAFileIs() throws IOException {
        touch("usage.csv");
        String message = failure(folder.resolve("usage.csv").toString());
        assertTrue(
                message.startsWith("cannot tell which table " + folder.resolve("usage.csv") + " is. Tables: ["),
                message);
        assertTrue(message.endsWith("Maybe say which one it is: demand=" + folder.resolve("usage.csv") + "."), message);
    }

    @Test
    void namesTheNearestTable() throws IOException {
        touch("usage.csv");
        String message = failure("demnad=" + folder.resolve("usage.csv"));
        assertTrue(message.startsWith("'demnad' is no table."), message);
        assertTrue(message.endsWith("Maybe 'demand' is meant."), message);
    }

    @Test
    void namesAMissingFileAndItsNeighbour() throws IOException {
        touch("items.csv");
        assertEquals(
                "there is no file \"" + folder.resolve("item.csv") + "\". Maybe \"items.csv\" is meant.",
                failure(folder.resolve("item.csv").toString()));
    }

    @Test
    void itemsAndDemandMustBeThere() throws IOException {
        touch("items.csv");
        assertEquals(
                "there is no table 'demand' in [" + folder + "]. Tables found: [items]. Maybe add demand=FILE.csv, or"
                        + " use a mapping.",
                failure(folder.toString()));
    }

    @Test
    void twoFilesOfOneTableInAFolderAreNotAddedUpInSilence() throws IOException {
        touch("items.csv", "demand.csv", "demand.csv.gz");
        String message = failure(folder.toString());
        assertTrue(message.contains("are both table demand, so its rows would count twice."), message);
    }

    @Test
    void severalFilesOfOneTableAreReadWhenTheyAreNamed() throws IOException {
        touch("items.csv", "a.csv", "b.csv");
        DataSet dataSet = DataSet.of(List.of(
                "items=" + folder.resolve("items.csv"),
                "demand=" + folder.resolve("a.csv"),
                "demand=" + folder.resolve("b.csv")));
        assertEquals(2, dataSet.files().get("demand").size());
    }

    private String failure(String argument) {
        return assertThrows(InputException.class, () -> DataSet.of(List.of(argument)))
                .getMessage();
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), "x\n");
        }
    }
}
