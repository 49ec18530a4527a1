package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.io.csv.CsvOutput;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectWriter;
import io.posture.io.input.SourceAccount;
import io.posture.io.input.TableAccount;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that were set aside, put right and fed back. */
class RepairsTest {

    private static final String HEADER = "file,sheet,line,column,code,value,message,fix,raw";

    @TempDir
    private Path folder;

    @BeforeEach
    void data() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,0.20", "nut,1");
        write("demand.csv", "item_id,date,quantity", "bolt,2025-01-06,1O", "nut,2025-01-20,5", "bolt,2025-01-08,\"7");
    }

    @Test
    void repairedRowsTakeThePlaceOfThoseThatWereSetAside() throws IOException {
        Import first = read();
        assertEquals(2, first.rejects().size());
        write("fixed.csv", rejects(first).replace("06,1O", "06,10").replace(",\"\"7\"", ",7\""));
        Import second = read("fixed.csv");
        assertEquals(List.of(), second.rejects());
        assertEquals(17, pieces(second, "bolt"));
        assertEquals(new TableAccount("demand", 3, 3, Map.of(), 0, 0, 3), account(second, "demand.csv"));
        assertEquals(
                new TableAccount("repairs", 2, 2, Map.of("not changed", 0L), 0, 0, 2), account(second, "fixed.csv"));
    }

    @Test
    void rowsThatNobodyChangedStaySetAside() throws IOException {
        Import first = read();
        write("fixed.csv", rejects(first).replace("06,1O", "06,10"));
        Import second = read("fixed.csv");
        assertEquals(1, second.rejects().size());
        assertEquals(10, pieces(second, "bolt"));
        assertEquals(
                new TableAccount("repairs", 2, 1, Map.of("not changed", 1L), 0, 0, 1), account(second, "fixed.csv"));
    }

    @Test
    void repairsThatAreWrongAgainAreSetAsideOnTheSameLine() throws IOException {
        read();
        write("fixed.csv", HEADER, "demand.csv,,2,3,E-NUM-001,1O,,,\"bolt,2025-01-06,ten\"");
        Reject again = read("fixed.csv").rejects().get(0);
        assertEquals("demand.csv:2:3", again.file() + ":" + again.line() + ":" + again.column());
        assertEquals("ten", again.value());
        write("fixed.csv", HEADER, "demand.csv,,2,3,E-NUM-001,1O,,,\"bolt,2025-01-06\"");
        assertTrue(
                read("fixed.csv").rejects().get(0).text().contains("the repaired row has 2 cells, the header has 3"));
    }

    @Test
    void aRepairOfARowThatIsNoLongerThereIsRefused() throws IOException {
        assertRefused(
                "demand.csv,,2,3,E-NUM-001,12.O,,,\"bolt,2025-01-06,12\"",
                "fixed.csv:2 repairs line 2 of demand.csv, but \"12.O\" no longer stands there. Maybe the file has"
                        + " changed since it was read: then run again and repair the new rejects.csv. Edit the column raw"
                        + " only.");
        assertRefused(
                "demand.csv,,99,3,E-NUM-001,1O,,,\"bolt,2025-01-06,12\"",
                "fixed.csv:2 repairs line 99 of demand.csv, on which no row begins. Maybe the file has changed since it"
                        + " was read; run again and repair the new rejects.csv.");
        assertRefused(
                "sales.csv,,2,3,E-NUM-001,1O,,,x",
                "fixed.csv:2 repairs a row of sales.csv, which is none of the files of this run: [items.csv,"
                        + " demand.csv]. Name the files that the rejects come from.");
    }

    @Test
    void oneRowRepairedInTwoWaysIsRefused() throws IOException {
        write(
                "fixed.csv",
                HEADER,
                "demand.csv,,2,3,E-NUM-001,1O,,,\"bolt,2025-01-06,10\"",
                "demand.csv,,2,3,E-NUM-001,1O,,,\"bolt,2025-01-06,11\"");
        assertEquals(
                "fixed.csv:2 and fixed.csv:3 repair line 2 of demand.csv in two ways. Keep one.",
                assertThrows(InputException.class, () -> read("fixed.csv")).getMessage());
    }

    @Test
    void aFileThatIsNoRejectsSaysWhatItLacks() throws IOException {
        write("fixed.csv", "a,b", "1,2");
        assertTrue(assertThrows(InputException.class, () -> read("fixed.csv"))
                .getMessage()
                .startsWith("fixed.csv has no column 'file'."));
        write("fixed.csv", HEADER, "demand.csv,,two,3,E-NUM-001,1O,,,x");
        assertTrue(assertThrows(InputException.class, () -> read("fixed.csv"))
                .getMessage()
                .startsWith("fixed.csv:2:3 line \"two\" is not a line number."));
    }

    @Test
    void whatWasMadeSafeForSpreadsheetsIsReadAsItWas() {
        for (String cell : List.of("=1+1", "-x", "@a", "'quoted", "-5", "plain", "")) {
            assertEquals(cell, RejectWriter.unsafe(RejectWriter.safe(cell)));
        }
    }

    private void assertRefused(String row, String message) throws IOException {
        write("fixed.csv", HEADER, row);
        assertEquals(
                message,
                assertThrows(InputException.class, () -> read("fixed.csv")).getMessage());
    }

    private Import read(String... repairs) {
        DataSet dataSet = DataSet.of(List.of(
                folder.resolve("items.csv").toString(),
                folder.resolve("demand.csv").toString()));
        return Importer.read(
                dataSet.with(Arrays.stream(repairs)
                        .map(file -> InputFile.of(folder.resolve(file)))
                        .toList()),
                ProfileSettings.DEFAULTS);
    }

    private static String rejects(Import read) throws IOException {
        StringWriter text = new StringWriter();
        try (RejectWriter writer = new RejectWriter(CsvOutput.to(text, RejectWriter.COLUMNS))) {
            for (Reject reject : read.rejects()) {
                writer.write(reject);
            }
        }
        return text.toString();
    }

    private static double pieces(Import read, String item) {
        ItemProfile profile = read.population()
                .items()
                .filter(one -> one.id().equals(ItemId.of(item)))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(profile.demand().history().toArray()).sum();
    }

    private static TableAccount account(Import read, String file) {
        SourceAccount source = read.sources().stream()
                .filter(one -> one.path().endsWith(file))
                .findFirst()
                .orElseThrow();
        return source.tables().get(0);
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }
}
