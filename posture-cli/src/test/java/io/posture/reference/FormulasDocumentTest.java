package io.posture.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.core.plugin.Contribution;
import io.posture.core.plugin.PluginCatalog;
import io.posture.core.plugin.Setting;
import io.posture.explain.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document of the formulas tells the truth about the code. */
class FormulasDocumentTest {

    private final String document = read();

    @Test
    void everyCalculationIsDocumentedWithFormulaAndSource() {
        try (PluginCatalog catalog = PluginCatalog.onPath(getClass().getClassLoader())) {
            assertFalse(catalog.topics().isEmpty());
            for (String topic : catalog.topics()) {
                Origin.Formula formula = catalog.calculation(topic).formula();
                assertDocumented("| `" + topic + "` | `" + formula.id() + "` | " + formula.expression() + " | "
                        + formula.citation() + " |");
            }
        }
    }

    @Test
    void everyStepIsDocumentedWithItsDefaults() {
        try (PluginCatalog catalog = PluginCatalog.onPath(getClass().getClassLoader())) {
            assertFalse(catalog.contributions().isEmpty());
            for (Contribution contribution : catalog.contributions()) {
                assertDocumented("| `" + contribution.id() + "` | ");
                for (Setting setting : contribution.settings()) {
                    assertDocumented("`" + setting.name() + "` " + setting.defaultValue());
                }
            }
        }
    }

    private void assertDocumented(String text) {
        assertTrue(document.contains(text), () -> "docs/formulas-and-sources.md lacks: " + text);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "formulas-and-sources.md"));
        } catch (IOException problem) {
            throw new IllegalStateException("run from the module's folder", problem);
        }
    }
}
