package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.posture.io.OutputFormats;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data in other formats than CSV, and results in them, from end to end. */
class FormatsTest {

    private static final List<String> RESULTS = List.of("register", "lean-candidates", "pareto", "rejects");
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    @TempDir
    private Path work;

    private Path csv = Path.of("");

    @BeforeEach
    void prepare() {
        csv = SmallData.in(work.resolve("csv"));
    }

    @Test
    void jsonLinesGiveTheSameRegisterAsCsv() throws IOException {
        Path lines = Files.createDirectories(work.resolve("lines"));
        for (Path table : tables()) {
            asJsonLines(table, lines.resolve(name(table) + ".jsonl"));
        }
        assertSameRun(lines);
    }

    @Test
    void zippedJsonLinesGiveTheSameRegisterAsCsv() throws IOException {
        Path lines = Files.createDirectories(work.resolve("lines"));
        for (Path table : tables()) {
            asJsonLines(table, lines.resolve(name(table) + ".ndjson.gz"));
        }
        assertSameRun(lines);
    }

    @Test
    void parquetGivesTheSameRegisterAsCsv() throws IOException {
        Path parquet = Files.createDirectories(work.resolve("parquet"));
        for (Path table : tables()) {
            asParquet(table, parquet.resolve(name(table) + ".parquet"));
        }
        assertSameRun(parquet);
    }

    @Test
    void tablesMayComeInDifferentFormats() throws IOException {
        Path mixed = Files.createDirectories(work.resolve("mixed"));
        Files.copy(csv.resolve("items.csv"), mixed.resolve("items.csv"));
        asJsonLines(csv.resolve("receipts.csv"), mixed.resolve("receipts.jsonl"));
        asJsonLines(csv.resolve("suppliers.csv"), mixed.resolve("suppliers.jsonl.gz"));
        asParquet(csv.resolve("demand.csv"), mixed.resolve("demand.parquet"));
        assertSameRun(mixed);
    }

    @Test
    void aDamagedParquetFileIsAnUnusableInput() throws IOException {
        Files.delete(csv.resolve("demand.csv"));
        SmallData.write(csv.resolve("demand.parquet"), "PAR1 and nothing more");
        Terminal terminal = Terminal.run("assess", csv, "--out", work.resolve("out"));
        assertEquals(3, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains("demand.parquet begins as a Parquet file, but does not end"), terminal::err);
    }

    @Test
    void rowsOfJsonLinesThatCannotBeUsedAreSetAsideAndCounted() throws IOException {
        Path lines = Files.createDirectories(work.resolve("lines"));
        for (Path table : tables()) {
            asJsonLines(table, lines.resolve(name(table) + ".jsonl"));
        }
        Path demand = lines.resolve("demand.jsonl");
        Files.writeString(
                demand,
                Files.readString(demand) + "{\"item_id\":\"nut\",\"date\":\n{\"item_id\":\"nut\",\"quantity\":[1]}\n"
                        + "{\"item_id\":\"nut\",\"date\":\"2026-03-02\",\"quantity\":\"many\"}\n");
        Path out = assess(lines, "out");
        List<String> codes = records(out.resolve("rejects.csv")).stream()
                .map(row -> row.getField("line") + " " + row.getField("code"))
                .toList();
        assertEquals(List.of("121 E-JSON-001", "122 E-JSON-002", "123 E-NUM-003"), codes);
    }

    @Test
    void aJsonArrayIsRefusedWithTheWayOut() throws IOException {
        Files.delete(csv.resolve("demand.csv"));
        SmallData.write(csv.resolve("demand.jsonl"), "[\n{\"item_id\":\"nut\"}\n]\n");
        Terminal terminal = Terminal.run("assess", csv, "--out", work.resolve("out"));
        assertEquals(3, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains("demand.jsonl begins as a JSON array, need JSON lines"), terminal::err);
        assertFalse(Files.exists(work.resolve("out")));
    }

    @Test
    void resultsAreWrittenInTheFormatsThatAreNamed() throws IOException {
        Path out = assess(csv, "out", "--formats", "jsonl,parquet");
        for (String result : RESULTS) {
            assertTrue(Files.exists(out.resolve(result + ".csv")), result);
            assertTrue(Files.exists(out.resolve(result + ".parquet")), result);
            assertTrue(Files.exists(out.resolve(result + ".jsonl")), result);
        }
        assertEquals(
                records(out.resolve("register.csv")).size(),
                Files.readAllLines(out.resolve("register.jsonl")).size());
        assertEquals(0, Terminal.run("verify", out).exitCode());
        Files.writeString(out.resolve("register.jsonl"), "{}\n");
        Terminal verify = Terminal.run("verify", out);
        assertEquals(1, verify.exitCode(), verify::all);
        assertTrue(verify.all().contains("register.jsonl was changed after the run"), verify::all);
    }

    @Test
    void resultsAreTheSameBytesOnRerunInEveryFormat() throws IOException {
        Path one = assess(csv, "one", "--formats", "jsonl,parquet", "--threads", "1");
        Path two = assess(csv, "two", "--formats", "parquet,jsonl", "--threads", "2");
        for (String result : RESULTS) {
            for (String file : List.of(result + ".jsonl", result + ".parquet")) {
                assertEquals(-1, Files.mismatch(one.resolve(file), two.resolve(file)), file);
            }
        }
    }

    @Test
    void demoWritesFormatsToo() throws IOException {
        Path out = work.resolve("out");
        Terminal terminal = Terminal.run("demo", "--quiet", "--formats", "jsonl", "--out", out);
        assertEquals(0, terminal.exitCode(), terminal::all);
        assertEquals(
                records(out.resolve("register.csv")).size(),
                Files.readAllLines(out.resolve("register.jsonl")).size());
        assertEquals(0, Terminal.run("verify", out).exitCode());
    }

    @Test
    void runWithoutDataRepeatsTheFormatsOfTheLastOne() throws IOException {
        Path out = assess(csv, "out", "--formats", "parquet,jsonl");
        Terminal again = Terminal.run("assess", "--quiet", "--out", out);
        assertEquals(0, again.exitCode(), again::all);
        for (String result : RESULTS) {
            assertTrue(Files.exists(out.resolve(result + ".parquet")), result);
            assertTrue(Files.exists(out.resolve(result + ".jsonl")), result);
        }
        assertEquals(
                0,
                Terminal.run("assess", "--quiet", "--out", out, "--formats", "jsonl")
                        .exitCode());
        assertTrue(Files.exists(out.resolve("register.jsonl")));
        assertFalse(Files.exists(out.resolve("register.parquet")));
        assertEquals(
                0,
                Terminal.run("assess", "--quiet", "--out", out, "--formats", "csv")
                        .exitCode());
        assertEquals(0, Terminal.run("assess", "--quiet", "--out", out).exitCode());
        assertFalse(Files.exists(out.resolve("register.jsonl")));
    }

    @Test
    void aFormatThatIsNotInstalledIsAUsageErrorBeforeAnythingIsRead() {
        Terminal terminal = Terminal.run("assess", csv, "--formats", "jsonl,spss", "--out", work.resolve("out"));
        assertEquals(2, terminal.exitCode(), terminal::all);
        assertTrue(
                terminal.err().contains("--formats: no output format 'spss' is installed. Installed: [csv, jsonl"),
                terminal::err);
        assertFalse(Files.exists(work.resolve("out")));
    }

    private void assertSameRun(Path other) throws IOException {
        Path expected = assess(csv, "expected");
        Path actual = assess(other, "actual");
        for (String name : List.of("register.csv", "lean-candidates.csv", "pareto.csv")) {
            assertEquals(Files.readString(expected.resolve(name)), Files.readString(actual.resolve(name)), name);
        }
        assertEquals(3, records(actual.resolve("register.csv")).size());
        assertEquals(0, Terminal.run("verify", actual).exitCode());
    }

    private Path assess(Path data, String name, Object... arguments) {
        Path out = work.resolve(name);
        Object[] all = new Object[arguments.length + 4];
        all[0] = "assess";
        all[1] = data;
        all[2] = "--out";
        all[3] = out;
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        Terminal terminal = Terminal.run(all);
        assertEquals(0, terminal.exitCode(), terminal::all);
        return out;
    }

    private List<Path> tables() throws IOException {
        try (var files = Files.list(csv)) {
            return files.sorted().toList();
        }
    }

    private static String name(Path table) {
        return table.getFileName().toString().replace(".csv", "");
    }

    /** The same cells, numbers as JSON numbers and empty ones as null. */
    private static void asJsonLines(Path from, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                OutputStream out = to.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file;
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            for (NamedCsvRecord row : records(from)) {
                json.writeStartObject();
                for (String column : row.getHeader()) {
                    String cell = row.getField(column);
                    json.writeFieldName(column);
                    if (cell.isEmpty()) {
                        json.writeNull();
                    } else if (cell.matches(NUMBER)) {
                        json.writeNumber(cell);
                    } else {
                        json.writeString(cell);
                    }
                }
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }

    /** The same cells, numbers as doubles, days as dates and empty ones as null. */
    private static void asParquet(Path from, Path to) throws IOException {
        OutputFormat parquet =
                OutputFormats.installed().named(List.of("parquet")).get(0);
        List<NamedCsvRecord> rows = records(from);
        List<OutputColumn> columns = rows.get(0).getHeader().stream()
                .map(name -> new OutputColumn(name, kind(name, rows)))
                .toList();
        try (OutputTable table = parquet.begin(Files.newOutputStream(to), "table", columns)) {
            for (NamedCsvRecord row : rows) {
                table.row(row.getFields());
            }
        }
    }

    private static OutputColumn.Kind kind(String column, List<NamedCsvRecord> rows) {
        List<String> cells = rows.stream().map(row -> row.getField(column)).toList();
        if (cells.stream().allMatch(cell -> cell.isEmpty() || cell.matches(NUMBER))) {
            return OutputColumn.Kind.NUMBER;
        }
        return cells.stream().allMatch(cell -> cell.isEmpty() || cell.matches("\\d{4}-\\d{2}-\\d{2}"))
                ? OutputColumn.Kind.DATE
                : OutputColumn.Kind.TEXT;
    }

    private static List<NamedCsvRecord> records(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        }
    }
}
