package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same tables as a folder of text files and as one workbook. */
class WorkbookAcceptanceTest {

    private static final List<String> TABLES = List.of("items", "demand", "receipts", "sourcing", "suppliers");

    @TempDir
    private Path folder;

    private Path csv;

    @BeforeEach
    void tables() throws IOException {
        csv = SmallData.in(Files.createDirectories(folder.resolve("csv")));
        Files.write(
                csv.resolve("sourcing.csv"),
                List.of("item_id,supplier_id,share,lead_time_days", "bolt,V1,0.7,9.5", "bolt,V2,0.3,12", "nut,V1,1,8"));
    }

    @Test
    void workbookAndFolderGiveTheSameRegister() throws IOException {
        Path book = book(lines("items"), lines("demand")).write(folder.resolve("book.xlsx"));
        assertEquals(0, assess("from-csv", csv).exitCode());
        Terminal run = assess("from-book", book);
        assertEquals(0, run.exitCode(), run::all);
        assertArrayEquals(register("from-csv"), register("from-book"));
        List<String> names = new ArrayList<>();
        for (JsonNode input : manifest("from-book").get("inputs")) {
            names.add(input.get("name").asText() + " " + input.get("encoding").asText());
        }
        assertEquals(
                List.of(
                        "book.xlsx[demand] xlsx",
                        "book.xlsx[items] xlsx",
                        "book.xlsx[receipts] xlsx",
                        "book.xlsx[sourcing] xlsx",
                        "book.xlsx[suppliers] xlsx"),
                names.stream().sorted().toList());
    }

    @Test
    void titlesTotalsAndOtherSheetsChangeNothingAndAreTold() throws IOException {
        List<String> demand = new ArrayList<>(List.of("Consumption of plant 1000,", "printed on,2026-11-20", ""));
        demand.addAll(lines("demand"));
        demand.add("Gesamt,,1320");
        Path book = book(lines("items"), demand)
                .sheet("Read me", List.of("This is the stock list"))
                .sheet("!archive", lines("demand"))
                .write(folder.resolve("book.xlsx"));
        assertEquals(0, assess("from-csv", csv).exitCode());
        Terminal run = assess("from-book", book);
        assertEquals(0, run.exitCode(), run::all);
        assertArrayEquals(register("from-csv"), register("from-book"));
        String said = run.out().replaceAll("\\s+", " ");
        assertTrue(
                said.contains("book.xlsx[demand]: row 125 adds up those above (\"Gesamt,,1320\") and was left out"),
                said);
        assertTrue(
                said.contains("book.xlsx[demand]: the header is row 4; what stands above it was not read (2 rows)"),
                said);
        assertTrue(said.contains("sheet 'archive' is hidden and was not read"), said);
        assertTrue(said.contains("book.xlsx[Read me] is none of the tables"), said);
        assertTrue(said.contains("filtered by total-row: 1"), said);
    }

    @Test
    void workbookOfOneSheetIsTheTableThatItsFileIsCalledAfter() throws IOException {
        Files.delete(csv.resolve("items.csv"));
        new SmallWorkbook().sheet("Tabelle1", lines("demand")).write(csv.resolve("demand.xlsx"));
        Files.delete(csv.resolve("demand.csv"));
        Path other = new SmallWorkbook()
                .sheet("Sheet1", List.of("a,b", "c,d"))
                .sheet("!Parts", List.of("item_id,unit_cost", "bolt,4", "nut,3", "washer,6"))
                .write(folder.resolve("other.xlsx"));
        Files.write(csv.resolve("~$demand.xlsx"), new byte[] {5});
        Terminal check = Terminal.run("check", csv, "items=" + other + "[parts]");
        assertEquals(0, check.exitCode(), check::all);
        assertTrue(check.out().contains("3 items"), check::all);
    }

    @Test
    void sheetMustBeNamedWhereSeveralCouldBeMeant() throws IOException {
        Path book = book(lines("items"), lines("demand")).write(folder.resolve("book.xlsx"));
        Terminal check = Terminal.run("check", csv, "price_breaks=" + book);
        assertEquals(3, check.exitCode(), check::all);
        assertTrue(
                check.err()
                        .contains(
                                "book.xlsx holds several tables: [items, demand, receipts, sourcing, suppliers], none of"
                                        + " them called 'price_breaks'. Say which one: price_breaks=" + book
                                        + "[items]."),
                check::all);
        Terminal part = Terminal.run("check", csv, "stock=" + csv.resolve("items.csv") + "[items]");
        assertEquals(3, part.exitCode(), part::all);
        assertTrue(part.err().contains("items.csv is one table and has no part 'items'"), part::all);
    }

    @Test
    void errorOfASheetIsSetAsideWithItsPlace() throws IOException {
        List<String> items = new ArrayList<>(lines("items"));
        items.add("#N/A,C62,5,A pin");
        Path book = book(items, lines("demand")).write(folder.resolve("book.xlsx"));
        Terminal check = Terminal.run("check", book);
        assertTrue(
                check.err()
                        .contains(
                                "book.xlsx[items]:5:1 [E-CELL-001] item_id \"#N/A\" is an error of a spreadsheet. Repair"
                                        + " the formula behind it, or leave the cell empty if the value is unknown. Row set aside"),
                check::all);
    }

    @Test
    void rejectsNameFileAndSheetApartAndCanBeFedBack() throws IOException {
        List<String> demand = new ArrayList<>(lines("demand"));
        demand.add("bolt,2026-10-12,five");
        int line = demand.size();
        Path book = book(lines("items"), demand).write(folder.resolve("book.xlsx"));
        Terminal first = assess("first", book);
        assertEquals(0, first.exitCode(), first::all);
        String rejects = Files.readString(folder.resolve("first").resolve("rejects.csv"));
        assertTrue(rejects.contains("\nbook.xlsx,demand," + line + ",3,E-NUM-003,five,"), rejects);
        assertTrue(first.out().contains("REJECTS: 1 row"), first::all);
        Path repaired = folder.resolve("repaired.csv");
        Files.writeString(repaired, rejects.replace("bolt,2026-10-12,five", "bolt,2026-10-12,5"));
        Terminal second = Terminal.run("assess", book, "--out", folder.resolve("second"), "--add", repaired);
        assertEquals(0, second.exitCode(), second::all);
        assertTrue(second.out().contains("REJECTS: 0 rows"), second::all);
    }

    @Test
    void workbooksThatCannotBeReadEndWithExitCodeThree() throws IOException {
        Path locked =
                Files.write(folder.resolve("items.xlsx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        Terminal run = Terminal.run("check", locked);
        assertEquals(3, run.exitCode(), run::all);
        assertTrue(run.err().contains("items.xlsx is in the format of Excel before 2007 (.xls)"), run::all);
        Path sound = book(lines("items"), lines("demand")).write(folder.resolve("book.xlsx"));
        byte[] bytes = Files.readAllBytes(sound);
        Files.write(sound, Arrays.copyOf(bytes, bytes.length - 100));
        Terminal cut = Terminal.run("check", sound);
        assertEquals(3, cut.exitCode(), cut::all);
        assertTrue(cut.err().contains("book.xlsx is a workbook that is cut off or damaged"), cut::all);
    }

    private SmallWorkbook book(List<String> items, List<String> demand) throws IOException {
        SmallWorkbook book = new SmallWorkbook();
        for (String table : TABLES) {
            book.sheet(table, table.equals("items") ? items : table.equals("demand") ? demand : lines(table));
        }
        return book;
    }

    private List<String> lines(String table) throws IOException {
        return Files.readAllLines(csv.resolve(table + ".csv"), StandardCharsets.UTF_8);
    }

    private Terminal assess(String out, Path from) {
        return Terminal.run("assess", from, "--out", folder.resolve(out));
    }

    private byte[] register(String out) throws IOException {
        return Files.readAllBytes(folder.resolve(out).resolve("register.csv"));
    }

    private JsonNode manifest(String out) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(out).resolve("manifest.json").toFile());
    }
}
