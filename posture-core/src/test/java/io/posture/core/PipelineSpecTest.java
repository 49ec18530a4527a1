package io.posture.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineSpecTest {

    @Test
    void theStandardPipelineClassesBeforeItSizesAndDecides() {
        PipelineSpec standard = PipelineSpec.standard();
        assertEquals(
                List.of(
                        "abc",
                        "xyz",
                        "fsn",
                        "hml",
                        "demand-class",
                        "mro",
                        "perishability",
                        "criticality",
                        "fmea",
                        "sourcing",
                        "sri",
                        "risk",
                        "kraljic"),
                standard.segmentations().stream().map(Step::name).toList());
        assertEquals(Step.of("eoq"), standard.orderQuantity());
        assertEquals(Step.of("auto"), standard.safetyStock());
        assertEquals(Step.of("matrix"), standard.strategy());
    }

    @Test
    void aStepReplacesTheOneOfItsNameOrIsAdded() {
        PipelineSpec standard = PipelineSpec.standard();
        Step own = new Step("risk", "acme.risk", Map.of());
        PipelineSpec replaced = standard.withSegmentation(own);
        assertEquals(13, replaced.segmentations().size());
        assertEquals(own, replaced.segmentations().get(11));
        assertEquals(
                14, standard.withSegmentation(Step.of("own")).segmentations().size());
    }

    @Test
    void twoStepsOfOneNameAreRefused() {
        PipelineSpec standard = PipelineSpec.standard();
        assertThrows(IllegalArgumentException.class, () -> standard.withSafetyStock(Step.of("abc")));
    }
}
