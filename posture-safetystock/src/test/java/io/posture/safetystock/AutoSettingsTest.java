package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.core.Step;
import io.posture.core.plugin.Kind;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.PluginException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of the step as a policy file gives them. */
class AutoSettingsTest {

    @Test
    void methodsByClassKeepTheirOrder() {
        Map<String, Object> methods = new LinkedHashMap<>();
        methods.put("demand-class=LUMPY", "MONTE_CARLO");
        methods.put("abc=A", "GAMMA");
        methods.put("abc=C", "MAX_AVERAGE");
        assertEquals(
                "{\"demand-class=LUMPY\":\"MONTE_CARLO\",\"abc=A\":\"GAMMA\",\"abc=C\":\"MAX_AVERAGE\"}",
                settings(Map.of("methods", methods)));
    }

    @Test
    void anUnknownMethodIsRefusedWithThoseThereAre() {
        for (Map<String, Object> wrong : java.util.List.<Map<String, Object>>of(
                Map.of("method", "GUESS"), Map.of("methods", Map.of("abc=A", "GUESS")))) {
            String message = String.valueOf(
                    assertThrows(PluginException.class, () -> settings(wrong)).getMessage());
            assertTrue(message.contains("GUESS"), message);
            for (Method method : Method.values()) {
                assertTrue(message.contains(method.name()), message);
            }
        }
    }

    @Test
    void aMethodWithoutAClassIsRefused() {
        String message = String.valueOf(assertThrows(
                        PluginException.class, () -> settings(Map.of("methods", Map.of("LUMPY", "GAMMA"))))
                .getMessage());
        assertTrue(message.contains("methods needs a step and a class as in abc=A, was 'LUMPY'"), message);
    }

    private static String settings(Map<String, Object> settings) {
        try (PluginCatalog catalog = PluginCatalog.of(new SafetyStockPlugin())) {
            return catalog.settings(Kind.SAFETY_STOCK, Step.of("auto").with(settings))
                    .get("methods")
                    .toString();
        }
    }
}
