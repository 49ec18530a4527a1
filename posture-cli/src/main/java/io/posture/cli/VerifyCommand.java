package io.posture.cli;

import io.posture.io.run.AuditTrail;
import io.posture.io.run.RunFolder;
import io.posture.io.run.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a run folder against its manifest. */
@Command(
        name = "verify",
        description = "Checks every file of a run against the hash in its manifest.",
        footer = {"", "Example:", "  posture verify out"})
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "out",
            description = "the run folder, default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("out");

    VerifyCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        RunFolder run = RunFolder.at(folder);
        run.recover(console::note);
        if (!Files.isDirectory(run.path())) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "there is no run folder " + folder + ". Maybe: posture demo, or posture verify DIR");
        }
        Verification verification = withAudit(Verification.of(run.path()), run.path());
        if (common.json()) {
            console.result(JsonDocuments.verification(verification));
        } else if (verification.sound()) {
            console.result("verified: " + verification.files() + " files of run "
                    + verification.runId().substring(0, 12) + " are as they were written");
        } else {
            verification.problems().forEach(console::result);
        }
        return verification.sound() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    /** With what is wrong with the audit records beside the run. */
    private static Verification withAudit(Verification run, Path folder) {
        List<String> problems = new ArrayList<>(run.problems());
        problems.addAll(AuditTrail.beside(folder).problems());
        return new Verification(run.runId(), run.files(), problems);
    }
}
