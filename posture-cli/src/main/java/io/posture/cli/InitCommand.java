package io.posture.cli;

import io.posture.io.StartFiles;
import io.posture.io.run.RunFolder;
import io.posture.io.run.RunManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what somebody needs who begins. */
@Command(
        name = "init",
        description =
                "Writes a commented posture.yaml and scenarios for stress tests, each with its JSON Schema, a Frictionless"
                        + " data package of the tables and an empty file for each. Overwrites nothing.",
        footer = {"", "Example:", "  posture init mycompany", "  posture init --from-run out mycompany"})
final class InitCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = ".", description = "where to write, default: here")
    private Path folder = Path.of(".");

    @Option(
            names = "--from-run",
            paramLabel = "RUN",
            arity = "0..1",
            fallbackValue = "out",
            description =
                    "take the day and the currency of a run, so that it can be repeated; default: ${FALLBACK-VALUE}")
    private Optional<Path> run = Optional.empty();

    InitCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        List<Path> written;
        try {
            written = StartFiles.write(folder, files());
        } catch (IllegalArgumentException there) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(there.getMessage()), there);
        }
        List<String> names = written.stream().map(Path::toString).toList();
        console.result(common.json() ? JsonDocuments.files("init", names) : String.join("\n", names));
        console.note("Next: fill in templates, or bring an export; posture check " + folder.resolve("templates"));
        return ExitCode.DONE;
    }

    private Map<String, String> files() {
        if (run.isEmpty()) {
            return StartFiles.all();
        }
        Path from = RunFolder.at(run.get()).path();
        RunManifest manifest = RunManifest.find(from)
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE, "there is no run in " + from + ". Maybe: posture init --from-run RUN DIR"));
        return StartFiles.of(manifest);
    }
}
