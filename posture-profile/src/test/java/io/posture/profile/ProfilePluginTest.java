package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.explain.Origin;
import io.posture.spi.Contributions;
import io.posture.spi.Doc;
import io.posture.spi.OrderQuantityFormula;
import io.posture.spi.PosturePlugin;
import io.posture.spi.PostureStrategy;
import io.posture.spi.SafetyStockFormula;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.StockpileFormula;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProfilePluginTest {

    private final Map<String, Class<? extends Record>> inputs = new TreeMap<>();

    @Test
    void isFoundByTheServiceLoader() {
        List<String> ids = ServiceLoader.load(PosturePlugin.class).stream()
                .map(provider -> provider.get().info().id())
                .toList();
        assertTrue(ids.contains("posture-profile"));
    }

    @Test
    void publishesItsCalculations() {
        new ProfilePlugin().contribute(new Calculations());
        assertEquals(
                Set.of(
                        "demand.bucket",
                        "demand.stats",
                        "demand.sbc",
                        "demand.scale",
                        "demand.seasonalTest",
                        "demand.mannKendall",
                        "demand.seasonalIndices",
                        "demand.outliers",
                        "demand.changePoints",
                        "demand.regimes",
                        "demand.censoredNormal",
                        "demand.censoredPoisson",
                        "demand.censorScale",
                        "supply.lineCompletion",
                        "supply.leadTimeStats",
                        "supply.kaplanMeier",
                        "supply.otif",
                        "supply.otifShrink",
                        "supply.poolLeadTime",
                        "supply.leadTimeShrink"),
                inputs.keySet());
    }

    @Test
    void everyInputIsExplained() {
        new ProfilePlugin().contribute(new Calculations());
        inputs.forEach((topic, type) -> {
            for (RecordComponent component : type.getRecordComponents()) {
                assertNotNull(component.getAnnotation(Doc.class), topic + "." + component.getName());
            }
        });
    }

    /** Takes calculations and refuses anything else. */
    private final class Calculations implements Contributions {

        @Override
        public <I extends Record, R extends Record> void calculation(
                String topic, Origin.Formula formula, Class<I> type, Function<? super I, ? extends R> function) {
            assertTrue(formula.id().startsWith(topic + "."), formula.id());
            inputs.put(topic, type);
        }

        @Override
        public <C extends Record & Serializable> void segmentation(
                String id, C defaults, Function<? super C, ? extends SegmentationScheme> factory) {
            throw new AssertionError(id);
        }

        @Override
        public <C extends Record & Serializable> void orderQuantity(
                String id, C defaults, Function<? super C, ? extends OrderQuantityFormula> factory) {
            throw new AssertionError(id);
        }

        @Override
        public <C extends Record & Serializable> void safetyStock(
                String id, C defaults, Function<? super C, ? extends SafetyStockFormula> factory) {
            throw new AssertionError(id);
        }

        @Override
        public <C extends Record & Serializable> void stockpile(
                String id, C defaults, Function<? super C, ? extends StockpileFormula> factory) {
            throw new AssertionError(id);
        }

        @Override
        public <C extends Record & Serializable> void strategy(
                String id, C defaults, Function<? super C, ? extends PostureStrategy> factory) {
            throw new AssertionError(id);
        }
    }
}
