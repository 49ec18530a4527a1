package io.posture.xlsx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputFile;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputColumn.Kind;
import io.posture.io.sink.OutputTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that are written, looked at through an archive and XML reader of the JDK, and through our own. */
class XlsxOutputTest {

    private static final List<OutputColumn> COLUMNS = List.of(
            new OutputColumn("item_id", Kind.TEXT),
            new OutputColumn("quantity", Kind.NUMBER),
            new OutputColumn("since", Kind.DATE),
            new OutputColumn("active", Kind.FLAG));

    @TempDir
    Path folder;

    @Test
    void cellsHaveTheirTypes() throws Exception {
        List<String> cells = cells(written(List.of(List.of("0047", "1.0E10", "2024-02-29", "true"))));
        assertEquals(
                List.of(
                        "A1 s=1 t=inlineStr item_id",
                        "B1 s=1 t=inlineStr quantity",
                        "C1 s=1 t=inlineStr since",
                        "D1 s=1 t=inlineStr active",
                        "A2 s=3 t=inlineStr 0047",
                        "B2 s=null t=null 1.0E10",
                        "C2 s=2 t=null 45351",
                        "D2 s=null t=b 1"),
                cells);
    }

    @Test
    void unknownCellsAreAbsentAndOtherKindsAreTexts() throws Exception {
        List<String> cells =
                cells(written(List.of(List.of("", "", "", ""), List.of("a", "NaN", "1899-01-01", "maybe"))));
        assertEquals(
                List.of(
                        "A3 s=3 t=inlineStr a",
                        "B3 s=3 t=inlineStr NaN",
                        "C3 s=3 t=inlineStr 1899-01-01",
                        "D3 s=3 t=inlineStr maybe"),
                cells.subList(4, cells.size()));
    }

    @Test
    void textsAreNeverFormulasAndComeBackToTheLetter() throws Exception {
        List<String> texts = List.of(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "=HYPERLINK(\"http://localhost\",\"x\")",
                " a  b ",
                "<script>&\"'</script>",
                "]]>",
                "_x000D_ and _x005F_",
                "\u0000\u0001\u001F\uFFFE\uFFFF",
                "line\nbreak\r\n",
                "\uD83D\uDE00 Größe 数量 \u202Eabc");
        List<List<String>> rows = new ArrayList<>();
        texts.forEach(text -> rows.add(List.of(text, "5", "", "")));
        byte[] book = written(rows);
        String sheet = new String(parts(book).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        assertFalse(sheet.contains("<f"), sheet);
        List<String> cells = cells(book).stream()
                .filter(cell -> cell.startsWith("A"))
                .skip(1)
                .toList();
        cells.forEach(cell -> assertTrue(cell.contains(" s=3 t=inlineStr "), cell));

        Files.write(folder.resolve("out.xlsx"), book);
        Read read = Read.of(InputFile.of(folder.resolve("out.xlsx")));
        for (int i = 0; i < texts.size(); i++) {
            assertEquals((i + 2) + ":" + texts.get(i) + "|5||", read.rows().get(i));
        }
    }

    @Test
    void halfCharactersAreReplaced() throws Exception {
        assertTrue(cells(written(List.of(List.of("a\uD83D", "", "", "")))).contains("A2 s=3 t=inlineStr a\uFFFD"));
    }

    @Test
    void textThatIsLongerThanACellEndsWithAnEllipsis() throws Exception {
        String cell =
                cells(written(List.of(List.of("x".repeat(40_000), "", "", "")))).get(4);
        assertEquals("A2 s=3 t=inlineStr ".length() + 32_767, cell.length());
        assertTrue(cell.endsWith("x…"));
    }

    @Test
    void headerIsFrozenAndColumnsHaveFilters() throws Exception {
        String sheet = new String(
                parts(written(List.of(List.of("a", "1", "", ""), List.of("b", "2", "", ""))))
                        .get("xl/worksheets/sheet1.xml"),
                StandardCharsets.UTF_8);
        assertTrue(
                sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
        assertTrue(sheet.contains("<autoFilter ref=\"A1:D3\"/>"));
    }

    @Test
    void bytesDependOnWhatIsWrittenAlone() throws Exception {
        TimeZone zone = TimeZone.getDefault();
        byte[] first = written(List.of(List.of("a", "1", "2024-02-29", "true")));
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertArrayEquals(first, written(List.of(List.of("a", "1", "2024-02-29", "true"))));
        } finally {
            TimeZone.setDefault(zone);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), entry.getTimeLocal());
                assertFalse(entry.getName().startsWith("docProps"), entry.getName());
            }
        }
    }

    @Test
    void rowsBeyondASheetGoOnInTheNext() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputTable table = new XlsxOutput(3).begin(bytes, "a/b [register] of a very long name", COLUMNS)) {
            for (int i = 1; i <= 5; i++) {
                table.row(List.of("i" + i, String.valueOf(i), "", ""));
            }
        }
        Path file = Files.write(folder.resolve("out.xlsx"), bytes.toByteArray());
        InputFile book = InputFile.of(file);
        List<String> sheets = new XlsxFormat().parts(book);
        assertEquals(
                List.of(
                        "a-b -register- of a very long n",
                        "a-b -register- of a very lo (2)",
                        "a-b -register- of a very lo (3)"),
                sheets);
        assertEquals(
                List.of("2:i1|1||", "3:i2|2||"),
                Read.of(book.part(sheets.get(0))).rows());
        assertEquals(List.of("2:i5|5||"), Read.of(book.part(sheets.get(2))).rows());
    }

    @Test
    void resultWithoutRowsIsAWorkbookWithAHeader() throws Exception {
        Files.write(folder.resolve("out.xlsx"), written(List.of()));
        Read read = Read.of(InputFile.of(folder.resolve("out.xlsx")));
        assertEquals(List.of("item_id", "quantity", "since", "active"), read.header());
        assertEquals(List.of(), read.rows());
    }

    @Test
    void rowOfOtherLengthIsRefused() throws Exception {
        try (OutputTable table = new XlsxOutput().begin(new ByteArrayOutputStream(), "x", COLUMNS)) {
            assertThrows(IllegalArgumentException.class, () -> table.row(List.of("a")));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new XlsxOutput().begin(new ByteArrayOutputStream(), "x", List.of()));
    }

    private static byte[] written(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputTable table = new XlsxOutput().begin(bytes, "register", COLUMNS)) {
            for (List<String> row : rows) {
                table.row(row);
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] book) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** Place, style, type and text of every cell of the first sheet. */
    private static List<String> cells(byte[] book) throws IOException, XMLStreamException {
        XMLStreamReader xml = XMLInputFactory.newDefaultFactory()
                .createXMLStreamReader(new ByteArrayInputStream(parts(book).get("xl/worksheets/sheet1.xml")));
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                String cell = xml.getAttributeValue(null, "r") + " s=" + xml.getAttributeValue(null, "s") + " t="
                        + xml.getAttributeValue(null, "t") + " ";
                StringBuilder text = new StringBuilder();
                while (!(xml.next() == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("c"))) {
                    text.append(xml.isCharacters() ? xml.getText() : "");
                }
                cells.add(cell + text);
            }
        }
        return cells;
    }
}
