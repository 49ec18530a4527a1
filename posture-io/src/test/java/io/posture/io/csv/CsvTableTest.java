package io.posture.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryKindOfLineEnd(String lineEnd) throws IOException {
        CsvTable csv = open(String.join(lineEnd, "id,name", "1,\"a,b\"", "", "2,c", ""));
        assertEquals(List.of("2: 1|a,b", "4: 2|c"), rows(csv).read);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void decidesTheDelimiterFromTheHeader(String delimiter) throws IOException {
        CsvTable csv = open("id" + delimiter + "name\n1" + delimiter + "\"x" + delimiter + "y\"\n");
        assertEquals(delimiter.charAt(0), csv.delimiter());
        assertEquals(List.of("2: 1|x" + delimiter + "y"), rows(csv).read);
    }

    @Test
    void delimitersInQuotedColumnNamesDoNotCount() throws IOException {
        CsvTable csv = open("\"a,b,c,d\";x\n1;2\n");
        assertEquals(List.of("a,b,c,d", "x"), csv.header());
    }

    @Test
    void takesAwayTheByteOrderMark() throws IOException {
        CsvTable csv = open("\uFEFFid\n1\n");
        assertEquals(List.of("id"), csv.header());
        assertEquals("UTF-8 with BOM", csv.encoding());
        assertEquals(List.of("2: 1"), rows(csv).read);
    }

    @Test
    void readsUtf16WithByteOrderMark() throws IOException {
        CsvTable csv = open("\uFEFFid\tname\r\n1\tGrün\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of("2: 1|Grün"), rows(csv).read);
    }

    @Test
    void readsWhatIsNoUtf8AsWindowsTextAndSaysSo() throws IOException {
        CsvTable csv = open("id,name\n1,C\u00f4te \u20ac\n".getBytes(Charset.forName("windows-1252")));
        assertFalse(csv.encodingCertain());
        assertEquals("windows-1252", csv.encoding());
        assertEquals(List.of("2: 1|C\u00f4te \u20ac"), rows(csv).read);
    }

    @Test
    void refusesAMarkThatTheBytesDoNotKeep() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n', (byte) 0xF4, '\n'};
        String message = assertThrows(InputException.class, () -> open(bytes)).getMessage();
        assertTrue(message.startsWith("t.csv begins as UTF-8 with BOM, but byte 6 is not."), message);
    }

    @Test
    void recognisesGzipByContentAndHashesTheStoredBytes() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("id\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        CsvTable csv = open(zipped.toByteArray());
        assertEquals(List.of("2: 1"), rows(csv).read);
        assertEquals(zipped.size(), csv.bytes());
    }

    @Test
    void hashesLikeAnyOtherTool() throws IOException {
        // printf 'id\n1\n' | sha256sum
        assertEquals(
                "7cde7fb64fd82bd152710cf238e017b9ab46c0592483edc067ba4f6c75fac108",
                open("id\n1\n").sha256());
    }

    @Test
    void namesCutOffGzip() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("id,name\n1,something long enough\n".repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
        String message = assertThrows(InputException.class, () -> open(half)).getMessage();
        assertTrue(message.contains("is gzip, but its compressed data is cut off or damaged"), message);
    }

    @Test
    void namesAnEmptyFile() {
        assertEquals(
                "t.csv is empty: it has no header line and no rows",
                assertThrows(InputException.class, () -> open("")).getMessage());
        assertEquals(
                "t.csv is empty: it has no header line and no rows",
                assertThrows(InputException.class, () -> open("\n\n")).getMessage());
    }

    @Test
    void namesAGitLfsPointer() {
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
        assertEquals(
                "t.csv is a Git LFS pointer, not the data itself. Maybe 'git lfs pull' fetches the file.",
                assertThrows(InputException.class, () -> open(pointer)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004", "PAR1", "%PDF-1.7", "{\"a\": 1}", "<html>", "a,b\n1,\0\n"})
    void namesFilesOfAnotherKind(String start) {
        String message = assertThrows(InputException.class, () -> open(start)).getMessage();
        assertTrue(message.contains("eed CSV or CSV.gz"), message);
    }

    @Test
    void namesAMissingFileAndItsNeighbour() throws IOException {
        Files.writeString(folder.resolve("items.csv"), "item_id\n");
        String message = assertThrows(InputException.class, () -> InputFile.of(folder.resolve("itmes.csv")))
                .getMessage();
        assertTrue(message.endsWith("itmes.csv\". Maybe \"items.csv\" is meant."), message);
    }

    @Test
    void setsAsideRowsWithTooFewOrTooManyCells() throws IOException {
        Rows rows = rows(open("a,b,c\n1,2,3\n4,5\n6,7,8,9\n"));
        assertEquals(List.of("2: 1|2|3"), rows.read);
        assertEquals(
                "t.csv:3:3 [E-ROW-001] the row has 2 cells, the header has 3: 'c' and what follows is missing. "
                        + RejectCode.TOO_FEW_CELLS.remedy() + " Row set aside in rejects.csv.",
                rows.broken.get(0).text());
        assertEquals(RejectCode.TOO_MANY_CELLS, rows.broken.get(1).code());
        assertEquals(4, rows.broken.get(1).column());
        assertEquals("9", rows.broken.get(1).value());
        assertEquals("6,7,8,9", rows.broken.get(1).raw());
        assertEquals(3, rows.count);
    }

    @Test
    void aQuoteThatDoesNotEndCostsOneRowOnly() throws IOException {
        Rows rows = rows(open("a,b\n1,x\n2,\"open\n3,y\n4,\"z\"\n5,\"open\n6,w\n"));
        assertEquals(List.of("2: 1|x", "4: 3|y", "5: 4|z", "7: 6|w"), rows.read);
        assertEquals(List.of(3, 6), rows.broken.stream().map(Reject::line).toList());
        assertEquals(RejectCode.BROKEN_QUOTE, rows.broken.get(0).code());
        assertEquals(2, rows.broken.get(0).column());
        assertEquals("2,\"open", rows.broken.get(0).raw());
        assertEquals(
                "the quotes of this row do not match: a quoted text goes on after its closing quote",
                rows.broken.get(0).message());
        assertEquals(
                "the quotes of this row do not match: a quoted text begins that does not end",
                rows.broken.get(1).message());
        assertEquals(6, rows.count);
    }

    @Test
    void aQuotedLineBreakIsPartOfItsCell() throws IOException {
        Rows rows = rows(open("a,b\n1,\"x\ny\"\n2,z\n"));
        assertEquals(List.of("2: 1|x\ny", "4: 2|z"), rows.read);
    }

    @Test
    void manyBrokenQuotesMeanThatTheFileIsNoCsv() {
        String lines = "a,b\n" + "1,\"x\"y\n".repeat(300);
        String message =
                assertThrows(InputException.class, () -> rows(open(lines))).getMessage();
        assertTrue(message.startsWith("t.csv has more than 200 rows with broken quotes"), message);
    }

    @Test
    void findsColumnsWhateverTheirCase() throws IOException {
        CsvTable csv = open(" Item_ID ,b\n1,2\n");
        assertEquals(0, csv.indexOf("item_id"));
        assertEquals(-1, csv.indexOf("c"));
    }

    @Test
    void refusesAColumnThatIsThereTwice() throws IOException {
        CsvTable csv = open("a,b,A\n1,2,3\n");
        String message =
                assertThrows(InputException.class, () -> csv.indexOf("a")).getMessage();
        assertTrue(message.startsWith("t.csv has the column 'a' twice, as columns 1 and 3."), message);
    }

    @Test
    void noticesAFileThatChangesWhileItIsRead() throws IOException {
        CsvTable csv = open("a\n1\n2\n");
        RowHandler meddler = new RowHandler() {
            @Override
            public void row(RawRow row) {
                try {
                    Files.writeString(folder.resolve("t.csv"), "a\n1\n2\n3\n");
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            }

            @Override
            public void broken(Reject reject) {
                throw new AssertionError(reject.text());
            }
        };
        String message = assertThrows(UncheckedIOException.class, () -> csv.read(meddler))
                .getMessage();
        assertTrue(message.contains("t.csv changed while it was read: it was 6 bytes"), message);
    }

    private CsvTable open(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aHeaderWhoseQuoteDoesNotEndIsRefusedAndNotTakenForARow() throws IOException {
        String message = assertThrows(InputException.class, () -> open("id,\"name\n1,a\n2,b\n"))
                .getMessage();
        assertTrue(message.contains(" has a header line that cannot be read: "), message);
        assertTrue(message.endsWith("Maybe a quote is missing in it."), message);
    }

    private CsvTable open(byte[] bytes) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, bytes);
        return CsvTable.open(InputFile.of(file));
    }

    private static Rows rows(CsvTable csv) {
        Rows rows = new Rows();
        rows.count = csv.read(rows);
        return rows;
    }

    private static final class Rows implements RowHandler {

        private final List<String> read = new ArrayList<>();
        private final List<Reject> broken = new ArrayList<>();
        private long count;

        @Override
        public void row(RawRow row) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.cell(i));
            }
            read.add(row.line() + ": " + String.join("|", cells));
        }

        @Override
        public void broken(Reject reject) {
            broken.add(reject);
        }
    }
}
