package io.posture.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.Damage;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files: no crash, no hang, no lost row. {@code -Dposture.fuzz.file=FILE -Dposture.fuzz.rounds=N} damages a file of
 * one's own instead of the bundled one.
 */
class CsvFuzzTest {

    static final int ROUNDS = Integer.getInteger("posture.fuzz.rounds", 400);
    private static final int HEAD_BYTES = 12_000;

    @TempDir
    private Path folder;

    /** Counts what is read. */
    private static final class Count implements RowHandler {
        private long rows;
        private long broken;
        private long linesInside;

        @Override
        public void row(RawRow row) {
            rows++;
            for (int i = 0; i < row.size(); i++) {
                linesInside += linesOf(row.cell(i));
            }
        }

        @Override
        public void broken(Reject reject) {
            broken++;
            assertTrue(reject.line() > 1, reject::text);
        }
    }

    @Test
    void damagedFilesAreReadToTheEndOrRefusedInWords() throws IOException {
        byte[] sound = sample();
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = Damage.of(sound, new Random(round));
            Path file = folder.resolve("damaged.csv");
            Files.write(file, damaged);
            int number = round;
            read += assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(file, damaged, number)) ? 1 : 0;
        }
        assertTrue(read > ROUNDS / 4, "nearly every file was refused: nothing was tested");
    }

    private static boolean check(Path file, byte[] damaged, int round) {
        try {
            CsvTable csv = CsvTable.open(InputFile.of(file));
            Count first = new Count();
            long counted = csv.read(first);
            assertEquals(counted, first.rows + first.broken, () -> "seed " + round);
            if (csv.encoding().equals("UTF-8")) {
                assertEquals(lines(damaged) - headerLines(csv), counted + first.linesInside, () -> "seed " + round);
            }
            Count second = new Count();
            assertEquals(counted, csv.read(second));
            assertEquals(first.broken, second.broken);
            return true;
        } catch (InputException refused) {
            assertTrue(String.valueOf(refused.getMessage()).startsWith("damaged.csv "), refused::getMessage);
            return false;
        }
    }

    private static long headerLines(CsvTable csv) {
        return 1 + csv.header().stream().mapToLong(CsvFuzzTest::linesOf).sum();
    }

    /** What follows a line end inside a cell is a line of the file, unless it is blank. */
    private static long linesOf(String cell) {
        String[] lines = cell.split("\r\n|\n|\r", -1);
        long inside = lines.length - 1L;
        for (int line = 1; line < lines.length - 1; line++) {
            inside -= lines[line].isEmpty() ? 1 : 0;
        }
        return inside;
    }

    /** Lines that are not blank, counted without a CSV parser. */
    private static long lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.stream((text.startsWith("\ufeff") ? text.substring(1) : text).split("\r\n|\n|\r", -1))
                .filter(line -> !line.isEmpty())
                .count();
    }

    static byte[] sample() throws IOException {
        String own = System.getProperty("posture.fuzz.file");
        try (InputStream stored = own == null
                        ? Objects.requireNonNull(CsvTable.class.getResourceAsStream(
                                "/io/posture/io/demo/SCMS_Delivery_History_public.csv.gz"))
                        : Files.newInputStream(Path.of(own));
                InputStream in = own == null || own.endsWith(".gz") ? new GZIPInputStream(stored) : stored) {
            return in.readNBytes(HEAD_BYTES);
        }
    }
}
