package io.posture.io.writeback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.posture.io.run.Disk;
import io.posture.io.run.RunFiles;
import io.posture.io.run.RunManifest;
import io.posture.io.run.Sha256;
import io.posture.io.run.Verification;
import io.posture.io.writeback.Cover.Listed;
import io.posture.io.writeback.Rendering.Rendered;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes the decisions of a run for the system that its data came from, with the files that undo them. */
public final class WriteBack {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Cover cover;
    private final Optional<Path> folder;

    private WriteBack(Cover cover, Optional<Path> folder) {
        this.cover = cover;
        this.folder = folder;
    }

    /**
     * What is to be exported.
     *
     * @param run the run folder, which is only read
     * @param out folder of exports; this one becomes a folder in it, named by target and run
     * @param target the system
     * @param fields quantities to write; empty for those that the data hold current values of
     * @param approvals who approved what; empty to export everything
     * @param guards what a row must not do
     * @param decimalComma whether numbers have a decimal comma, and cells are then separated by semicolons
     * @param replace whether an earlier export of the run to the target gives way
     */
    public record Request(
            Path run,
            Path out,
            Target target,
            List<Field> fields,
            Optional<Approvals> approvals,
            Guards guards,
            boolean decimalComma,
            boolean replace) {

        /**
         * Copies and checks.
         *
         * @throws ExportRefusedException if the target does not take one of the fields, or exports would lie in the run
         */
        public Request {
            fields = List.copyOf(fields);
            for (Field field : fields) {
                if (!target.fields().contains(field)) {
                    throw new ExportRefusedException(target.id() + " does not take " + field.id() + ". It takes "
                            + Field.list(target.fields()) + ".");
                }
            }
            if (absolute(out).startsWith(absolute(run))) {
                throw new ExportRefusedException("exports cannot lie in the run folder " + run
                        + ", which would not be what was verified any more. Maybe use another --out.");
            }
        }
    }

    /**
     * Exports. The files appear together or not at all; where no row is to be written there are none.
     *
     * @param notices is told what was tidied up
     * @throws ExportRefusedException if the run cannot be trusted, or the export would overwrite something
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static WriteBack export(Request request, Consumer<String> notices) {
        String manifest = verified(request.run());
        List<Proposal> proposals = proposals(request.run());
        Cover.RunIdentity run = identity(request.run(), manifest);
        ExportPlan plan =
                ExportPlan.of(proposals, request.target(), request.fields(), request.approvals(), request.guards());
        List<String> strangers = request.approvals()
                .map(approvals -> approvals.strangers(proposals))
                .orElse(List.of());
        if (plan.rows().isEmpty()) {
            return new WriteBack(new Cover(request, run, plan, strangers, List.of()), Optional.empty());
        }
        String stem = FileName.of(request.target().id() + "-" + run.shortId());
        Rendering rendering = new Rendering(request.target(), plan.fields(), run.asOf(), request.decimalComma());
        List<Rendered> files = rendering.writeBack(stem, plan.rows());
        List<Rendered> undo = rendering.rollback(stem, plan.rows());
        List<Listed> listed = Stream.concat(
                        files.stream().map(file -> listed(file, false)),
                        undo.stream().map(file -> listed(file, true)))
                .toList();
        Cover cover = new Cover(request, run, plan, strangers, listed);
        try (ExportFolder folder = ExportFolder.begin(request.out(), stem, request.replace(), notices)) {
            files.forEach(file -> folder.write(file.name(), file.bytes()));
            undo.forEach(file -> folder.write(file.name(), file.bytes()));
            folder.write(stem + ".cover.txt", CoverText.of(cover).getBytes(StandardCharsets.UTF_8));
            folder.publish();
            return new WriteBack(cover, Optional.of(folder.path()));
        }
    }

    /** The cover sheet for people. */
    public String text() {
        return CoverText.of(cover);
    }

    /** The cover sheet for programs, one JSON document. */
    public String json() {
        return CoverJson.of(cover, folder.map(Path::toString).orElse(""));
    }

    /** Where the files are; empty if there was nothing to write. */
    public Optional<Path> folder() {
        return folder;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The manifest of a run that is as it was written. */
    private static String verified(Path run) {
        Verification verification = Verification.of(run);
        if (!verification.sound()) {
            throw new ExportRefusedException("the run in " + run + " is not as it was written, so nothing is exported: "
                    + String.join("; ", verification.problems()) + ". Maybe run posture assess again.");
        }
        return manifest(run);
    }

    private static Cover.RunIdentity identity(Path run, String verified) {
        if (!manifest(run).equals(verified)) {
            throw new ExportRefusedException(
                    "another run took the place of " + run + " while it was read. Maybe export again.");
        }
        try {
            JsonNode root = JSON.readTree(verified);
            return new Cover.RunIdentity(
                    root.path("run_id").asText(),
                    root.path("as_of").asText(),
                    root.path("currency").asText(""));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a manifest that was read before cannot be read", impossible);
        }
    }

    private static String manifest(Path run) {
        return RunManifest.find(run).map(RunManifest::text).orElse("");
    }

    private static List<Proposal> proposals(Path run) {
        Path file = run.resolve(RunFiles.PROPOSALS);
        List<Proposal> proposals = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode document = JSON.readTree(line);
                if (!document.path("schema").asText().equals(Proposal.SCHEMA)) {
                    throw new ExportRefusedException(file + " holds \""
                            + document.path("schema").asText() + "\", need \"" + Proposal.SCHEMA
                            + "\". Maybe the run was made by another version: run posture assess again.");
                }
                proposals.add(Proposal.of(document));
            }
            return proposals;
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }

    private static Listed listed(Rendered file, boolean rollback) {
        return new Listed(file.name(), rollback, file.rows(), Sha256.of(file.bytes()));
    }
}
