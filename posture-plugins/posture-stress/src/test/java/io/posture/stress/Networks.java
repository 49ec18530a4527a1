package io.posture.stress;

import java.util.List;

/** Short ways to small networks. */
final class Networks {

    private Networks() {}

    static StressNetwork of(StressItem... items) {
        return StressNetwork.of(List.of(), List.of(), List.of(items));
    }

    static ScenarioResult run(StressNetwork network, Shock... shocks) {
        return StressEngine.of(network, StressSettings.DEFAULTS).run(StressScenario.of(shocks));
    }

    static ItemImpact impact(ScenarioResult result, String item) {
        return result.impacts().stream()
                .filter(impact -> impact.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /** Ten pieces a day at a margin of 5. */
    static StressItem bought(String id, double stock, Source... sources) {
        return StressItem.bought(id, 10, 5, ItemStock.of(stock), List.of(sources));
    }
}
