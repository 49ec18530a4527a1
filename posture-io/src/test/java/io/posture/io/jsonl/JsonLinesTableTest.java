package io.posture.io.jsonl;

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
import io.posture.io.source.SourceTable;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTableTest {

    @TempDir
    Path folder;

    @Test
    void columnsAreTheKeysOfAllRowsInOrderOfAppearance() throws IOException {
        SourceTable table = open("{\"b\": 1}\n{\"a\": \"x\", \"b\": 2}\n{\"c\": true}\n");
        assertEquals(List.of("b", "a", "c"), table.header());
        assertEquals(List.of("1: 1||", "2: 2|x|", "3: ||true"), rows(table).read);
    }

    @Test
    void nullAndAMissingKeyAreEmptyCells() throws IOException {
        assertEquals(List.of("1: 1|", "2: |2"), rows(open("{\"a\":1,\"b\":null}\n{\"b\":2}\n")).read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.50", "-0.0", "1e-07", "12345678901234567890", "0.30000000000000004"})
    void numbersStayAsTheyAreWritten(String number) throws IOException {
        assertEquals(List.of("1: " + number), rows(open("{\"a\": " + number + "}")).read);
    }

    @Test
    void readsWhatPythonWrites() throws IOException {
        // print(json.dumps({...})) of Python 3.11, escapes and all
        String line = "{\"item_id\": \"Gr\\u00fcn \\\"x\\\" \\\\ \\ud834\\udd1e\", \"unit_cost\": 0.30000000000000004,"
                + " \"ok\": true, \"none\": null, \"tab\": \"a\\tb\"}";
        assertEquals(
                List.of("1: Gr\u00fcn \"x\" \\ \ud834\udd1e|0.30000000000000004|true||a\tb"), rows(open(line)).read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryKindOfLineEndAndCountsBlankLines(String lineEnd) throws IOException {
        SourceTable table = open(String.join(lineEnd, "", "{\"a\":1}", "  ", "{\"a\":2}", "{\"a\":3}"));
        assertEquals(List.of("2: 1", "4: 2", "5: 3"), rows(table).read);
    }

    @Test
    void takesAwayTheByteOrderMark() throws IOException {
        SourceTable table = open("\uFEFF{\"a\":1}\n");
        assertEquals(List.of("a"), table.header());
        assertEquals("UTF-8 with BOM", table.encoding());
        assertTrue(table.encodingCertain());
    }

    @Test
    void readsWhatIsNoUtf8AsWindowsTextAndSaysSo() throws IOException {
        SourceTable table = open("{\"a\":\"C\u00f4te\"}".getBytes(Charset.forName("windows-1252")));
        assertFalse(table.encodingCertain());
        assertEquals(List.of("1: C\u00f4te"), rows(table).read);
    }

    @Test
    void recognisesGzipByContentAndHashesTheStoredBytes() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));
        }
        SourceTable table = open(zipped.toByteArray());
        assertEquals(List.of("1: 1"), rows(table).read);
        assertEquals(zipped.size(), table.bytes());
    }

    @Test
    void hashesLikeAnyOtherTool() throws IOException {
        // printf '{"a":1}\n' | sha256sum
        assertEquals(
                "e346432021b04179518d9614f3560ccd71354a4ee101ddcb893d6959a9d6301c",
                open("{\"a\":1}\n").sha256());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"a\":`, `the line cannot be read: Unexpected end-of-input within/between Object entries, at character 6`",
                "`{\"a\" 1}`, `the line cannot be read: Unexpected character ('1' (code 49)): was expecting a colon to"
                        + " separate field name and value, at character 6`",
                "`{\"a\":NaN}`, `the line cannot be read: Non-standard token 'NaN', at character 9`",
                "`{\"a\":1},`, the line goes on behind its object",
                "`{\"a\":1} {\"a\":2}`, the line goes on behind its object",
                "`[1, 2]`, `the line is a list, not an object`",
                "`\"a\"`, `the line is a text, not an object`",
                "`null`, `the line is null, not an object`",
            })
    void aBrokenLineIsSetAsideAndReadingGoesOn(String line, String message) throws IOException {
        Rows rows = rows(open("{\"a\":1}\n" + line + "\n{\"a\":3}\n"));
        assertEquals(List.of("1: 1", "3: 3"), rows.read);
        Reject reject = rows.broken.get(0);
        assertEquals(message, reject.message());
        assertEquals(RejectCode.NOT_AN_OBJECT, reject.code());
        assertEquals(line, reject.raw());
        assertEquals(2, reject.line());
        assertEquals(0, reject.column());
        assertEquals(3, rows.count);
    }

    @Test
    void nestedValuesSetTheRowAside() throws IOException {
        Rows rows = rows(open("{\"id\":1,\"tags\":\"x\"}\n{\"id\":2,\"tags\":[1,[2,{}]]}\n{\"id\":{\"a\":1}}\n"));
        assertEquals(List.of("1: 1|x"), rows.read);
        assertEquals(
                "t.jsonl:2:2 [E-JSON-002] \"tags\" holds a list, not a value. " + RejectCode.NESTED_VALUE.remedy()
                        + " Row set aside in rejects.csv.",
                rows.broken.get(0).text());
        assertEquals("\"id\" holds an object, not a value", rows.broken.get(1).message());
        assertEquals(1, rows.broken.get(1).column());
    }

    @Test
    void aKeyThatStandsTwiceSetsTheRowAside() throws IOException {
        Rows rows = rows(open("{\"a\":1}\n{\"a\":1,\"a\":2}\n{\"a\":1,\" a \":1}\n"));
        assertEquals(List.of("1: 1"), rows.read);
        assertEquals("\"a\" stands twice, first with \"1\"", rows.broken.get(0).message());
        assertEquals("2", rows.broken.get(0).value());
        assertEquals(RejectCode.KEY_TWICE, rows.broken.get(1).code());
    }

    @Test
    void aLineWithoutEndIsSetAsideWithoutFillingTheMemory() throws IOException {
        Rows rows = rows(open("{\"a\":1}\n{\"a\":\"" + "x".repeat(1 << 20) + "\"}\n{\"a\":3}\n"));
        assertEquals(List.of("1: 1", "3: 3"), rows.read);
        assertTrue(rows.broken.get(0).message().contains("longer than 1048576 characters"));
        assertEquals(1003, rows.broken.get(0).raw().length());
    }

    @Test
    void deepNestingIsARejectAndNoCrash() throws IOException {
        Rows rows = rows(open("{\"a\":1}\n" + "{\"a\":".repeat(100_000) + "\n" + "[".repeat(100_000) + "\n"));
        assertEquals(
                List.of(RejectCode.NESTED_VALUE, RejectCode.NOT_AN_OBJECT),
                rows.broken.stream().map(Reject::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\": 1}, {\"a\": 2}]", "\n [\n  {\"a\": 1}\n]\n"})
    void anArrayIsToldToBecomeLines(String text) {
        String message = failure(text);
        assertTrue(
                message.startsWith("t.jsonl begins as a JSON array, need JSON lines: an object on each line"), message);
    }

    @Test
    void objectsOverSeveralLinesAreToldToBecomeLines() {
        String message = failure("{\n  \"a\": 1\n}\n");
        assertTrue(message.startsWith("t.jsonl has no line that is a row, need JSON lines"), message);
        assertTrue(message.contains("Line 1: the line cannot be read: Unexpected end-of-input"), message);
    }

    @Test
    void anEmptyFileIsNamed() {
        assertEquals("t.jsonl is empty: it has no rows", failure(""));
        assertTrue(failure("{}\n{}\n").startsWith("t.jsonl has no line that is a row"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004", "PAR1", "%PDF-1.7", "<html>", "{\"a\":\0}"})
    void namesFilesOfAnotherKind(String start) {
        String message = failure(start);
        assertTrue(message.contains("eed JSON lines"), message);
    }

    @Test
    void keysThatAreValuesAreRefused() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1001; i++) {
            lines.append("{\"item ").append(i).append("\": 1}\n");
        }
        String message = failure(lines.toString());
        assertTrue(
                message.startsWith("t.jsonl has more than 1000 different keys, the last is 'item 1000' on line 1001"),
                message);
    }

    @Test
    void noticesAFileThatChangesWhileItIsRead() throws IOException {
        SourceTable table = open("{\"a\":1}\n");
        Files.writeString(folder.resolve("t.jsonl"), "{\"a\":12}\n");
        String message =
                assertThrows(UncheckedIOException.class, () -> rows(table)).getMessage();
        assertTrue(message.contains("t.jsonl changed while it was read: it was 8 bytes"), message);
    }

    @Test
    void cutBytesNeverCrashTheReader() throws IOException {
        byte[] whole = "{\"a\":\"\\u00fc\",\"b\":-1.5e3}\r\n{\"b\":[1]}\n{\"a\":null}".getBytes(StandardCharsets.UTF_8);
        for (int length = 9; length <= whole.length; length++) {
            SourceTable table;
            try {
                table = open(Arrays.copyOf(whole, length));
            } catch (InputException namedAlready) {
                continue;
            }
            Rows rows = rows(table);
            assertEquals(rows.count, rows.read.size() + rows.broken.size());
        }
    }

    @Test
    void isRecognisedByContentWhateverItIsCalled() {
        JsonLinesFormat format = new JsonLinesFormat();
        for (String start : List.of("{\"a\":1}", " \n{ \"a\"", "[ {\"a\"", "{}")) {
            assertTrue(format.recognises(start.getBytes(StandardCharsets.UTF_8)), start);
        }
        assertTrue(format.recognises("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        for (String start : List.of("item_id,date", "{a},b", "[item],[date]", "PAR1")) {
            assertFalse(format.recognises(start.getBytes(StandardCharsets.UTF_8)), start);
        }
    }

    private String failure(String text) {
        return assertThrows(InputException.class, () -> open(text)).getMessage();
    }

    private SourceTable open(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private SourceTable open(byte[] bytes) throws IOException {
        Path file = folder.resolve("t.jsonl");
        Files.write(file, bytes);
        return new JsonLinesFormat().open(InputFile.of(file));
    }

    private static Rows rows(SourceTable table) {
        Rows rows = new Rows();
        rows.count = table.read(rows);
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
