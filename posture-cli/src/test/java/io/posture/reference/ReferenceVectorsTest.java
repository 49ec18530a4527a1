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
            "buf.maxAvg",
            "buf.targetCsl",
            "buf.zFormula",
            "demand.bucket",
            "demand.sbc",
            "demand.scale",
            "demand.seasonalTest",
            "demand.stats",
            "eoq.basic",
            "eoq.constrained",
            "policy.jitEligible",
            "policy.matrix",
            "seg.abc",
            "seg.criticality",
            "seg.fsn",
            "seg.hhi",
            "seg.risk",
            "seg.sri",
            "seg.xyz",
            "supply.leadTimeShrink",
            "supply.leadTimeStats",
            "supply.lineCompletion",
            "supply.otif",
            "supply.otifShrink",
            "supply.poolLeadTime");

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
        assertEquals(new TreeSet<>(SHIPPED), catalog.topics());
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
