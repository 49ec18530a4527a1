package io.posture.analysis.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.core.PostureEngine;
import io.posture.io.Import;
import io.posture.io.manual.Fact;
import io.posture.io.manual.FactChange;
import io.posture.io.policy.Policy;
import io.posture.io.run.RegisterRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What if, on items with everything that an item can have. */
class WhatIfTest {

    @TempDir
    private Path work;

    @Test
    void aFactThatIsSoTodayChangesNothing() {
        Runs.ofStrategicStock(work).use((imported, engine, facts) -> {
            int asked = 0;
            for (ItemProfile item : imported.items().toList()) {
                for (Fact fact : Fact.values()) {
                    Optional<String> today = fact.today(item);
                    // scores that are no class are no value of the fact
                    if (today.isPresent() && fact != Fact.CRITICALITY_CLASS) {
                        assertEquals(
                                Map.of(),
                                changed(imported, engine, item.id(), fact.id() + "=" + today.get()),
                                () -> item.id() + " " + fact);
                        asked++;
                    }
                }
            }
            assertTrue(asked > 100, "facts are known");
        });
    }

    @Test
    void strategicFactsAreAsked() {
        Runs.ofStrategicStock(work).use((imported, engine, facts) -> {
            ItemId controller = ItemId.of("controller");
            for (String change : List.of("price_premium=0.01", "fixed_cost=1", "surge_pct=0.1")) {
                assertTrue(
                        reasons(imported, engine, controller, change).contains("cost"),
                        () -> change + " changes what an alternative costs");
            }
            assertNotEquals(Map.of(), changed(imported, engine, ItemId.of("pump-seal"), "downtime_cost_per_hour=1"));
        });
    }

    private static String reasons(Import imported, PostureEngine engine, ItemId item, String change) {
        return WhatIf.of(imported, engine, item, List.of(FactChange.parse(change)))
                .reasons()
                .toString();
    }

    /** Cells of the register that differ, with both values. */
    private static Map<String, String> changed(Import imported, PostureEngine engine, ItemId item, String change) {
        WhatIf answer = WhatIf.of(imported, engine, item, List.of(FactChange.parse(change)));
        Map<String, String> before = RegisterRow.of(answer.before(), imported, Policy.standard());
        Map<String, String> differences = new TreeMap<>();
        RegisterRow.of(answer.after(), imported, Policy.standard()).forEach((column, value) -> {
            if (!value.equals(before.get(column))) {
                differences.put(column, before.get(column) + " -> " + value);
            }
        });
        return differences;
    }
}
