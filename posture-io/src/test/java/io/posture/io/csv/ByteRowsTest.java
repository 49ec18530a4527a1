package io.posture.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.Damage;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.source.ByteRows;
import io.posture.io.source.ByteRowsHandler;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows as bytes and rows as text are the same rows. */
class ByteRowsTest {

    @TempDir
    Path folder;

    /** Writes down everything it is told. */
    private static class Events implements RowHandler {

        final SortedMap<Integer, String> events = new TreeMap<>();

        @Override
        public void row(RawRow row) {
            add(row);
        }

        @Override
        public void broken(Reject reject) {
            assertNull(events.put(reject.line(), "broken " + reject.text() + " " + reject.raw()));
        }

        void add(RawRow row) {
            assertNull(events.put(row.line(), event(row)));
        }

        private static String event(RawRow row) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.cell(i));
            }
            return row.line() + " " + cells + " " + row.text();
        }
    }

    /** The same of rows that it takes as bytes, which are some of those that it is offered. */
    private static final class ByteEvents extends Events implements ByteRowsHandler {

        private final Random random = new Random(5);
        private long taken;

        @Override
        public long take(ByteRows rows) {
            long bits = random.nextLong();
            for (int row = 0; row < rows.count(); row++) {
                if ((bits & (1L << row)) != 0) {
                    taken++;
                    add(rows.raw(row, ','));
                }
            }
            return bits;
        }
    }

    @Test
    void everyDialectGivesTheSameRows() throws IOException {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
                String text = String.join(
                        lineEnd,
                        "item_id,date,quantity",
                        "bolt,2025-01-06,10",
                        "",
                        "\"nut\",\"2025-01-06\",\"10\"",
                        "caf\u00e9 \u20ac,2025-01-06,10",
                        "\"a,b\",2025-01-06,",
                        "\"a \"\"b\"\"\",2025-01-06,1",
                        "5\" pipe,2025-01-06,1",
                        "too,few",
                        "too,many,cells,here",
                        "\"ends\",\"quoted\",\"twice\",\"\"",
                        "\"x\"y,2025-01-06,1",
                        "last,2025-01-06,3");
                for (String end : List.of("", lineEnd, lineEnd + lineEnd)) {
                    assertSame((text + end).getBytes(charset), 1);
                    assertSame(
                            (text + lineEnd + "\"several" + lineEnd + "lines\",2025-01-06,1" + lineEnd
                                            + "z,2025-01-06,1" + end)
                                    .getBytes(charset),
                            1);
                    assertSame(
                            (text + lineEnd + "\"never closed,2025-01-06,1" + lineEnd + "z,2025-01-06,1" + end)
                                    .getBytes(charset),
                            1);
                }
            }
        }
    }

    @Test
    void rowsOverTheEndsOfTheBufferAreWhole() throws IOException {
        StringBuilder text = new StringBuilder("item_id,date,quantity\r\n");
        Random random = new Random(7);
        while (text.length() < 600_000) {
            text.append("x".repeat(1 + random.nextInt(400)))
                    .append(random.nextBoolean() ? ",2025-01-06,\"7\"" : ",\"2025-01-06\",7")
                    .append(random.nextInt(3) == 0 ? "\r" : random.nextBoolean() ? "\n" : "\r\n");
        }
        text.append("y".repeat(300_000)).append(",2025-01-06,1\n").append("z,2025-01-06,1");
        assertSame(text.toString().getBytes(StandardCharsets.UTF_8), 1000);
    }

    @Test
    void damagedFilesGiveTheSameRowsAndTheSameRejects() throws IOException {
        byte[] sound = CsvFuzzTest.sample();
        int compared = 0;
        for (int round = 0; round < CsvFuzzTest.ROUNDS; round++) {
            byte[] damaged = Damage.of(sound, new Random(round));
            try {
                assertSame(damaged, 0);
                compared++;
            } catch (InputException refused) {
                assertTrue(String.valueOf(refused.getMessage()).startsWith("rows.csv "), refused::getMessage);
            }
        }
        assertTrue(compared > CsvFuzzTest.ROUNDS / 4, "nearly every file was refused: nothing was compared");
    }

    private void assertSame(byte[] bytes, long leastTaken) throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.write(file, bytes);
        CsvTable csv = CsvTable.open(InputFile.of(file));
        Events general = new Events();
        long rows = csv.read(general);
        ByteEvents plain = new ByteEvents();
        assertEquals(rows, csv.read(plain));
        assertEquals(general.events, plain.events);
        assertEquals(1, csv.share().orElseThrow(), 0);
        assertTrue(plain.taken >= leastTaken, () -> "only " + plain.taken + " rows were taken as bytes");
    }
}
