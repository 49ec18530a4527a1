package io.posture.cli;

import io.posture.io.run.RunFolder;
import io.posture.io.run.RunManifest;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which finished run a command is about: the option {@code --run}, and the run behind it. */
final class RunOption {

    private static final Path USUAL = Path.of("out");

    @Option(names = "--run", paramLabel = "DIR", description = "the run folder, default: out")
    private Optional<Path> folder = Optional.empty();

    RunOption() {}

    /** Whether the command line names a folder. */
    boolean given() {
        return folder.isPresent();
    }

    /** The folder, as the user wrote it. */
    Path folder() {
        return folder.orElse(USUAL);
    }

    /** How a further command names the run, where it is not the usual one. */
    String suffix() {
        return suffix("--run", folder());
    }

    /** An option that names the folder of a run, with a blank before it; empty for the usual one. */
    static String suffix(String option, Path folder) {
        return folder.equals(USUAL) ? "" : " " + option + " " + folder;
    }

    /**
     * The run, after what an earlier one left half-way was put back.
     *
     * @param command the command that asks, for messages
     * @throws CommandException if there is none
     */
    RunFolder run(String command, Console console) {
        return run(folder(), command, console);
    }

    /** The same for a folder. */
    static RunFolder run(Path folder, String command, Console console) {
        RunFolder run = RunFolder.at(folder);
        run.recover(console::note);
        if (!run.holdsRun()) {
            throw none(folder, command);
        }
        return run;
    }

    /**
     * Its manifest.
     *
     * @param command the command that asks, for messages
     * @throws CommandException if there is none
     */
    RunManifest manifest(String command) {
        return manifest(folder(), command);
    }

    /** The same for a folder. */
    static RunManifest manifest(Path folder, String command) {
        return RunManifest.find(folder).orElseThrow(() -> none(folder, command));
    }

    private static CommandException none(Path folder, String command) {
        return new CommandException(
                ExitCode.USAGE,
                "there is no run in " + folder + ". Maybe: posture demo, or posture assess DATA, or posture " + command
                        + " --run DIR");
    }
}
