package io.posture.cli;

import io.posture.core.plugin.PluginCatalog;
import io.posture.io.Import;
import io.posture.io.Importer;
import io.posture.io.ProfileMatch;
import io.posture.io.Profiles;
import io.posture.io.run.RunInputs;
import io.posture.profile.ProfileSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Mapping profiles. */
@Command(
        name = "profile",
        description = "Shows the mapping profiles, finds the one for your files, and tries one out.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:",
            "  posture profile list",
            "  posture profile detect export.csv",
            "  posture profile test online-retail export.csv"
        },
        subcommands = {
            ProfileCommand.ListCommand.class,
            ProfileCommand.DetectCommand.class,
            ProfileCommand.ExplainCommand.class,
            ProfileCommand.TestCommand.class
        })
final class ProfileCommand implements Callable<Integer> {

    // set by the command line before the command runs
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    ProfileCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** All shipped profiles. */
    @Command(
            name = "list",
            description = {
                "Lists the shipped profiles with their status: verified (run on real files, figures checked), from-docs or",
                "from-memory (never run on a real export)."
            },
            footer = {"", "Example:", "  posture profile list"})
    static final class ListCommand implements Callable<Integer> {

        @Mixin
        private final CommonOptions common = new CommonOptions();

        ListCommand() {}

        @Override
        public Integer call() {
            List<Profiles.Summary> profiles = Profiles.list();
            common.console().result(common.json() ? ProfileDocuments.list(profiles) : ProfilePages.list(profiles));
            return ExitCode.DONE;
        }
    }

    /** The profile of some files. */
    @Command(
            name = "detect",
            description = "Says which shipped profile fits the headers of files. Exit code 3 if none does, or several"
                    + " equally well.",
            footer = {"", "Example:", "  posture profile detect exports/"})
    static final class DetectCommand implements Callable<Integer> {

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Mixin
        private final PluginsCommand.Folder plugins = new PluginsCommand.Folder();

        @Parameters(paramLabel = "FILES", arity = "1..*", description = "files, folders or JDBC URLs")
        private List<String> files = List.of();

        DetectCommand() {}

        @Override
        public Integer call() {
            List<ProfileMatch> matches;
            try (PluginCatalog catalog = Plugins.sound(plugins.path())) {
                matches = Profiles.detect(files, catalog.libraries());
            }
            List<ProfileMatch> best = Profiles.best(matches);
            common.console()
                    .result(
                            common.json()
                                    ? ProfileDocuments.detected(matches, best)
                                    : ProfilePages.detected(matches, best));
            return best.size() == 1 ? ExitCode.DONE : ExitCode.INPUT_UNUSABLE;
        }
    }

    /** A profile in words. */
    @Command(
            name = "explain",
            description = "Says in words what a profile reads, leaves out and assumes.",
            footer = {
                "",
                "Example:",
                "  posture profile explain sap",
                "  posture profile explain sap --yaml > my-sap.yaml"
            })
    static final class ExplainCommand implements Callable<Integer> {

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "ID", description = "id of a shipped profile, or a mapping file")
        private String id = "";

        @Option(names = "--yaml", description = "print the profile's file, to start one of your own from")
        private boolean yaml;

        ExplainCommand() {}

        @Override
        public Integer call() {
            common.console()
                    .result(
                            yaml
                                    ? Profiles.text(id)
                                    : common.json()
                                            ? ProfileDocuments.explanation(Profiles.explain(id))
                                            : ProfilePages.explanation(Profiles.explain(id)));
            return ExitCode.DONE;
        }
    }

    /** A profile on some files. */
    @Command(
            name = "test",
            description =
                    "Reads files through a profile and says what became of every row. Writes nothing. Exit code 3 if the"
                            + " files cannot be used.",
            footer = {"", "Example:", "  posture profile test iowa-spirits brands/"})
    static final class TestCommand implements Callable<Integer> {

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Mixin
        private final NotationOptions notation = new NotationOptions();

        @Mixin
        private final PluginsCommand.Folder plugins = new PluginsCommand.Folder();

        @Parameters(paramLabel = "ID", index = "0", description = "id of a shipped profile, or a mapping file")
        private String id = "";

        @Parameters(
                paramLabel = "FILES",
                index = "1..*",
                arity = "0..*",
                description = "files, folders, JDBC URLs, or source=path")
        private List<String> files = List.of();

        TestCommand() {}

        @Override
        public Integer call() {
            Console console = common.console();
            boolean shipped = Profiles.has(id);
            RunInputs inputs = new RunInputs(
                    false,
                    files,
                    shipped ? Optional.of(id) : Optional.empty(),
                    shipped ? Optional.empty() : Optional.of(Path.of(id)),
                    notation.notation(),
                    List.of());
            Import imported;
            try (PluginCatalog catalog = Plugins.sound(plugins.path())) {
                imported = Importer.read(DataOptions.dataSet(inputs, catalog.libraries()), ProfileSettings.DEFAULTS);
            }
            List<String> tooMany = imported.tooManyRejects(Import.MAX_REJECT_RATE);
            console.result(common.json() ? ProfileDocuments.tested(imported) : ProfilePages.tested(imported));
            RejectNotes.examples(imported).forEach(console::note);
            tooMany.forEach(console::problem);
            return tooMany.isEmpty() ? ExitCode.DONE : ExitCode.INPUT_UNUSABLE;
        }
    }
}
