package io.posture.analysis.stress;

import io.posture.stress.ItemImpact;
import io.posture.stress.ScenarioResult;
import io.posture.stress.StandardScenarios;
import io.posture.stress.StressEngine;
import io.posture.stress.StressScenario;
import io.posture.stress.StressSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Puts a network to the test and prices what could be done. Immutable and safe for use by many threads; results do not
 * depend on their number.
 */
public final class StressTest {

    private static final Comparator<StressRow> WORST_FIRST = Comparator.comparing(
                    (StressRow row) -> !row.impact().isHit())
            .thenComparingDouble(row -> -row.lostValue().orElse(0))
            .thenComparingInt(row -> row.impact().firstStockOutDay().orElse(Integer.MAX_VALUE))
            .thenComparing(row -> row.impact().item());

    private final SupplyNetwork network;
    private final StressSettings settings;
    private final Fixes fixes;

    /** A test. */
    public StressTest(SupplyNetwork network, StressSettings settings) {
        this.network = network;
        this.settings = settings;
        this.fixes = new Fixes(network);
    }

    /** The standard set, as far as the network allows it. */
    public StressReport standard() {
        StandardScenarios set = StandardScenarios.of(network.network());
        return report(set.scenarios(), set.leftOut());
    }

    /**
     * Scenarios, each by itself.
     *
     * @throws IllegalArgumentException if one names what the network does not have
     */
    public StressReport of(List<StressScenario> scenarios) {
        scenarios.forEach(network::require);
        return report(scenarios, List.of());
    }

    private StressReport report(List<StressScenario> scenarios, List<String> leftOut) {
        return new StressReport(
                network.opening(),
                scenarios.stream().map(this::run).toList(),
                leftOut,
                network.network().secondSources(),
                network.gaps(),
                network.cycles(),
                network.hasProducts());
    }

    /** Runs one scenario. */
    StressReport.Scenario run(StressScenario scenario) {
        ScenarioResult first = StressEngine.of(network.network(), settings).run(scenario);
        List<StressRow> hit = first.impacts().stream()
                .filter(ItemImpact::isHit)
                .map(impact -> fixes.row(impact, Map.of()))
                .sorted(WORST_FIRST)
                .toList();
        Fixes.Trials trials = fixes.trials(first, hit);
        ScenarioResult result = trials.remedies().isEmpty()
                ? first
                : StressEngine.of(network.network(), settings, trials.remedies())
                        .run(scenario);
        return new StressReport.Scenario(
                result,
                result.impacts().stream()
                        .map(impact -> fixes.row(impact, trials.states()))
                        .sorted(WORST_FIRST)
                        .toList(),
                Unseen.of(network.network(), first));
    }
}
