package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The run of an earlier day that a run looks back to: what it remembers decides what a later one says is due, so it is one of
 * the facts that a run is made of.
 *
 * @param runId its name
 * @param asOf its day
 * @param reviewSha256 hash of its {@link RunFiles#REVIEW}
 * @param keyFiguresSha256 hash of its {@link RunFiles#KEY_FIGURES}; empty if it had none
 */
public record EarlierRun(String runId, LocalDate asOf, String reviewSha256, String keyFiguresSha256) {

    /**
     * The run that a run of a day looks back to if it takes the place of the one in a folder: that one, if it is of an earlier
     * day, else the one that it looked back to itself, so that a rerun of a day looks back to where the first run did. Empty if
     * there is none of an earlier day.
     *
     * @param folder the folder of the run
     * @param asOf the day
     * @throws java.io.UncheckedIOException if the folder cannot be read
     */
    public static Optional<EarlierRun> before(Path folder, LocalDate asOf) {
        Optional<ReviewMemoryFile.Head> head = ReviewMemoryFile.head(folder);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        ReviewMemoryFile.Head run = head.get();
        if (!run.asOf().isBefore(asOf)) {
            return run.earlier().filter(earlier -> earlier.asOf().isBefore(asOf));
        }
        Path figures = folder.resolve(RunFiles.KEY_FIGURES);
        return Optional.of(new EarlierRun(
                run.runId(),
                run.asOf(),
                hash(folder.resolve(RunFiles.REVIEW)),
                Files.isRegularFile(figures) ? hash(figures) : ""));
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }

    /** Writes it as fields of an object that is open. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("run_id", runId);
        json.writeStringField("as_of", asOf.toString());
        json.writeStringField("review_sha256", reviewSha256);
        JsonText.textOrNull(json, "key_figures_sha256", keyFiguresSha256);
    }

    /** Reads it back; empty if the node is none. */
    static Optional<EarlierRun> read(JsonNode node) {
        return JsonNumbers.day(node, "as_of")
                .map(day -> new EarlierRun(
                        node.path("run_id").asText(),
                        day,
                        node.path("review_sha256").asText(""),
                        node.path("key_figures_sha256").asText("")));
    }
}
