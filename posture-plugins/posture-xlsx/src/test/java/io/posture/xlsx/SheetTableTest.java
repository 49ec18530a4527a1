package io.posture.xlsx;

import static io.posture.xlsx.Book.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.source.SourceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTableTest {

    @TempDir
    Path folder;

    @Test
    void daysAreToldByTheFormatOfTheirNumbers() throws IOException {
        Book book = new Book()
                .formats(
                        "dd.mm.yyyy",
                        "[$-409]d\\-mmm\\-yy;@",
                        "#,##0.00\\ [$€-407]",
                        "hh:mm",
                        "[h]:mm",
                        "mmm yy",
                        "0 &quot;days&quot;")
                .sheet(
                        "s",
                        row("a", "b", "c", "d", "e", "f", "g", "h") + "<row>" + "<c s=\"1\"><v>45351</v></c>"
                                + "<c s=\"2\"><v>45351.99999999</v></c><c s=\"3\"><v>45351</v></c><c s=\"4\"><v>0.5</v></c>"
                                + "<c s=\"5\"><v>1.5</v></c><c s=\"6\"><v>45323</v></c><c s=\"7\"><v>12</v></c><c><v>45351</v></c>"
                                + "</row>");
        Read read = Read.of(book.in(folder));
        assertEquals(List.of("2:2024-02-29|2024-03-01|45351|12:00:00|1.5|2024-02-01|12|45351"), read.rows());
        assertEquals(List.of(), read.notes());
    }

    @Test
    void daysOf1900HaveTheDayThatNeverWas() throws IOException {
        String rows =
                row("day", "is") + day(1) + day(59) + day(60) + day(61) + day(2_958_465) + day(2_958_466) + day(-1);
        assertEquals(
                List.of(
                        "2:1900-01-01|x",
                        "3:1900-02-28|x",
                        "4:1900-02-29|x",
                        "5:1900-03-01|x",
                        "6:9999-12-31|x",
                        "7:2958466|x",
                        "8:-1|x"),
                Read.of(new Book().formats("yyyy-mm-dd").sheet("s", rows).in(folder))
                        .rows());
    }

    @Test
    void daysOf1904BeginWithTheFirstOfJanuary() throws IOException {
        Book book = new Book().from1904().formats("yyyy-mm-dd").sheet("s", row("day", "is") + day(0) + day(43889));
        assertEquals(
                List.of("2:1904-01-01|x", "3:2024-02-29|x"),
                Read.of(book.in(folder)).rows());
    }

    @Test
    void numbersAreAsAPersonSeesThem() throws IOException {
        String rows = row("a", "b")
                + number("0.1")
                + number("0.30000000000000004")
                + number("4.00638E+12")
                + number("1.0000000000000001E-3")
                + number("12345678901234567")
                + number("1E+300")
                + number("-0")
                + number("00047")
                + number("2.50");
        assertEquals(
                List.of(
                        "2:0.1|x",
                        "3:0.3|x",
                        "4:4006380000000|x",
                        "5:0.001|x",
                        "6:12345678901234567|x",
                        "7:1E+300|x",
                        "8:0|x",
                        "9:47|x",
                        "10:2.5|x"),
                Read.of(new Book().sheet("s", rows).in(folder)).rows());
    }

    @Test
    void textsComeSharedInlineInRunsAndFromFormulas() throws IOException {
        Book book = new Book()
                .strings(
                        "<si><t>item_id</t></si>",
                        "<si><r><t>de</t></r><r><rPr><b/></rPr><t>scription</t></r><rPh sb=\"0\" eb=\"1\"><t>ni</t></rPh></si>",
                        "<si><t xml:space=\"preserve\">a_x000D_\nb_x005F_x0041_</t></si>")
                .sheet(
                        "s",
                        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c t=\"str\"><f>A1&amp;\"!\"</f>"
                                + "<v>bolt&#160;M6</v></c><c t=\"s\"><v>2</v></c></row>");
        Read read = Read.of(book.in(folder));
        assertEquals(List.of("item_id", "description"), read.header());
        assertEquals(List.of("2:bolt M6|a\r\nb_x0041_"), read.rows());
    }

    @Test
    void errorsAndFlagsKeepTheirText() throws IOException {
        String rows = row("a", "b", "c")
                + "<row><c t=\"e\"><f>NA()</f><v>#N/A</v></c><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>" + "</row>";
        assertEquals(
                List.of("2:#N/A|true|false"),
                Read.of(new Book().sheet("s", rows).in(folder)).rows());
    }

    @Test
    void titlesAboveAreNotTheHeader() throws IOException {
        String rows = row("Stock of all plants") + row("Plant", 1000, "Date", 45000) + "<row r=\"5\">"
                + row("item_id", "name", "2024-01", 2024).substring(5)
                + row("bolt", "Bolt", 5, 6) + row("nut", "Nut", 7, 8)
                + row("made by", "M", "seen by", "N", "on", "Monday");
        Read read = Read.of(new Book().sheet("s", rows).in(folder));
        assertEquals(List.of("item_id", "name", "2024-01", "2024"), read.header());
        assertEquals(3, read.rows().size());
        assertTrue(read.notes().contains("book.xlsx[s]: the header is row 5; what stands above it was not read"));
        assertTrue(
                read.notes().contains("book.xlsx[s]: 2 cells in columns without a name were not read, the first E8"),
                read.notes()::toString);
    }

    @Test
    void allTextsHaveTheFirstFullRowAsTheirHeader() throws IOException {
        String rows = row("item_id", "name", "qty") + row("4711", "Bolt", "5") + row("a", "b", "c");
        assertEquals(
                List.of("item_id", "name", "qty"),
                Read.of(new Book().sheet("s", rows).in(folder)).header());
    }

    @Test
    void headerAloneIsATableWithoutRows() throws IOException {
        Read read = Read.of(new Book()
                .sheet("s", row("My items") + row("item_id", "unit_cost"))
                .in(folder));
        assertEquals(List.of("item_id", "unit_cost"), read.header());
        assertEquals(0, read.count());
    }

    @Test
    void totalsAtTheEndAreLeftOutAndOthersAreRows() throws IOException {
        String rows = row("item_id", "qty")
                + row("bolt", 1)
                + row("Summe", 1)
                + row("nut", 2)
                + row("Total wine", 3)
                + row("Zwischensumme:", 6)
                + row("", "")
                + row("GESAMT", 6);
        Read read = Read.of(new Book().sheet("s", rows).in(folder));
        assertEquals(List.of("2:bolt|1", "3:Summe|1", "4:nut|2", "5:Total wine|3"), read.rows());
        assertEquals(List.of("total-row", "total-row"), read.leftOut());
        assertEquals(6, read.count());
    }

    @Test
    void blankRowsArePassedOverAndShortOnesFilledUp() throws IOException {
        String rows = row("a", "b", "c") + "<row r=\"4\" hidden=\"1\"><c r=\"B4\"><v>5</v></c></row><row r=\"7\">"
                + "<c r=\"A7\" t=\"inlineStr\"><is><t> </t></is></c></row><row r=\"9\"><c r=\"C9\"><v>6</v></c></row>";
        Read read = Read.of(new Book().sheet("s", rows).in(folder));
        assertEquals(List.of("4:|5|", "9:||6"), read.rows());
        assertEquals(
                List.of("book.xlsx[s]: rows that are hidden in the sheet were read like the others"), read.notes());
    }

    @Test
    void mergedTextsCountForEveryRowAndMergedNumbersForOne() throws IOException {
        String rows =
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>item_id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is>"
                        + "<t>Demand</t></is></c></row><row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>month</t></is></c>"
                        + "<c r=\"C2\" t=\"inlineStr\"><is><t>qty</t></is></c></row>" + row("bolt", "Jan", 5)
                        + row("", "Feb")
                        + row("nut", "Jan", 6);
        String merged = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A3:A4\"/>"
                + "<mergeCell ref=\"C3:C4\"/></mergeCells>";
        Read read = Read.of(new Book().sheet("s", "visible", rows, merged).in(folder));
        assertEquals(List.of("item_id", "month", "qty"), read.header());
        assertEquals(List.of("3:bolt|Jan|5", "4:bolt|Feb|", "5:nut|Jan|6"), read.rows());
        assertTrue(
                read.notes().contains("book.xlsx[s]: cells merged with the one above took its text or day"),
                read.notes()::toString);
    }

    @Test
    void namesAndPlacesAreReadInWhateverDialect() throws IOException {
        Book book = new Book()
                .part(
                        "xl/worksheets/Sheet1.XML",
                        ("\uFEFF<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row>"
                                        + "<x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c><x:c t=\"inlineStr\"><x:is><x:t>"
                                        + "b</x:t></x:is></x:c></x:row><x:row r=\"2\"><x:c r=\"a2\"><x:v>1</x:v></x:c>"
                                        + "<x:c t=\"d\"><x:v>2024-02-29T00:00:00</x:v></x:c></x:row></x:sheetData>"
                                        + "<x:mergeCells><x:mergeCell ref=\"A2:B2\"/></x:mergeCells></x:worksheet>")
                                .getBytes(StandardCharsets.UTF_16LE))
                .sheet("s", "");
        var parts = book.parts();
        parts.remove("xl/worksheets/sheet1.xml");
        InputFile file = InputFile.of(Book.zip(folder.resolve("odd.xlsx"), parts));
        assertEquals(List.of("2:1|2024-02-29"), Read.of(file).rows());
    }

    @Test
    void columnThatIsThereTwiceIsRefusedWhenItIsUsed() throws IOException {
        SourceTable table = new XlsxFormat()
                .open(new Book()
                        .sheet("s", row("item_id", "Qty", "qty") + row("bolt", 1, 2))
                        .in(folder));
        assertEquals(0, table.indexOf("item_id"));
        String message =
                assertThrows(InputException.class, () -> table.indexOf("qty")).getMessage();
        assertTrue(message.startsWith("book.xlsx[s] has the column 'qty' twice, as columns 2 and 3."), message);
    }

    @Test
    void sheetsAreTheOnesThatAreShownAndNotEmpty() throws IOException {
        Book book = new Book()
                .sheet("items", row("a", "b"))
                .sheet("blank", "<row><c s=\"0\"/></row>")
                .sheet("old", "hidden", row("a", "b"), "")
                .sheet("code", "veryHidden", row("a", "b"), "")
                .sheet("demand", row("a", "b"));
        InputFile file = book.in(folder);
        assertEquals(List.of("items", "demand"), new XlsxFormat().parts(file));
        String message = assertThrows(InputException.class, () -> new XlsxFormat().open(file))
                .getMessage();
        assertTrue(message.contains("has several sheets: [items, demand]"), message);
        String unknown = assertThrows(InputException.class, () -> new XlsxFormat().open(file.part("deamnd")))
                .getMessage();
        assertTrue(
                unknown.startsWith(
                        "book.xlsx[deamnd] has no sheet 'deamnd'. Sheets: [items, blank, old, code, demand]."),
                unknown);
        assertTrue(unknown.endsWith("Maybe 'demand' is meant."), unknown);
    }

    @Test
    void sheetIsReadAgainWithTheSameRows() throws IOException {
        SourceTable table = new XlsxFormat()
                .open(new Book()
                        .sheet("s", row("a", "b") + row("x", 1) + row("sum", 1))
                        .in(folder));
        assertEquals(Read.of(table), Read.of(table));
    }

    @Test
    void fileThatChangesIsNotReadOn() throws IOException {
        Book book = new Book().sheet("s", row("a", "b") + row("x", 1));
        SourceTable table = new XlsxFormat().open(book.in(folder));
        new Book().sheet("s", row("a", "b") + row("x", 1) + row("y", 2)).in(folder);
        String message =
                assertThrows(UncheckedIOException.class, () -> Read.of(table)).getMessage();
        assertTrue(message.contains("book.xlsx changed while it was read: it was "), message);
    }

    @Test
    void fileThatIsCutWhileItIsReadHasChangedAndIsNotDamaged() throws IOException {
        SourceTable table = new XlsxFormat()
                .open(new Book().sheet("s", row("a", "b") + row("x", 1)).in(folder));
        Files.write(folder.resolve("book.xlsx"), new byte[] {'P', 'K'});
        assertThrows(UncheckedIOException.class, () -> Read.of(table));
    }

    private static String day(int serial) {
        return "<row><c s=\"1\"><v>" + serial + "</v></c><c t=\"inlineStr\"><is><t>x</t></is></c></row>";
    }

    private static String number(String stored) {
        return "<row><c><v>" + stored + "</v></c><c t=\"inlineStr\"><is><t>x</t></is></c></row>";
    }
}
