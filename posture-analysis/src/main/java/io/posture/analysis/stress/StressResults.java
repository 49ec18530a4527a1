package io.posture.analysis.stress;

import io.posture.io.Import;
import io.posture.io.run.ItemEconomics;
import io.posture.io.run.RunCompanion;
import io.posture.io.run.Summary;
import io.posture.io.sink.OutputTable;
import io.posture.numerics.Sums;
import io.posture.stress.SecondSource;
import io.posture.stress.Shock;
import io.posture.stress.StandardScenarios;
import io.posture.stress.StressScenario;
import io.posture.stress.StressSettings;
import io.posture.stress.Unknown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The standard set of stress tests of a run, for its folder: with the stock on hand, unless nobody counted any, and with the
 * buffers that the run proposes. The rows of one scenario at a time are kept. Not thread-safe.
 */
public final class StressResults implements RunCompanion {

    private static final String FILE = ScenarioTable.NAME + ".csv";

    private final Import imported;
    private final double carryingRate;
    private final StressSettings settings;
    private final List<ItemEconomics> items = new ArrayList<>();
    private final List<SupplyNetwork> networks = new ArrayList<>();

    /**
     * Of a run that has no items yet.
     *
     * @param imported what it decides on
     * @param carryingRate share of the unit cost a year of items without their own
     * @param threads threads that compute; never changes a result
     */
    public StressResults(Import imported, double carryingRate, int threads) {
        this.imported = imported;
        this.carryingRate = carryingRate;
        this.settings = StressSettings.DEFAULTS.withThreads(threads);
    }

    @Override
    public void add(ItemEconomics item) {
        items.add(item);
        networks.clear();
    }

    private List<SupplyNetwork> networks() {
        if (networks.isEmpty()) {
            boolean counted = imported.population()
                    .items()
                    .anyMatch(item -> item.stock().usablePieces().isPresent());
            if (counted) {
                networks.add(SupplyNetwork.of(imported, new Opening.OnHand(), carryingRate, OptionalDouble.empty()));
            }
            networks.add(SupplyNetwork.of(imported, Opening.Planned.of(items), carryingRate, OptionalDouble.empty()));
        }
        return networks;
    }

    @Override
    public void finish(Place run) throws IOException {
        Map<String, List<String>> outcomes = new LinkedHashMap<>();
        Map<String, OptionalDouble> figures = new LinkedHashMap<>();
        try (OutputTable table = run.table(FILE, ScenarioTable.COLUMNS)) {
            for (SupplyNetwork network : networks()) {
                StressTest test = new StressTest(network, settings);
                for (StressScenario scenario :
                        StandardScenarios.of(network.network()).scenarios()) {
                    StressReport.Scenario tested = test.run(scenario);
                    ScenarioTable.write(tested, network.opening(), table);
                    outcomes.computeIfAbsent(text(scenario), none -> new ArrayList<>())
                            .add(outcome(tested, network.opening(), figures));
                }
            }
        }
        run.section(section(outcomes, figures));
    }

    private static String text(StressScenario scenario) {
        return scenario.shocks().stream().map(Shock::text).collect(Collectors.joining(", "));
    }

    private Summary.Section section(Map<String, List<String>> outcomes, Map<String, OptionalDouble> figures) {
        List<String> sentences = new ArrayList<>();
        List<SupplyNetwork> all = networks();
        outcomes.forEach((scenario, of) -> sentences.add(scenario + ": " + String.join("; ", of) + "."));
        if (all.size() == 1) {
            sentences.add("No stock was counted, so nothing is said of today.");
        }
        sentences.addAll(StandardScenarios.of(all.get(0).network()).leftOut());
        int unknown = all.get(0)
                .network()
                .unknown()
                .getOrDefault(Unknown.SOURCE, List.of())
                .size();
        if (unknown > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Nobody is known to supply %,d items: no failure of supply reaches them here.",
                    unknown));
        }
        sentences.add(secondSources(all.get(0), figures));
        return new Summary.Section("stress", "IF SUPPLY FAILS (posture stress tries out more)", sentences, figures);
    }

    private static String outcome(
            StressReport.Scenario scenario, Opening opening, Map<String, OptionalDouble> figures) {
        List<StressRow> hit = scenario.hit();
        String name = scenario.result().scenario().name().replace('-', '_') + "_" + opening.text();
        double lost = Sums.of(
                hit.stream().mapToDouble(row -> row.impact().lostPieces()).toArray());
        figures.put(name + "_items_short", OptionalDouble.of(hit.size()));
        figures.put(name + "_lost_units", OptionalDouble.of(lost));
        String first = hit.stream()
                .mapToInt(row -> row.impact().firstStockOutDay().orElseThrow())
                .min()
                .stream()
                .mapToObj(day -> ", the first on day " + day)
                .findFirst()
                .orElse("");
        return (opening instanceof Opening.Planned ? "with the planned buffers " : "with the stock on hand ")
                + String.format(Locale.ROOT, "%,d items go short%s", hit.size(), first);
    }

    private static String secondSources(SupplyNetwork network, Map<String, OptionalDouble> figures) {
        List<SecondSource> all = network.network().secondSources();
        long paper = all.stream()
                .filter(source -> source.state() == SecondSource.State.PAPER)
                .count();
        long unknown = all.stream()
                .filter(source -> source.state() == SecondSource.State.UNKNOWN)
                .count();
        long apart = all.stream()
                .filter(source -> source.state() == SecondSource.State.APART)
                .count();
        figures.put("second_sources", OptionalDouble.of(all.size()));
        figures.put("second_sources_on_paper", OptionalDouble.of((double) paper));
        figures.put("second_sources_not_shown", OptionalDouble.of((double) unknown));
        figures.put("second_sources_apart_as_far_as_known", OptionalDouble.of((double) apart));
        return String.format(
                Locale.ROOT,
                "Of %,d items with two suppliers or more, %,d have their second source on paper only: one plant, lane or"
                        + " company stands behind all of them; of %,d the plants are not known, and of %,d they are apart,"
                        + " but not all lanes are known.",
                all.size(),
                paper,
                unknown,
                apart);
    }
}
