package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.csv.CsvTable;
import io.posture.io.input.FileNotation;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.MappingException;
import io.posture.io.input.Reject;
import io.posture.io.input.SourceAccount;
import io.posture.io.input.TableAccount;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damaged files all the way into a population, through shipped profiles and as JSON lines: no crash, no hang, no lost row.
 * {@code -Dposture.fuzz.rounds=N} does it longer, {@code -Dposture.fuzz.file=FILE -Dposture.fuzz.profile=NAME} with the head of a
 * file of one's own.
 */
class ImportFuzzTest {

    private static final int ROUNDS = Integer.getInteger("posture.fuzz.rounds", 120);
    private static final int HEAD_BYTES = 12_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "online-retail, online_retail.csv",
        "iowa-spirits, McCormick_iowa_liquor_sales_brand.csv",
        "carparts, carparts_made_up.csv",
        "generic-wide, wide.csv"
    })
    void damagedExcerptsAreImportedOrRefusedInWords(String profile, String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ImportFuzzTest.class.getResourceAsStream("/profiles/" + file))) {
            damaged(profile, file, in.readAllBytes(), ROUNDS);
        }
    }

    @Test
    void damagedOrdersAreImportedOrRefusedInWords() throws IOException {
        String bundled = "/io/posture/io/demo/SCMS_Delivery_History_public.csv.gz";
        try (InputStream in =
                new GZIPInputStream(Objects.requireNonNull(ImportFuzzTest.class.getResourceAsStream(bundled)))) {
            // the country scores beside them are read anew each time
            damaged("scms", "SCMS_Delivery_History.csv", in.readNBytes(HEAD_BYTES), Math.max(8, ROUNDS / 10));
        }
    }

    @Test
    void ownFileIsImportedOrRefusedInWords() throws IOException {
        String own = System.getProperty("posture.fuzz.file");
        String profile = System.getProperty("posture.fuzz.profile");
        Assumptions.assumeTrue(own != null && profile != null, "no file of one's own");
        try (InputStream stored = Files.newInputStream(Path.of(own));
                InputStream in = own.endsWith(".gz") ? new GZIPInputStream(stored) : stored) {
            String name = Path.of(own.replaceFirst("\\.gz$", "")).getFileName().toString();
            damaged(profile, name, in.readNBytes(HEAD_BYTES), ROUNDS);
        }
    }

    @Test
    void damagedJsonLinesAreImportedOrRefusedInWords() throws IOException {
        Path items = Files.writeString(folder.resolve("items.csv"), "item_id,unit_cost\nbolt,1\nnut,2\n");
        StringBuilder lines = new StringBuilder();
        LocalDate monday = LocalDate.of(2026, 1, 5);
        for (int week = 0; week < 40; week++) {
            lines.append("{\"item_id\": \"" + (week % 2 == 0 ? "bolt" : "nut") + "\", \"date\": \""
                    + monday.plusWeeks(week) + "\", \"quantity\": " + (10 + week % 3) + ", \"document\": \"A\\u00fc"
                    + week + "\"}\n");
        }
        byte[] sound = lines.toString().getBytes(StandardCharsets.UTF_8);
        Path demand = folder.resolve("demand.jsonl");
        int imported = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = Damage.of(sound, new Random(round));
            Files.write(demand, damaged);
            Optional<Import> read =
                    imported("seed " + round, () -> DataSet.of(List.of("items=" + items, "demand=" + demand)));
            if (read.isPresent()) {
                imported++;
                SourceAccount source = source(read.get(), demand);
                if (source.encoding().startsWith("UTF-8")) {
                    assertEquals(lines(damaged), source.rows(), "seed " + round);
                }
                assertEquals(source.rows(), source.tables().get(0).read(), "seed " + round);
            }
        }
        assertTrue(imported > ROUNDS / 4, "nearly every file was refused: nothing was tested");
    }

    private void damaged(String profile, String name, byte[] sound, int rounds) throws IOException {
        Path file = folder.resolve(name);
        int imported = 0;
        for (int round = 0; round < rounds; round++) {
            Files.write(file, Damage.of(sound, new Random(round)));
            String seed = profile + " seed " + round;
            Optional<Import> read =
                    imported(seed, () -> DataSet.profile(profile, List.of(file.toString()), FileNotation.OPEN));
            if (read.isPresent()) {
                imported++;
                SourceAccount source = source(read.get(), file);
                assertEquals(rowsOf(file), source.rows(), seed);
                for (TableAccount table : source.tables()) {
                    // where columns become rows, a row of the file is read once for each
                    boolean turned = table.table().equals("demand") && profile.equals("carparts");
                    assertTrue(turned ? table.read() >= source.rows() : table.read() == source.rows(), seed);
                }
            }
        }
        assertTrue(imported > 0, "every file was refused: nothing was tested");
    }

    /** The import; empty if it was refused. Accounts check themselves: rows that do not add up are an error of their own. */
    private static Optional<Import> imported(String seed, Supplier<DataSet> files) {
        return assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    try {
                        Import read = Importer.read(files.get(), ProfileSettings.DEFAULTS);
                        read.rejects()
                                .forEach(reject -> assertFalse(reject.text().isBlank(), seed));
                        return Optional.of(read);
                    } catch (InputException | MappingException refused) {
                        assertFalse(String.valueOf(refused.getMessage()).isBlank(), seed);
                        return Optional.empty();
                    } catch (RuntimeException crash) {
                        throw new AssertionError(seed, crash);
                    }
                },
                seed);
    }

    private static SourceAccount source(Import read, Path file) {
        return read.sources().stream()
                .filter(source -> source.path().equals(file.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static long rowsOf(Path file) {
        return CsvTable.open(InputFile.of(file)).read(new RowHandler() {
            @Override
            public void row(RawRow row) {}

            @Override
            public void broken(Reject reject) {}
        });
    }

    /** Lines that are not blank, counted without the reader. */
    private static long lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return (text.startsWith("\ufeff") ? text.substring(1) : text)
                .lines()
                .filter(line -> !line.isBlank())
                .count();
    }
}
