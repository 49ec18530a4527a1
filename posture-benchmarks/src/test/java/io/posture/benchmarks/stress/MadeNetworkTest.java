package io.posture.benchmarks.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.stress.ScenarioResult;
import io.posture.stress.StandardScenarios;
import io.posture.stress.StressEngine;
import io.posture.stress.StressNetwork;
import io.posture.stress.StressSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeNetworkTest {

    @Test
    void standardSetHitsSomeItemsAndNotAll() {
        StressNetwork network = MadeNetwork.of(3, 2_000, 20);
        StandardScenarios standard = StandardScenarios.of(network);
        assertEquals(List.of(), standard.leftOut());
        List<ScenarioResult> results =
                StressEngine.of(network, StressSettings.DEFAULTS).run(standard.scenarios());
        assertEquals(5, results.size());
        for (ScenarioResult result : results) {
            assertTrue(
                    result.hit().size() < network.items().size(),
                    () -> result.scenario().name());
            assertEquals(List.of(), result.remarks());
        }
        // stock that moves between levels for years does not keep the ledgers running: the rise lasts 30 days
        assertEquals(30, results.get(2).days());
        assertTrue(results.stream().mapToDouble(ScenarioResult::lostMargin).sum() > 0);
    }
}
