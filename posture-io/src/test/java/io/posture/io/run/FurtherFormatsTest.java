package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.posture.io.jsonl.JsonLinesOutput;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results in further formats, beside their CSV. */
class FurtherFormatsTest {

    private static final List<String> RESULTS = List.of("register", "lean-candidates", "pareto", "rejects");

    @TempDir
    private Path work;

    /** A format whose disk fills up at the third row. */
    private record FullDisk(String id) implements OutputFormat {

        @Override
        public OutputTable begin(OutputStream out, String name, List<OutputColumn> columns) {
            return new OutputTable() {
                private int rows;

                @Override
                public void row(List<String> cells) throws IOException {
                    if (++rows == 3) {
                        throw new IOException("No space left on device");
                    }
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }
            };
        }
    }

    @Test
    void withoutFormatsThereIsCsvAlone() {
        Path out = work.resolve("out");
        new SmallRun().item("a", 2).into(out);
        RESULTS.forEach(name -> assertFalse(Files.exists(out.resolve(name + ".jsonl")), name));
    }

    @Test
    void everyResultSaysTheSameInEveryFormat() throws IOException {
        Path out = some().formats(new JsonLinesOutput()).intoFolder(work.resolve("out"));
        for (String name : RESULTS) {
            List<NamedCsvRecord> rows = csv(out.resolve(name + ".csv"));
            List<JsonNode> lines = json(out.resolve(name + ".jsonl"));
            assertFalse(rows.isEmpty(), name);
            assertEquals(rows.size(), lines.size(), name);
            for (int i = 0; i < rows.size(); i++) {
                NamedCsvRecord row = rows.get(i);
                JsonNode line = lines.get(i);
                assertEquals(row.getHeader(), List.copyOf(names(line)), name);
                for (String column : row.getHeader()) {
                    JsonNode value = line.get(column);
                    String text = value.isNull() ? "" : value.asText();
                    String cell = row.getField(column);
                    if (value.isNumber()) {
                        assertEquals(Double.parseDouble(cell), value.doubleValue(), 0, column);
                    } else {
                        assertTrue(cell.equals(text) || cell.equals("'" + text), column + ": " + cell + " / " + text);
                    }
                }
            }
        }
    }

    @Test
    void numbersAndFlagsAreTypedAndUnknownIsNull() throws IOException {
        Path out = new SmallRun()
                .item("a", 2.5)
                .itemWithoutCost("b")
                .formats(new JsonLinesOutput())
                .intoFolder(work.resolve("out"));
        JsonNode first = json(out.resolve("register.jsonl")).get(0);
        assertTrue(first.get("buffer_value").isNumber());
        assertEquals(12.5, first.get("buffer_value").doubleValue());
        assertTrue(first.get("seasonal").isBoolean());
        assertTrue(first.get("item_id").isTextual());
        assertTrue(
                json(out.resolve("register.jsonl")).get(1).get("buffer_value").isNull());
        assertTrue(json(out.resolve("rejects.jsonl")).get(0).get("line").isIntegralNumber());
    }

    @Test
    void furtherFilesAreHashedAndVerified() throws IOException {
        Path out = some().formats(new JsonLinesOutput()).intoFolder(work.resolve("out"));
        assertTrue(Verification.of(out).sound());
        assertEquals(
                RunFiles.OUTPUTS.size() + RESULTS.size() + 1,
                Verification.of(out).files());
        Files.writeString(out.resolve("register.jsonl"), "{}\n");
        Files.delete(out.resolve("pareto.jsonl"));
        List<String> problems = Verification.of(out).problems();
        assertTrue(
                problems.get(0).startsWith("register.jsonl was changed after the run: it has 3 bytes"),
                problems::toString);
        assertEquals("pareto.jsonl is missing", problems.get(1));
    }

    @Test
    void furtherFilesAreTheSameBytesForAnyNumberOfThreads() throws IOException {
        Path one = some().formats(new JsonLinesOutput()).intoFolder(work.resolve("one"));
        Path eight = some().threads(8).formats(new JsonLinesOutput()).intoFolder(work.resolve("eight"));
        for (String name : RESULTS) {
            assertEquals(-1, Files.mismatch(one.resolve(name + ".jsonl"), eight.resolve(name + ".jsonl")), name);
        }
    }

    @Test
    void formatsChangeNeitherTheOtherFilesNorTheNameOfTheRun() throws IOException {
        Path plain = some().intoFolder(work.resolve("plain"));
        Path more = some().formats(new JsonLinesOutput()).intoFolder(work.resolve("more"));
        for (String name : RunFiles.OUTPUTS) {
            assertEquals(-1, Files.mismatch(plain.resolve(name), more.resolve(name)), name);
        }
        assertEquals(
                RunManifest.find(plain).orElseThrow().runId(),
                RunManifest.find(more).orElseThrow().runId());
    }

    @Test
    void aLaterRunTakesThePlaceOfOneInMoreFormats() throws IOException {
        some().formats(new JsonLinesOutput()).intoFolder(work.resolve("out"));
        Path out = some().intoFolder(work.resolve("out"));
        assertTrue(Verification.of(out).sound());
        assertTrue(Files.exists(work.resolve("out.previous/register.jsonl")));
    }

    @Test
    void theRestOfAStoppedRunInMoreFormatsIsRemoved() throws IOException {
        Path rest = Files.createDirectory(work.resolve("out.tmp-0123456789ab"));
        Files.writeString(rest.resolve("register.csv"), "");
        Files.writeString(rest.resolve("register.parquet"), "PAR1");
        some().intoFolder(work.resolve("out"));
        assertFalse(Files.exists(rest));
    }

    @Test
    void aFormatThatCannotWriteLeavesNothing() {
        SmallRun run = some().formats(new FullDisk("full"));
        String message = assertThrows(UncheckedIOException.class, () -> run.into(work.resolve("out")))
                .getMessage();
        assertTrue(message.contains("No space left on device"), message);
        assertFalse(Files.exists(work.resolve("out")));
        assertEquals(List.of(), Disk.entries(work));
    }

    private static SmallRun some() {
        SmallRun run = new SmallRun();
        IntStream.range(0, 60)
                .forEach(i -> run.item(
                        (i % 20 == 0 ? "boom" : i % 7 == 0 ? "lost" : i % 3 == 0 ? "lean" : "=item") + i, 1 + i / 3.0));
        return run;
    }

    private static List<String> names(JsonNode line) {
        List<String> names = new ArrayList<>();
        line.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> json(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }

    private static List<NamedCsvRecord> csv(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        }
    }
}
