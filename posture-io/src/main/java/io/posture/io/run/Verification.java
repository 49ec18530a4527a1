package io.posture.io.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A check of a run folder against its manifest.
 *
 * @param runId name of the run; empty if there is no manifest
 * @param files files that were checked
 * @param problems what is wrong, each naming its file; empty for an untouched run
 */
public record Verification(String runId, int files, List<String> problems) {

    /** Copies. */
    public Verification {
        problems = List.copyOf(problems);
    }

    /**
     * Checks every file: that it is there, has the recorded size and hash, and that there is no other.
     *
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static Verification of(Path folder) {
        Optional<RunManifest> found = RunManifest.find(folder);
        if (found.isEmpty()) {
            return new Verification(
                    "", 0, List.of(folder.resolve(RunFiles.MANIFEST) + " is missing, or is not the manifest of a run"));
        }
        RunManifest manifest = found.get();
        List<String> problems = new ArrayList<>();
        if (!manifest.unchanged()) {
            problems.add(RunFiles.MANIFEST + " was changed after the run");
        }
        Map<String, RunDraft.Stamp> outputs = manifest.outputs();
        RunFiles.OUTPUTS.stream()
                .filter(name -> !outputs.containsKey(name))
                .forEach(name -> problems.add(name + " is not in the manifest"));
        outputs.forEach((name, stamp) -> check(folder, name, stamp).ifPresent(problems::add));
        for (Path entry : Disk.entries(folder)) {
            String name = String.valueOf(entry.getFileName());
            if (!outputs.containsKey(name) && !name.equals(RunFiles.MANIFEST) && !name.equals(RunFiles.INPUTS)) {
                problems.add(name + " was not written by the run");
            }
        }
        return new Verification(manifest.runId(), outputs.size() + 1, problems);
    }

    /**
     * What is wrong with one file of a run, or with the manifest that vouches for it; empty for an untouched one.
     *
     * @param name of the file
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static List<String> of(Path folder, String name) {
        Optional<RunManifest> manifest = RunManifest.find(folder);
        if (manifest.isEmpty()) {
            return List.of(folder.resolve(RunFiles.MANIFEST) + " is missing, or is not the manifest of a run");
        }
        List<String> problems = new ArrayList<>();
        if (!manifest.get().unchanged()) {
            problems.add(RunFiles.MANIFEST + " was changed after the run");
        }
        RunDraft.Stamp stamp = manifest.get().outputs().get(name);
        if (stamp == null) {
            problems.add(name + " is not in the manifest");
        } else {
            check(folder, name, stamp).ifPresent(problems::add);
        }
        return problems;
    }

    /** Whether nothing is wrong. */
    public boolean sound() {
        return problems.isEmpty();
    }

    private static Optional<String> check(Path folder, String name, RunDraft.Stamp stamp) {
        if (!RunFiles.isOutput(name)) {
            return Optional.of("the manifest names the file '" + PlainText.of(name) + "', which no run writes");
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.of(name + " is missing");
        }
        try {
            long bytes = Files.size(file);
            if (bytes != stamp.bytes()) {
                return Optional.of(
                        name + " was changed after the run: it has " + bytes + " bytes, had " + stamp.bytes());
            }
            return Sha256.of(file).equals(stamp.sha256())
                    ? Optional.empty()
                    : Optional.of(name + " was changed after the run: its hash differs");
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }
}
