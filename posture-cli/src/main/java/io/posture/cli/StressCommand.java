package io.posture.cli;

import io.posture.analysis.exposure.ExposureRanking;
import io.posture.analysis.exposure.ExposureResults;
import io.posture.analysis.exposure.ExposureTable;
import io.posture.analysis.stress.Opening;
import io.posture.analysis.stress.ScenarioTable;
import io.posture.analysis.stress.StressReport;
import io.posture.analysis.stress.StressTest;
import io.posture.analysis.stress.SupplyNetwork;
import io.posture.core.plugin.PluginCatalog;
import io.posture.io.Import;
import io.posture.io.policy.Policy;
import io.posture.io.run.RunEconomics;
import io.posture.io.run.RunFolder;
import io.posture.resilience.network.SolverLimit;
import io.posture.stress.ShockNotation;
import io.posture.stress.StressSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What happens when a part of the supply network fails. */
@Command(
        name = "stress",
        description = {
            "Puts the supply network to the test, day by day: what stops first, what it costs, what would help, which"
                    + " second sources are only on paper, and what the map does not show.",
            "Without a shock: the standard set. With --exposure: every node by what its failure costs.",
            "Reads DATA, or without it what the run in --run was made of."
        },
        footer = {
            "",
            "Example:",
            "  posture stress --run out",
            "  posture stress --run out --supplier-down V-2031=30d --lane-closed SUEZ=60d --top 20",
            "  posture stress data/ --scenario stress.yaml --out scenarios.csv",
            "  posture stress --run out --exposure --ttr 45d"
        })
final class StressCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunOption run = new RunOption();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private final PluginsCommand.Folder plugins = new PluginsCommand.Folder();

    @Mixin
    private final ShockOptions shocks = new ShockOptions();

    @Option(
            names = "--exposure",
            description =
                    "instead of scenarios: every supplier, place, lane and region by what its failure until recovery"
                            + " costs (linear programs, no probabilities)")
    private boolean exposure;

    @Option(
            names = "--stock",
            paramLabel = "on-hand|planned",
            converter = StockWord.class,
            defaultValue = "on-hand",
            description =
                    "the tests begin with the stock on hand, or with the buffers that the run proposes and nothing"
                            + " else; default: ${DEFAULT-VALUE}")
    private Stock stock = Stock.ON_HAND;

    @Option(
            names = "--safety-share",
            paramLabel = "SHARE",
            defaultValue = "1",
            description = "share of the safety stock that is there when it happens, 0 to 1; 0.5 is the sober look;"
                    + " default: ${DEFAULT-VALUE}")
    private double safetyShare = 1;

    @Option(
            names = "--ttr",
            paramLabel = "30d",
            description = "time to recover of suppliers and places of which nobody says it; else it stays unknown")
    private Optional<String> recovery = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "how many rows each list shows, default: ${DEFAULT-VALUE}")
    private int top = 10;

    @Option(
            names = "--longest-days",
            paramLabel = "N",
            defaultValue = "7300",
            description = "how many days a test runs at most, default: ${DEFAULT-VALUE}")
    private int longestDays = 7300;

    @Option(names = "--threads", paramLabel = "N", description = "threads that compute; never changes a result")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "writes a row for every item that a scenario reaches; the ending says in which format: csv, or"
                            + " one that is installed")
    private Optional<Path> out = Optional.empty();

    StressCommand() {}

    /** With which stock the tests begin. */
    enum Stock {
        ON_HAND,
        PLANNED
    }

    /** The same as an argument. */
    static final class StockWord implements ITypeConverter<Stock> {

        StockWord() {}

        @Override
        public Stock convert(String text) {
            return switch (text) {
                case "on-hand" -> Stock.ON_HAND;
                case "planned" -> Stock.PLANNED;
                default -> throw new TypeConversionException("'" + text + "' is neither on-hand nor planned");
            };
        }
    }

    @Override
    public Integer call() {
        Console console = common.console();
        StressSettings settings = settings();
        OptionalDouble standIn = standInRecovery();
        Optional<ResultFile> file = out.map(ResultFile::named);
        out.ifPresent(this::refuseRunFolder);
        if (exposure && !shocks.none()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--exposure lets every node fail by itself. Leave out the scenarios, or --exposure.");
        }
        if (!data.none()) {
            ofData(console, settings, standIn, file);
        } else {
            ofRun(console, settings, standIn, file);
        }
        return ExitCode.DONE;
    }

    private boolean planned() {
        return stock == Stock.PLANNED;
    }

    private StressSettings settings() {
        if (top < 0) {
            throw new CommandException(ExitCode.USAGE, "--top must be at least 0, was " + top);
        }
        try {
            return new StressSettings(
                    longestDays,
                    safetyShare,
                    threads.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
        } catch (IllegalArgumentException bad) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(bad.getMessage()), bad);
        }
    }

    private OptionalDouble standInRecovery() {
        try {
            return recovery.map(text -> OptionalDouble.of(ShockNotation.days(text)))
                    .orElse(OptionalDouble.empty());
        } catch (IllegalArgumentException bad) {
            throw new CommandException(ExitCode.USAGE, "--ttr: " + bad.getMessage(), bad);
        }
    }

    /** A run vouches for each of its files; one more would make it look damaged. */
    private void refuseRunFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && RunFolder.at(folder).holdsRun()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--out " + file
                            + " lies in a run folder, which holds what its manifest vouches for and nothing else."
                            + " Maybe: --out " + file.getFileName());
        }
    }

    private void ofData(Console console, StressSettings settings, OptionalDouble standIn, Optional<ResultFile> file) {
        if (run.given()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "DATA and --run were both given. Leave out one: a run is read from its own inputs.");
        }
        if (planned()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--stock planned needs a run, which proposes the buffers. Maybe: posture assess DATA, then posture"
                            + " stress --stock planned");
        }
        Policy policy = policies.policy();
        Import imported;
        try (PluginCatalog catalog = Plugins.sound(plugins.path())) {
            List<ClassLoader> libraries = catalog.libraries();
            imported = Reading.of(data.dataSet(libraries), () -> data.dataSet(libraries), policy, console);
        }
        RejectNotes.refuseTooMany(imported, policy.maxRejectRate());
        imported.mapping().ifPresent(mapping -> console.note(mapping.text()));
        test(imported, new Opening.OnHand(), policy, console, settings, standIn, file);
    }

    private void ofRun(Console console, StressSettings settings, OptionalDouble standIn, Optional<ResultFile> file) {
        try (Rerun rerun = Rerun.of(run.folder(), "stress", console)) {
            Opening opening = planned() ? Opening.Planned.of(RunEconomics.read(rerun.folder())) : new Opening.OnHand();
            test(rerun.imported(), opening, rerun.policy(), console, settings, standIn, file);
        }
    }

    private void test(
            Import imported,
            Opening opening,
            Policy policy,
            Console console,
            StressSettings settings,
            OptionalDouble standIn,
            Optional<ResultFile> file) {
        double carryingRate = policy.profile().carryingRate();
        if (exposure) {
            rank(
                    imported,
                    SupplyNetwork.of(imported, opening, carryingRate, OptionalDouble.empty()),
                    standIn,
                    console,
                    file);
            return;
        }
        SupplyNetwork network = SupplyNetwork.of(imported, opening, carryingRate, standIn);
        StressTest test = new StressTest(network, settings);
        StressReport report = shocks.none() ? test.standard() : test.of(shocks.scenarios(network));
        file.ifPresent(
                to -> to.write(ScenarioTable.NAME, ScenarioTable.COLUMNS, table -> ScenarioTable.write(report, table)));
        StressPage page = new StressPage(imported, network, report, top);
        console.result(common.json() ? StressDocument.of(imported, report) : page.text());
        file.ifPresent(written -> console.note("Written: " + written.path()));
    }

    private void rank(
            Import imported,
            SupplyNetwork network,
            OptionalDouble standIn,
            Console console,
            Optional<ResultFile> file) {
        ExposureRanking ranking =
                ExposureRanking.of(network, standIn.orElse(ExposureResults.STAND_IN_DAYS), SolverLimit.MANY);
        file.ifPresent(to ->
                to.write(ExposureTable.NAME, ExposureTable.COLUMNS, table -> ExposureTable.write(ranking, table)));
        ExposurePage page = new ExposurePage(imported, network, ranking);
        console.result(common.json() ? page.json() : page.text(top));
        file.ifPresent(written -> console.note("Written: " + written.path()));
    }
}
