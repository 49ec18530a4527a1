package io.posture.cli;

import io.posture.core.plugin.Contribution;
import io.posture.core.plugin.LoadedPlugin;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.Setting;
import io.posture.io.input.NearestNames;
import io.posture.io.run.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is installed. */
@Command(
        name = "plugins",
        description = "Shows what is installed and what can be set.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  posture plugins list", "  posture plugins describe abc"},
        subcommands = {PluginsCommand.ListCommand.class, PluginsCommand.DescribeCommand.class})
final class PluginsCommand implements Callable<Integer> {

    // set by the command line before the command runs
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    PluginsCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** Where to look for plugins. */
    static final class Folder {

        @Option(
                names = "--plugins",
                paramLabel = "DIR",
                description = "folder with further plugins and JDBC drivers: jars, or a sub-folder of jars for each")
        private Optional<Path> plugins = Optional.empty();

        Folder() {}

        Optional<Path> path() {
            return RunOptions.existing(plugins);
        }
    }

    /** All plugins, with what is wrong with any of them. */
    @Command(
            name = "list",
            description = "Lists the plugins and what each offers. A broken one hides no other; exit code 4 then.",
            footer = {"", "Example:", "  posture plugins list --plugins my-plugins"})
    static final class ListCommand implements Callable<Integer> {

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Mixin
        private final Folder folder = new Folder();

        ListCommand() {}

        @Override
        public Integer call() {
            Console console = common.console();
            try (PluginCatalog catalog = Plugins.inspect(folder.path())) {
                console.result(common.json() ? JsonDocuments.plugins(catalog) : table(catalog));
                catalog.problems().forEach(problem -> console.problem("posture: " + problem));
                return catalog.problems().isEmpty() ? ExitCode.DONE : ExitCode.PLUGIN_FAILED;
            }
        }

        private static String table(PluginCatalog catalog) {
            List<Contribution> offers = catalog.contributions();
            StringBuilder text = new StringBuilder();
            for (LoadedPlugin plugin : catalog.plugins()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-24s %-16s %s%n",
                        plugin.info().id(),
                        plugin.info().version(),
                        PlainText.of(plugin.info().summary())));
                offers.stream()
                        .filter(offer ->
                                offer.plugin().id().equals(plugin.info().id()))
                        .collect(Collectors.groupingBy(
                                offer -> offer.kind().contract(),
                                Collectors.mapping(Contribution::id, Collectors.joining(", "))))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(kind -> text.append("  ")
                                .append(kind.getKey())
                                .append(": ")
                                .append(kind.getValue())
                                .append('\n'));
            }
            return text.toString();
        }
    }

    /** One plugin, or one thing that a plugin offers. */
    @Command(
            name = "describe",
            description = "Shows a plugin, or a step's settings with their defaults and meanings.",
            footer = {"", "Example:", "  posture plugins describe matrix"})
    static final class DescribeCommand implements Callable<Integer> {

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Mixin
        private final Folder folder = new Folder();

        @Parameters(paramLabel = "ID", description = "id of a plugin or of something it offers")
        private String id = "";

        DescribeCommand() {}

        @Override
        public Integer call() {
            Console console = common.console();
            try (PluginCatalog catalog = Plugins.inspect(folder.path())) {
                List<LoadedPlugin> plugins = catalog.plugins().stream()
                        .filter(plugin -> plugin.info().id().equals(id))
                        .toList();
                List<Contribution> offers = catalog.contributions().stream()
                        .filter(offer ->
                                offer.id().equals(id) || offer.plugin().id().equals(id))
                        .toList();
                if (plugins.isEmpty() && offers.isEmpty()) {
                    throw new CommandException(ExitCode.USAGE, unknown(catalog));
                }
                console.result(
                        common.json() ? JsonDocuments.contributions(plugins, offers) : description(plugins, offers));
                return ExitCode.DONE;
            }
        }

        private String unknown(PluginCatalog catalog) {
            List<String> ids = new ArrayList<>();
            catalog.contributions().forEach(offer -> ids.add(offer.id()));
            catalog.plugins().forEach(plugin -> ids.add(plugin.info().id()));
            return "nothing installed has the id '" + id + "'." + NearestNames.maybe(id, ids)
                    + " posture plugins list shows what there is.";
        }

        private static String description(List<LoadedPlugin> plugins, List<Contribution> offers) {
            StringBuilder text = new StringBuilder();
            for (LoadedPlugin plugin : plugins) {
                text.append(plugin.info().id()).append(' ').append(plugin.info().version());
                text.append(": ").append(PlainText.of(plugin.info().summary())).append('\n');
                text.append("  from ").append(PlainText.of(plugin.location())).append('\n');
                if (!plugin.sha256().isEmpty()) {
                    text.append("  sha256 ").append(plugin.sha256()).append('\n');
                }
            }
            for (Contribution offer : offers) {
                text.append(text.isEmpty() ? "" : "\n");
                text.append(offer.id()).append(": ").append(offer.kind().contract());
                text.append(" of plugin ").append(offer.plugin().id()).append(' ');
                text.append(offer.plugin().version()).append('\n');
                if (offer.settings().isEmpty()) {
                    text.append("  nothing to set\n");
                }
                for (Setting setting : offer.settings()) {
                    text.append(String.format(
                            Locale.ROOT,
                            "  %-24s %-16s %-10s %s%n",
                            setting.name(),
                            setting.type(),
                            setting.defaultValue(),
                            PlainText.of(setting.doc())));
                }
            }
            return text.toString();
        }
    }
}
