package io.posture.io.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The audit records of all runs in a folder, one file each in {@link BesideRun#audit}, numbered in the order in which they were
 * written. Each names the one before with its hash, so that a changed or removed one is noticed.
 */
public final class AuditTrail {

    private static final Pattern NAME =
            Pattern.compile("([0-9]{6})-[0-9]{4,}-[0-9]{2}-[0-9]{2}-([0-9a-f]{12})\\.jsonl\\.gz");
    private static final Pattern DRAFT = Pattern.compile("\\.tmp-([0-9a-f]{12})");
    private static final int SHORT_RUN_ID = 12;

    private final Path folder;
    private final Path runFolder;

    private AuditTrail(Path folder, Path runFolder) {
        this.folder = folder;
        this.runFolder = runFolder;
    }

    /** A record by its name and hash. */
    record Link(String name, String sha256) {}

    /** The trail beside a run folder. */
    public static AuditTrail beside(Path runFolder) {
        return new AuditTrail(BesideRun.audit(runFolder), runFolder);
    }

    Path folder() {
        return folder;
    }

    /** The records, oldest first. */
    public List<Path> records() {
        return Files.isDirectory(folder)
                ? Disk.entries(folder).stream()
                        .filter(file ->
                                NAME.matcher(String.valueOf(file.getFileName())).matches())
                        .sorted()
                        .toList()
                : List.of();
    }

    Optional<Link> last() {
        List<Path> all = records();
        return all.isEmpty() ? Optional.empty() : Optional.of(link(all.get(all.size() - 1)));
    }

    private static Link link(Path file) {
        try {
            return new Link(String.valueOf(file.getFileName()), Sha256.of(file));
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }

    /** Where a record is written until its run has a name; what runs left that were stopped is tidied up. */
    Path draft(String runId) throws IOException {
        Files.createDirectories(folder);
        for (Path file : Disk.entries(folder)) {
            Matcher left = DRAFT.matcher(String.valueOf(file.getFileName()));
            if (left.matches()) {
                tidyUp(file);
            }
        }
        return folder.resolve(".tmp-" + runId.substring(0, SHORT_RUN_ID));
    }

    /** The record of a run that was stopped after it got its name gets its own now; others go. */
    private void tidyUp(Path left) throws IOException {
        String hash = Sha256.of(left);
        Optional<Link> vouched = RunManifest.find(runFolder)
                .flatMap(RunManifest::audit)
                .filter(record -> record.sha256().equals(hash) && !Files.exists(folder.resolve(record.name())));
        if (vouched.isPresent()) {
            Disk.rename(left, folder.resolve(vouched.get().name()));
        } else {
            Files.delete(left);
        }
    }

    void publish(Path draft, String name) {
        Disk.rename(draft, folder.resolve(name));
        Disk.forceNames(folder);
    }

    /** Name of the next record; the lock of the run folder must be held until it is published. */
    String name(RunFacts facts) {
        LocalDate asOf = facts.imported().population().asOf();
        String runId = facts.runId().substring(0, SHORT_RUN_ID);
        List<Path> all = records();
        int number = all.isEmpty()
                ? 1
                : 1
                        + Integer.parseInt(
                                String.valueOf(all.get(all.size() - 1).getFileName())
                                        .substring(0, 6));
        return String.format(Locale.ROOT, "%06d-%s-%s.jsonl.gz", number, asOf, runId);
    }

    /**
     * What is wrong with the trail, each naming its file; empty for an untouched one. The oldest record may be gone: people
     * archive them.
     *
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(problemsOfNewest());
        Optional<Link> before = Optional.empty();
        for (Path file : records()) {
            String place = folder.getFileName() + "/" + file.getFileName();
            Optional<JsonNode> head = head(file);
            if (head.isEmpty()) {
                problems.add(place + " was changed: it is no audit record any more");
            } else if (before.isPresent()) {
                String name = head.get().path("previous").asText("");
                if (!name.equals(before.get().name())) {
                    problems.add("a record between " + before.get().name() + " and " + file.getFileName()
                            + " is missing: " + name);
                } else if (!head.get()
                        .path("previous_sha256")
                        .asText("")
                        .equals(before.get().sha256())) {
                    problems.add(folder.getFileName() + "/" + name + " was changed after the run: its hash differs");
                }
            }
            before = Optional.of(link(file));
        }
        return problems;
    }

    /** What is wrong with the record that the manifest of the run vouches for. */
    private List<String> problemsOfNewest() {
        Optional<Link> record = RunManifest.find(runFolder).flatMap(RunManifest::audit);
        if (record.isEmpty()) {
            return List.of();
        }
        Path file = folder.resolve(record.get().name());
        String place = folder.getFileName() + "/" + record.get().name();
        if (!NAME.matcher(record.get().name()).matches() || !Files.isRegularFile(file)) {
            return List.of(place + ", the audit record of this run, is missing. Maybe the run was copied without it.");
        }
        return link(file).sha256().equals(record.get().sha256())
                ? List.of()
                : List.of(place + " was changed after the run: its hash differs");
    }

    /** The line of the run; empty if the file is not whole. */
    private static Optional<JsonNode> head(Path file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            JsonNode head = new ObjectMapper().readTree(first == null ? "{}" : first);
            // to its end, where the checksum is
            lines.transferTo(Writer.nullWriter());
            return head.path("schema").asText().equals(RunAudit.SCHEMA) ? Optional.of(head) : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
