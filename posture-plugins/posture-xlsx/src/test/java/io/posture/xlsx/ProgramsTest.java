package io.posture.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.source.SourceTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as other programs write them; README.md beside them says which and how. */
class ProgramsTest {

    @TempDir
    Path folder;

    @Test
    void titlesTotalsAndHiddenSheetsOfOpenpyxlAreTold() throws IOException {
        InputFile book = file("openpyxl.xlsx");
        assertEquals(List.of("items"), new XlsxFormat().parts(book));
        Read read = Read.of(book);
        assertEquals(List.of("item_id", "description", "unit_cost", "active", "since"), read.header());
        assertEquals(
                List.of(
                        "5:00471|Größe M & <Co>|0.1|true|2024-02-29",
                        "6:4711-X| pump seal |1234567.891|false|1999-12-31",
                        "7:4006380000000|line\nbreak|0.3|true|2026-11-20"),
                read.rows());
        assertEquals(List.of("total-row"), read.leftOut());
        assertEquals(4, read.count());
        assertEquals(
                List.of(
                        "openpyxl.xlsx: sheet 'secret' is hidden and was not read. Maybe name it:"
                                + " \"openpyxl.xlsx[secret]\"",
                        "openpyxl.xlsx[items]: the header is row 4; what stands above it was not read",
                        "openpyxl.xlsx[items]: row 8 adds up those above (\"Total,,,,\") and was left out",
                        "openpyxl.xlsx[items]: formulas have no value, because the program that wrote the file did not"
                                + " calculate them; they were read as empty. Maybe open and save it in a spreadsheet program"),
                read.notes());
    }

    @Test
    void hiddenSheetIsReadWhenItIsNamed() throws IOException {
        Read read = Read.of(file("openpyxl.xlsx").part("Secret"));
        assertEquals(List.of("a", "b"), read.header());
        assertEquals(List.of("2:1|2"), read.rows());
    }

    @Test
    void daysCountFrom1904WhereTheWorkbookSaysSo() throws IOException {
        Read read = Read.of(file("openpyxl-1904.xlsx"));
        assertEquals(List.of("2:bolt|2024-02-29|5", "3:nut|2024-03-01|7.5"), read.rows());
        assertEquals(
                List.of("openpyxl-1904.xlsx[demand]: cells with a time of day were read as their day"), read.notes());
    }

    @Test
    void sharedRichAndCalculatedCellsOfXlsxwriterAreRead() throws IOException {
        assertEquals(
                List.of(
                        "2:00471|Größe M & <Co>|0.1|true|2024-02-29|000048|#N/A|0.2",
                        "3:4711-X| pump seal |1234567.891|false|1999-12-31|000049|#N/A|2469135.782",
                        "4:4006380000000|rich text|0.3|true|2026-11-20|000050|#N/A|0.6"),
                Read.of(file("xlsxwriter.xlsx")).rows());
    }

    @Test
    void libreofficeSavesWhatItOpened() throws IOException {
        assertEquals(
                Read.of(file("xlsxwriter.xlsx")).rows(),
                Read.of(file("libreoffice.xlsx")).rows());
    }

    @Test
    void hashAndSizeAreThoseOfTheStoredFile() throws IOException {
        SourceTable table = new XlsxFormat().open(file("openpyxl.xlsx").part("items"));
        assertEquals(6118, table.bytes());
        // sha256sum openpyxl.xlsx
        assertEquals("4e61698c176487bc63e59839acbf0d3e6cf1f4a32ab3304ddf98a473f05baad5", table.sha256());
        assertEquals("xlsx", table.encoding());
    }

    @Test
    void passwordIsNamed() throws IOException {
        assertEquals(
                "locked.xlsx is protected by a password. Remove the password: open it, save it without.",
                refusal("locked.xlsx"));
    }

    @Test
    void oldFormatIsNamed() throws IOException {
        assertEquals(
                "libreoffice.xls is in the format of Excel before 2007 (.xls) or of another program. Save it as an Excel"
                        + " workbook (.xlsx) or as CSV.",
                refusal("libreoffice.xls"));
    }

    @Test
    void openDocumentIsNamed() throws IOException {
        assertTrue(
                refusal("libreoffice.ods").startsWith("libreoffice.ods is an OpenDocument file, no Excel workbook."));
    }

    @Test
    void formatsAreToldByTheirFirstBytes() throws IOException {
        for (String name : List.of("openpyxl.xlsx", "xlsxwriter.xlsx", "locked.xlsx", "libreoffice.xls")) {
            try (InputStream in = file(name).open()) {
                assertTrue(new XlsxFormat().recognises(in.readNBytes(64)), name);
            }
        }
    }

    private String refusal(String name) throws IOException {
        InputFile file = file(name);
        return assertThrows(InputException.class, () -> new XlsxFormat().parts(file))
                .getMessage();
    }

    private InputFile file(String name) throws IOException {
        Path copy = folder.resolve(name);
        if (!Files.exists(copy)) {
            try (InputStream in = ProgramsTest.class.getResourceAsStream(name)) {
                Files.copy(Objects.requireNonNull(in), copy);
            }
        }
        return InputFile.of(copy);
    }
}
