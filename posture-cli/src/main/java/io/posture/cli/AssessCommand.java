package io.posture.cli;

import io.posture.io.run.RunFolder;
import io.posture.io.run.RunInputs;
import io.posture.io.run.Summary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Decides on the user's data. */
@Command(
        name = "assess",
        description =
                "Decides on your data. Without DATA: on the inputs of the last run in --out, by its policy, day and plugins"
                        + " as far as nothing else is said.",
        footer = {
            "",
            "Example:",
            "  posture assess data/ --out run",
            "  posture assess export.csv --mapping export.yaml --policy posture.yaml"
        })
final class AssessCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    AssessCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        Assessment.Finished finished =
                new Assessment(policies, options, console, Clock.systemUTC()).run(inputs(console));
        return show(finished, common.json(), options.out(), console);
    }

    private RunInputs inputs(Console console) {
        for (Path rejects : data.add()) {
            if (rejects.startsWith(options.out().toAbsolutePath())) {
                throw new CommandException(
                        ExitCode.USAGE,
                        rejects + " lies in the run folder, which this run replaces. Copy it beside the data, and name"
                                + " the copy: --add rejects-fixed.csv.");
            }
        }
        if (!data.none()) {
            return data.inputs();
        }
        RunFolder folder = RunFolder.at(options.out());
        folder.recover(console::note);
        RunInputs before = RunInputs.of(folder.path())
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "no DATA was given, and " + options.out()
                                + " holds no run whose inputs could be read again. Maybe: posture assess FOLDER"));
        List<String> taken = new ArrayList<>(policies.inherit(before.rules()));
        taken.addAll(options.inherit(before.rules()));
        if (!taken.isEmpty()) {
            console.note("as the last run in " + options.out() + ": " + String.join(" ", taken));
        }
        return before.adding(data.add());
    }

    /** Prints a finished run. */
    static int show(Assessment.Finished finished, boolean json, Path out, Console console) {
        Summary summary = finished.summary();
        console.result(json ? summary.json() : summary.text());
        String example = summary.topRisks().isEmpty()
                ? "ITEM"
                : "\"" + summary.topRisks().get(0).item() + "\"";
        String run = RunOption.suffix("--run", out);
        console.note("Run folder: " + finished.folder() + "\nNext: posture why " + example + run);
        return finished.exitCode();
    }
}
