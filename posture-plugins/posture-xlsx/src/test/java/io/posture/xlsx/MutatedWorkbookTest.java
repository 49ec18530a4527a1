package io.posture.xlsx;

import static io.posture.xlsx.Book.row;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes of workbooks changed at random: every one is read or refused with a sentence, and none hangs. */
class MutatedWorkbookTest {

    private static final int TRIES = 500;

    @TempDir
    Path folder;

    @Test
    void changedPartsAreReadOrRefused() throws IOException {
        Map<String, byte[]> sound = sound().parts();
        List<String> names = new ArrayList<>(sound.keySet());
        Random random = new Random(20261120);
        int read = 0;
        for (int i = 0; i < TRIES; i++) {
            Map<String, byte[]> parts = new LinkedHashMap<>(sound);
            String name = names.get(random.nextInt(names.size()));
            parts.put(name, mutated(parts.get(name), random));
            read += isRead(Book.zip(folder.resolve("book.xlsx"), parts), i) ? 1 : 0;
        }
        int readable = read;
        assertTrue(readable > TRIES / 20 && readable < TRIES, () -> readable + " of " + TRIES + " could be read");
    }

    @Test
    void changedArchivesAreReadOrRefused() throws IOException {
        Path file = folder.resolve("book.xlsx");
        byte[] sound = Files.readAllBytes(Book.zip(file, sound().parts()));
        Random random = new Random(20261121);
        for (int i = 0; i < TRIES; i++) {
            Files.write(file, mutated(sound, random));
            isRead(file, i);
        }
    }

    private static Book sound() {
        return new Book()
                .strings("<si><t>item_id</t></si>", "<si><r><t>ro</t></r><r><t>ws</t></r></si>")
                .formats("yyyy-mm-dd", "0000")
                .sheet(
                        "items",
                        "visible",
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                                + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45351</v></c><c r=\"B2\" t=\"b\"><v>1</v></c></row>"
                                + row("bolt", 0.5) + row("Total", 1e-7),
                        "<mergeCells><mergeCell ref=\"A3:A4\"/></mergeCells>")
                .sheet("other", "hidden", row("a", "b"), "");
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = (byte) "<>&\"'/=0 9-:![]".charAt(random.nextInt(15));
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(1 + random.nextInt(20), bytes.length - Math.max(at, from));
                    System.arraycopy(sound, from, bytes, at, length);
                }
            }
        }
        return bytes;
    }

    private static boolean isRead(Path file, int number) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            InputFile book = InputFile.of(file);
            try {
                for (String sheet : new XlsxFormat().parts(book)) {
                    Read.of(book.part(sheet));
                }
                return true;
            } catch (InputException refused) {
                assertTrue(refused.getMessage().startsWith("book.xlsx"), number + ": " + refused.getMessage());
                return false;
            }
        });
    }
}
