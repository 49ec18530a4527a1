package io.posture.cli;

import io.posture.io.run.RunInputs;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The bundled data from end to end. */
@Command(
        name = "demo",
        description = "Decides on the bundled purchase orders of a real supply chain; needs no configuration.",
        footer = {"", "Example:", "  posture demo --out demo-run"})
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    DemoCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        Assessment.Finished finished =
                new Assessment(policies, options, console, Clock.systemUTC()).run(RunInputs.ofDemo());
        return AssessCommand.show(finished, common.json(), options.out(), console);
    }
}
