package io.posture.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.core.Fixtures;
import io.posture.core.plugin.RefusedInputException.Fault;
import io.posture.spi.Doc;
import io.posture.spi.Key;
import io.posture.spi.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CalculationTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PluginCatalog catalog = PluginCatalog.of(Fixtures.plugin(
            "acme-sums", to -> to.calculation("acme.sum", Fixtures.RULE, Inputs.class, CalculationTest::sum)));

    @Tuple
    record Line(LocalDate day, double pieces) {}

    record Inputs(
            @Doc("lines, [day, pieces] each") List<Line> lines,
            @Doc("factor") OptionalDouble factor,
            @Doc("label") Optional<String> label,
            @Doc("copies") int copies) {

        Inputs {
            if (copies < 0) {
                throw new IllegalArgumentException("copies must be at least 0, was " + copies);
            }
        }
    }

    record Result(@Key("class") String kind, double sum, OptionalDouble mean, Map<String, Integer> counts) {}

    private static Result sum(Inputs inputs) {
        double sum = inputs.lines().stream().mapToDouble(Line::pieces).sum()
                * inputs.factor().orElse(1)
                * inputs.copies();
        int n = inputs.lines().size();
        return new Result(
                inputs.label().orElse("none"),
                sum,
                n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n),
                Map.of("lines", n));
    }

    @Test
    void tuplesStayTuplesAndKeysMayBeReservedWords() {
        assertEquals(
                "{\"class\":\"x\",\"sum\":30.0,\"mean\":15.0,\"counts\":{\"lines\":2}}",
                apply("{'lines': [['2026-01-05', 1], ['2026-01-06', 2.0]], 'factor': 5, 'label': 'x', 'copies': 2.0}"));
    }

    @Test
    void absentOptionalInputIsEmptyAndUnknownResultIsNull() {
        assertEquals(
                "{\"class\":\"none\",\"sum\":0.0,\"mean\":null,\"counts\":{\"lines\":0}}",
                apply("{'lines': [], 'copies': 1}"));
    }

    @Test
    void unknownInputIsNamed() {
        refuses(
                "acme.sum has no input 'faktor'. Inputs: [lines, factor, label, copies]",
                "{'lines': [], 'copies': 1, 'faktor': 2}");
    }

    @Test
    void missingInputIsNamed() {
        refuses("acme.sum needs the input 'copies'", "{'lines': []}");
        refuses("acme.sum needs the input 'copies', was null", "{'lines': [], 'copies': null}");
    }

    @Test
    void illTypedInputIsPlaced() {
        refuses("(at copies)", "{'lines': [], 'copies': 'two'}");
        refuses("(at copies)", "{'lines': [], 'copies': 2.5}");
        refuses("(at lines[0]", "{'lines': [['yesterday', 1]], 'copies': 1}");
        refuses("needs [day, pieces] as an array, was", "{'lines': [['2026-01-05', 1, 2]], 'copies': 1}");
        refuses("needs [day, pieces] as an array, was", "{'lines': [['2026-01-05']], 'copies': 1}");
        refuses("needs the input 'pieces', was null", "{'lines': [['2026-01-05', null]], 'copies': 1}");
    }

    @Test
    void faultIsNamedByKind() {
        assertEquals(Fault.UNKNOWN_INPUT, fault("{'lines': [], 'copies': 1, 'faktor': 2}"));
        assertEquals(Fault.MISSING_INPUT, fault("{'lines': []}"));
        assertEquals(Fault.ILL_TYPED_INPUT, fault("{'lines': [], 'copies': 'two'}"));
        assertEquals(Fault.ILL_TYPED_INPUT, fault("[1]"));
        assertEquals(Fault.REFUSED_INPUT, fault("{'lines': [], 'copies': -1}"));
    }

    @Test
    void numbersThatAreNotFiniteAreIllTyped() {
        refuses("needs a finite number", "{'lines': [], 'copies': 1, 'factor': 1e999}");
        refuses("needs a number, was \"NaN\" (at factor)", "{'lines': [], 'copies': 1, 'factor': 'NaN'}");
    }

    @Test
    void arrayHasNoGaps() {
        refuses("acme.sum needs a value in place of every null, was [null]", "{'lines': [null], 'copies': 1}");
    }

    @Test
    void resultThatIsNotFiniteIsAMistakeOfTheCalculation() {
        JsonNode inputs = tree("{'lines': [['2026-01-05', 1e308]], 'copies': 1000}");
        Calculation calculation = catalog.calculation("acme.sum");
        String said = assertThrows(ArithmeticException.class, () -> calculation.apply(inputs))
                .getMessage();
        assertEquals("acme.sum has no finite result sum, was Infinity", said);
    }

    @Test
    void inputsAreDescribedForReaders() {
        assertEquals(
                List.of(
                        new CalculationInput(
                                "lines",
                                "array of [day: date YYYY-MM-DD, pieces: number]",
                                false,
                                "lines, [day, pieces] each"),
                        new CalculationInput("factor", "number", true, "factor"),
                        new CalculationInput("label", "text", true, "label"),
                        new CalculationInput("copies", "whole number", false, "copies")),
                catalog.calculation("acme.sum").inputs());
    }

    @Test
    void unknownTopicListsWhatExists() {
        assertTrue(assertThrows(PluginException.class, () -> catalog.calculation("acme.product"))
                .getMessage()
                .startsWith("no calculation with id 'acme.product'. Available: [acme.sum]."));
    }

    private String apply(String json) {
        return catalog.calculation("acme.sum").apply(tree(json)).toString();
    }

    private Fault fault(String json) {
        JsonNode inputs = tree(json);
        Calculation calculation = catalog.calculation("acme.sum");
        return assertThrows(RefusedInputException.class, () -> calculation.apply(inputs))
                .fault();
    }

    private void refuses(String message, String json) {
        JsonNode inputs = tree(json);
        Calculation calculation = catalog.calculation("acme.sum");
        String said = assertThrows(IllegalArgumentException.class, () -> calculation.apply(inputs))
                .getMessage();
        assertTrue(said.contains(message), said);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
