package io.posture.io.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.posture.api.ItemId;
import io.posture.io.DoneReview;
import io.posture.io.input.InputException;
import io.posture.io.manual.ManualOverride;
import io.posture.io.table.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Appends to what people write down beside a run folder: {@link BesideRun#overrides} and {@link BesideRun#reviews}. A file has
 * all of its rows or those of before; no run reads it meanwhile.
 */
public final class RecordFile {

    private RecordFile() {}

    /**
     * Appends a value set by hand.
     *
     * @param runFolder the folder of the run
     * @param place the place as the user's system names it; empty for wherever the item is
     * @param notices is told when a stale lock is taken over
     * @return the file
     * @throws InputException if a file is there that is no table of overrides
     * @throws RunFolderBusyException if a run is being written
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static Path append(Path runFolder, ManualOverride override, String place, Consumer<String> notices) {
        ItemId item = override.item();
        return append(
                runFolder,
                BesideRun.overrides(runFolder),
                Table.OVERRIDES,
                List.of(List.of(
                        item.sku(),
                        place,
                        override.field(),
                        override.value(),
                        override.reasonCode(),
                        override.rationale(),
                        override.approvedBy(),
                        override.approvedOn().toString(),
                        override.expiresOn().toString())),
                notices);
    }

    /**
     * Appends reviews that were done.
     *
     * @param runFolder the folder of the run
     * @param reviews at least one
     * @param notices is told when a stale lock is taken over
     * @return the file
     * @throws InputException if a file is there that is no table of reviews
     * @throws RunFolderBusyException if a run is being written
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static Path append(Path runFolder, List<DoneReview> reviews, Consumer<String> notices) {
        return append(
                runFolder,
                BesideRun.reviews(runFolder),
                Table.REVIEWS,
                reviews.stream()
                        .map(review -> List.of(
                                review.supplier() ? "supplier" : "item",
                                review.subject(),
                                review.on().toString(),
                                review.by(),
                                review.note()))
                        .toList(),
                notices);
    }

    private static Path append(
            Path runFolder, Path file, Table table, List<List<String>> rows, Consumer<String> notices) {
        RunLock lock = RunFolder.at(runFolder).lock(notices);
        try (lock) {
            String before = Files.exists(file) ? existing(file, table) : String.join(",", table.columnNames()) + "\n";
            StringWriter added = new StringWriter();
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(added)) {
                rows.forEach(csv::writeRecord);
            }
            String whole = before + (before.endsWith("\n") ? "" : "\n") + added;
            CompleteFile.write(file, out -> out.write(whole.getBytes(StandardCharsets.UTF_8)));
            return file;
        } catch (IOException problem) {
            throw Disk.failed("append to", file, problem);
        }
    }

    private static String existing(Path file, Table table) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String header = text.lines().findFirst().orElse("");
        if (!header.equals(String.join(",", table.columnNames()))) {
            throw new InputException(
                    file + ":1 has another header than the table " + table.id() + ": "
                            + String.join(",", table.columnNames())
                            + ". Nothing was added. Maybe a spreadsheet saved it in another way: save it as UTF-8 CSV with commas.");
        }
        return text;
    }
}
