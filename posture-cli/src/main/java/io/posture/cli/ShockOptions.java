package io.posture.cli;

import io.posture.analysis.stress.Scenarios;
import io.posture.analysis.stress.SupplyNetwork;
import io.posture.io.scenario.ScenarioException;
import io.posture.io.scenario.ScenarioFile;
import io.posture.stress.Shock;
import io.posture.stress.ShockNotation;
import io.posture.stress.StressScenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What goes wrong, as arguments. */
final class ShockOptions {

    @Option(
            names = "--scenario",
            paramLabel = "FILE.yaml",
            description = "scenarios of a file, see stress.yaml of posture init; may be repeated, as all that follow")
    private List<Path> files = List.of();

    @Option(
            names = "--supplier-down",
            paramLabel = "ID=30d",
            description = "a supplier delivers nothing for 30 days (30d) or weeks (6w); what it has sent keeps coming")
    private List<String> suppliers = List.of();

    @Option(
            names = "--lane-closed",
            paramLabel = "ID=60d",
            description = "a lane, or a chokepoint of lanes, is closed; what is on it stands still")
    private List<String> lanes = List.of();

    @Option(
            names = "--region-down",
            paramLabel = "ID=30d",
            description = "a region or country fails with all suppliers and places in it")
    private List<String> regions = List.of();

    @Option(names = "--demand", paramLabel = "+50%=30d", description = "all demand rises")
    private List<String> demand = List.of();

    @Option(
            names = "--lead-times",
            paramLabel = "x3[=60d]",
            description = "orders take longer, for good or for a time; those placed before come in time")
    private List<String> leadTimes = List.of();

    @Option(
            names = "--node-down",
            paramLabel = "ID[=30d]",
            description = "any supplier, place, lane or region fails; without a duration for its time to recover."
                    + " KIND:ID where several kinds share the ID")
    private List<String> nodes = List.of();

    @Option(
            names = "--together",
            description =
                    "what the options above name goes wrong at the same time, as one scenario; else each by itself")
    private boolean together;

    ShockOptions() {}

    /** Whether nothing was said. */
    boolean none() {
        return files.isEmpty() && shocks().isEmpty();
    }

    /** The scenarios, each with a name of its own. */
    List<StressScenario> scenarios(SupplyNetwork network) {
        List<StressScenario> scenarios = new ArrayList<>();
        for (Path file : files) {
            scenarios.addAll(Scenarios.of(ScenarioFile.read(file), network));
        }
        List<Shock> shocks = shocks();
        if (together && !shocks.isEmpty()) {
            scenarios.add(StressScenario.of(shocks.toArray(Shock[]::new)));
        } else {
            shocks.forEach(shock -> scenarios.add(StressScenario.of(shock)));
        }
        Set<String> names = new HashSet<>();
        for (StressScenario scenario : scenarios) {
            if (!names.add(scenario.name())) {
                throw new ScenarioException("two scenarios are called '" + scenario.name()
                        + "', so that results could not be told apart. Rename one, or leave it out.");
            }
            try {
                network.require(scenario);
            } catch (IllegalArgumentException unknown) {
                throw new ScenarioException(String.valueOf(unknown.getMessage()), unknown);
            }
        }
        return scenarios;
    }

    private List<Shock> shocks() {
        List<Shock> shocks = new ArrayList<>();
        add(shocks, "--supplier-down", suppliers, ShockNotation::supplierDown);
        add(shocks, "--lane-closed", lanes, ShockNotation::laneClosed);
        add(shocks, "--region-down", regions, Scenarios::regionDown);
        add(shocks, "--demand", demand, ShockNotation::demand);
        add(shocks, "--lead-times", leadTimes, ShockNotation::leadTimes);
        add(shocks, "--node-down", nodes, ShockNotation::nodeDown);
        return shocks;
    }

    private static void add(List<Shock> shocks, String option, List<String> texts, Function<String, Shock> reading) {
        for (String text : texts) {
            try {
                shocks.add(reading.apply(text));
            } catch (IllegalArgumentException bad) {
                throw new CommandException(ExitCode.USAGE, option + ": " + bad.getMessage(), bad);
            }
        }
    }
}
