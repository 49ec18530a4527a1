package io.posture.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.core.plugin.PluginCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every calculation that is shipped gives the reference values, made by an independent implementation. */
class ReferenceVectorsTest {

    private static final Set<String> SHIPPED = Set.of(
            "buf.criticalRatioRop",
            "buf.empiricalLtd",
            "buf.errorSd",
            "buf.fillRate",
            "buf.gammaRop",
            "buf.kanban",
            "buf.maxAvg",
            "buf.minMax",
            "buf.negBinRop",
            "buf.newsvendorNormal",
            "buf.periodicReview",
            "buf.poissonRop",
            "buf.rssPolicy",
            "buf.sesErrorSd",
            "buf.ssForFillRate",
            "buf.targetCsl",
            "buf.timePhased",
            "buf.undershootPmf",
            "buf.unitLoss",
            "buf.unitLossInverse",
            "buf.zFormula",
            "demand.bucket",
            "demand.censorScale",
            "demand.censoredNormal",
            "demand.censoredPoisson",
            "demand.changePoints",
            "demand.mannKendall",
            "demand.mixtureRop",
            "demand.outliers",
            "demand.regimes",
            "demand.sbc",
            "demand.scale",
            "demand.seasonalIndices",
            "demand.seasonalTest",
            "demand.stats",
            "econ.allocateBudget",
            "econ.allocateUnits",
            "econ.carryRate",
            "econ.overInsurance",
            "econ.postureCost",
            "econ.resilienceRoi",
            "econ.secondSource",
            "econ.stockoutCost",
            "econ.varCvar",
            "econ.workingCapital",
            "eoq.allUnits",
            "eoq.backorders",
            "eoq.basic",
            "eoq.constrained",
            "eoq.disruptions",
            "eoq.incremental",
            "eoq.production",
            "fc.croston",
            "fc.tsb",
            "fwd.days",
            "fwd.lastOrder",
            "kpi.fill",
            "kpi.financial",
            "kpi.insurance",
            "kpi.mttr",
            "kpi.perfectOrder",
            "mc.quantileRanks",
            "mc.trials",
            "mro.spareStock",
            "pile.baseStockDisruptions",
            "pile.eventRate",
            "pile.lpImpact",
            "pile.lpTts",
            "pile.optimalCover",
            "pile.rei",
            "pile.rotation",
            "pile.strategies",
            "pile.tts",
            "policy.jitEligible",
            "policy.matrix",
            "review.bayesOtif",
            "review.cusumBernoulli",
            "review.cusumGaussian",
            "review.deadband",
            "review.hysteresis",
            "review.stockAge",
            "seg.abc",
            "seg.actionPriority",
            "seg.criticality",
            "seg.fsn",
            "seg.hhi",
            "seg.hml",
            "seg.kraljic",
            "seg.risk",
            "seg.rpn",
            "seg.rpnLattice",
            "seg.sri",
            "seg.xyz",
            "stress.allocate",
            "stress.bullwhip",
            "stress.bullwhipBound",
            "stress.closedForm",
            "stress.depletion",
            "stress.receipts",
            "stress.tierPropagation",
            "supply.kaplanMeier",
            "supply.leadTimeShrink",
            "supply.leadTimeStats",
            "supply.lineCompletion",
            "supply.otif",
            "supply.otifShrink",
            "supply.poolLeadTime");

    /** No vector knows them: their modules test one against scipy, the other by simulation. */
    private static final Set<String> OWN = Set.of("buf.shiftedGammaRop", "review.trackingSignal");

    private static PluginCatalog catalog;

    @BeforeAll
    static void open() {
        catalog = PluginCatalog.onPath(ReferenceVectorsTest.class.getClassLoader());
    }

    @AfterAll
    static void close() {
        catalog.close();
    }

    @Test
    void everyShippedCalculationHasVectors() throws IOException {
        Set<String> all = new TreeSet<>(SHIPPED);
        all.addAll(OWN);
        assertEquals(all, catalog.topics());
        Set<String> covered = new TreeSet<>();
        vectors().forEach(vector -> covered.add(vector.get("topic").asText()));
        assertTrue(covered.containsAll(SHIPPED), () -> "no vector for some of " + SHIPPED);
    }

    @TestFactory
    Stream<DynamicTest> vectorsAgree() throws IOException {
        return vectors()
                .filter(vector -> SHIPPED.contains(vector.get("topic").asText()))
                .map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> check(vector)));
    }

    private static Stream<JsonNode> vectors() throws IOException {
        try (InputStream in = ReferenceVectorsTest.class.getResourceAsStream("/reference/vectors.json")) {
            JsonNode file = new ObjectMapper().readTree(Objects.requireNonNull(in));
            List<JsonNode> vectors = StreamSupport.stream(file.get("vectors").spliterator(), false)
                    .toList();
            assertEquals(315, vectors.size());
            return vectors.stream();
        }
    }

    private static void check(JsonNode vector) {
        JsonNode result = catalog.calculation(vector.get("topic").asText()).apply(vector.get("inputs"));
        Tolerance tolerance = new Tolerance(
                vector.get("tolerance").get("abs").doubleValue(),
                vector.get("tolerance").get("rel").doubleValue());
        tolerance.compare("", vector.get("expected"), result);
    }

    private record Tolerance(double absolute, double relative) {

        /** Only what is expected is checked: a result may say more. */
        void compare(String path, JsonNode expected, JsonNode actual) {
            if (expected.isObject()) {
                expected.properties().forEach(field -> {
                    assertTrue(
                            actual.has(field.getKey()), () -> path + "." + field.getKey() + " is missing in " + actual);
                    compare(path + "." + field.getKey(), field.getValue(), actual.get(field.getKey()));
                });
            } else if (expected.isArray()) {
                assertEquals(expected.size(), actual.size(), () -> "length of " + path);
                for (int i = 0; i < expected.size(); i++) {
                    compare(path + "[" + i + "]", expected.get(i), actual.get(i));
                }
            } else if (expected.isNumber()) {
                assertTrue(actual.isNumber(), () -> path + " must be a number, was " + actual);
                double allowed = absolute + relative * Math.abs(expected.doubleValue());
                assertEquals(expected.doubleValue(), actual.doubleValue(), allowed, path);
            } else {
                assertEquals(expected, actual, path);
            }
        }
    }
}
