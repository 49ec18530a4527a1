package io.posture.cli;

import io.posture.core.plugin.PluginCatalog;
import io.posture.io.Import;
import io.posture.io.policy.Policy;
import io.posture.io.run.InputSummary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads without deciding. */
@Command(
        name = "check",
        description = "Reads and validates only: prints what was found, set aside and assumed. Writes nothing.",
        footer = {"", "Example:", "  posture check data/"})
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private final PluginsCommand.Folder plugins = new PluginsCommand.Folder();

    CheckCommand() {}

    @Override
    public Integer call() {
        Console console = common.console();
        if (data.none()) {
            throw new CommandException(ExitCode.USAGE, "no DATA was given. Maybe: posture check FOLDER");
        }
        Policy policy = policies.policy();
        Import imported;
        try (PluginCatalog catalog = Plugins.sound(plugins.path())) {
            List<ClassLoader> libraries = catalog.libraries();
            imported = Reading.of(data.dataSet(libraries), () -> data.dataSet(libraries), policy, console);
        }
        imported.mapping().ifPresent(mapping -> console.note(mapping.text()));
        InputSummary summary = InputSummary.of(imported);
        console.result(common.json() ? summary.json() : summary.text());
        RejectNotes.examples(imported).forEach(console::note);
        List<String> tooMany = imported.tooManyRejects(policy.maxRejectRate());
        tooMany.forEach(console::problem);
        return tooMany.isEmpty() ? ExitCode.DONE : ExitCode.INPUT_UNUSABLE;
    }
}
