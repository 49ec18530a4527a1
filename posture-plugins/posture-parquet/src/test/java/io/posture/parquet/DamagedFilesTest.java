package io.posture.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were cut off, mixed up, or changed on the way. */
class DamagedFilesTest {

    private static final Path FILES = Path.of("src/test/resources/parquet-testing");

    @TempDir
    Path work;

    @Test
    void anEmptyFileIsNamed() {
        assertEquals("t.parquet is empty: it has no columns and no rows", failure(new byte[0]));
    }

    @Test
    void aFileOfAnotherKindIsNamed() {
        String message = failure("item_id,date,quantity\nbolt,2026-01-05,1\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(message.startsWith("t.parquet is not a Parquet file: it does not begin with PAR1"), message);
    }

    @Test
    void aFooterThatCannotBeThereIsDamage() {
        byte[] bytes = "PAR1\u0001\u0002\u0003\u0004\uffff\uffff\uffff\u007fPAR1".getBytes(StandardCharsets.ISO_8859_1);
        String message = failure(bytes);
        assertTrue(message.startsWith("t.parquet is damaged as a Parquet file: its footer is said to have"), message);
    }

    @Test
    void aFileCutOffAnywhereIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve("alltypes_plain.parquet"));
        for (int length = 1; length < whole.length; length++) {
            String message = failure(Arrays.copyOf(whole, length));
            assertTrue(message.contains("cut off") || message.contains("is damaged as a Parquet file"), message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alltypes_plain.snappy.parquet",
                "alltypes_dictionary.parquet",
                "lz4_raw_compressed.parquet",
                "page_v2_empty_compressed.parquet",
                "sort_columns.parquet",
                "rle-dict-snappy-checksum.parquet"
            })
    void changedBytesEndInRowsOrInWordsAndNeverInACrash(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve(name));
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int refused = 0;
        for (int round = 0; round < 1500; round++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(work.resolve("t.parquet"), bytes);
            try {
                Rows.of(file);
            } catch (InputException named) {
                refused++;
                assertTrue(named.getMessage().startsWith("t.parquet "), named.getMessage());
            }
        }
        assertTrue(refused > 100, "refused " + refused);
    }

    @Test
    void aMistakeOfWhoTakesTheRowsIsNotBlamedOnTheFile() throws IOException {
        SourceTable table = open(Files.readAllBytes(FILES.resolve("alltypes_plain.parquet")));
        RowHandler handler = new RowHandler() {
            @Override
            public void row(RawRow row) {
                throw new IllegalStateException("mine");
            }

            @Override
            public void broken(Reject reject) {
                throw new AssertionError(reject.text());
            }
        };
        assertEquals(
                "mine",
                assertThrows(IllegalStateException.class, () -> table.read(handler))
                        .getMessage());
    }

    @Test
    void noticesAFileThatChangesWhileItIsRead() throws IOException {
        SourceTable table = open(Files.readAllBytes(FILES.resolve("alltypes_plain.parquet")));
        Files.write(work.resolve("t.parquet"), new byte[] {1, 2, 3});
        String message =
                assertThrows(UncheckedIOException.class, () -> Rows.of(table)).getMessage();
        assertTrue(message.contains("t.parquet changed while it was read: it was 1851 bytes"), message);
    }

    @Test
    void hashesLikeAnyOtherTool() throws IOException {
        SourceTable table = open(Files.readAllBytes(FILES.resolve("alltypes_plain.parquet")));
        // sha256sum alltypes_plain.parquet
        assertEquals("12a618d20a59ee0967fef45e7ec1ff6d451e724838edc1bbeac780ca15e8fcc4", table.sha256());
        assertEquals(1851, table.bytes());
        assertEquals("parquet", table.encoding());
    }

    private String failure(byte[] bytes) {
        return assertThrows(InputException.class, () -> open(bytes)).getMessage();
    }

    private SourceTable open(byte[] bytes) throws IOException {
        return new ParquetFormat().open(InputFile.of(Files.write(work.resolve("t.parquet"), bytes)));
    }
}
