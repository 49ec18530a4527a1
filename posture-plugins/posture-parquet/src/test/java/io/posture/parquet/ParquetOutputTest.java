package io.posture.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputFile;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputColumn.Kind;
import io.posture.io.sink.OutputFormat;
import io.posture.io.sink.OutputTable;
import io.posture.io.source.SourceTable;
import io.posture.io.source.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetOutputTest {

    private static final List<OutputColumn> COLUMNS = List.of(
            new OutputColumn("item_id", Kind.TEXT),
            new OutputColumn("cost", Kind.NUMBER),
            new OutputColumn("since", Kind.DATE),
            new OutputColumn("seasonal", Kind.FLAG));

    @TempDir
    Path work;

    @Test
    void isInstalledAsAService() {
        assertTrue(ServiceLoader.load(OutputFormat.class).stream()
                .anyMatch(format -> format.type() == ParquetOutput.class));
        assertTrue(ServiceLoader.load(TableFormat.class).stream()
                .anyMatch(format -> format.type() == ParquetFormat.class));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        assertEquals(
                List.of("007|1.5|2026-11-20|true", "=1+1|-2.0E-7||false", "|||"),
                Rows.of(written(List.of(
                        List.of("007", "1.50", "2026-11-20", "true"),
                        List.of("=1+1", "-2E-7", "", "false"),
                        List.of("", "", "", "")))));
    }

    @Test
    void aTableWithoutRowsHasItsColumns() throws IOException {
        SourceTable table = new ParquetFormat().open(InputFile.of(written(List.of())));
        assertEquals(List.of("item_id", "cost", "since", "seasonal"), table.header());
        assertEquals(List.of(), Rows.of(table));
    }

    @Test
    void sameRowsGiveTheSameBytesAndNoClock() throws IOException {
        byte[] first = many();
        assertArrayEquals(first, many());
        String text = new String(first, StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("PAR1") && text.endsWith("PAR1"));
        assertTrue(text.contains("posture"));
    }

    @Test
    void longTextsEndARowGroupEarly() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(List.of(i + "x".repeat(1_000_000), "", "", ""));
        }
        Path file = work.resolve("t.parquet");
        Files.write(file, bytes(rows));
        assertTrue(Reference.rowGroups(file).size() > 2);
        assertEquals(100, Rows.of(file).size());
    }

    @Test
    void cellsThatAreNotOfTheirKindAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> written(List.of(List.of("a", "x", "", ""))));
        assertThrows(IllegalArgumentException.class, () -> written(List.of(List.of("a", "", "", "maybe"))));
    }

    private byte[] many() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            rows.add(List.of("item " + i, Integer.toString(i % 100), "2026-11-20", "true"));
        }
        return bytes(rows);
    }

    private Path written(List<List<String>> rows) throws IOException {
        return Files.write(work.resolve("t.parquet"), bytes(rows));
    }

    private static byte[] bytes(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputTable table = new ParquetOutput().begin(bytes, "register", COLUMNS)) {
            for (List<String> row : rows) {
                table.row(row);
            }
        }
        return bytes.toByteArray();
    }
}
