package io.posture.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Inputs that make no sense are refused in words; nothing to count is a null, never a NaN. */
class RefusedInputsTest {

    @Test
    void detectorsRefuseWhatTheyCannotUse() {
        assertRefused("failures[1] must be 0 or 1, was 2", () -> new FailureCusum.Inputs(List.of(0, 2), 0.1, 0.2, 5));
        assertRefused("p1 must be above p0", () -> new FailureCusum.Inputs(List.of(), 0.2, 0.2, 5));
        assertRefused("p0 must be in (0, 1), was 0.0", () -> new FailureCusum.Inputs(List.of(), 0, 0.2, 5));
        assertRefused("h must be finite and above 0", () -> new FailureCusum.Inputs(List.of(), 0.1, 0.2, 0));
        assertRefused("sd must be finite and above 0, was 0.0", () -> new MeanCusum.Inputs(List.of(1.0), 0, 0, 0.5, 5));
        assertRefused(
                "values[0] must be finite, was NaN", () -> new MeanCusum.Inputs(List.of(Double.NaN), 0, 1, 0.5, 5));
        assertRefused("hits must be in 0..n, were hits=3, n=2", () -> new OtifLevel.Inputs(3, 2, 0.9, 10, 0.9));
        assertRefused("priorMean must be in (0, 1), was 1.0", () -> new OtifLevel.Inputs(1, 2, 1, 10, 0.9));
        assertRefused(
                "exit must be at most enter", () -> new Hysteresis.Inputs(LevelState.Level.LOW, List.of(), 50, 60, 2));
        assertRefused(
                "confirm must be at least 1, was 0",
                () -> new Hysteresis.Inputs(LevelState.Level.LOW, List.of(), 60, 50, 0));
        assertRefused("band must be finite and at least 0", () -> new Deadband.Inputs(1, 1, -0.1));
        assertRefused(
                "daysSinceLastIssue must be finite and at least 0",
                () -> new StockAge.Inputs(1, 1, OptionalDouble.of(-1), false, OptionalDouble.empty(), 180));
        assertRefused("a score must be finite", () -> LevelState.START.after(Double.NaN, LevelLimits.DEFAULTS));
    }

    @Test
    void nothingToCountIsEmpty() {
        assertEquals(
                OptionalDouble.empty(),
                Fill.calculate(new Fill.Inputs(List.of())).lineFill());
        assertEquals(
                OptionalDouble.empty(),
                Fill.calculate(new Fill.Inputs(List.of(new Fill.Line("o", 0, 0))))
                        .unitFill());
        assertEquals(
                OptionalDouble.empty(),
                PerfectOrder.calculate(new PerfectOrder.Inputs(List.of())).perfectOrder());
        Financial.Result still = Financial.calculate(new Financial.Inputs(0, 0, 5));
        assertEquals(OptionalDouble.empty(), still.turns());
        assertEquals(OptionalDouble.empty(), still.dio());
        assertEquals(OptionalDouble.empty(), still.gmroi());
        assertEquals(
                OptionalDouble.empty(),
                Insurance.calculate(new Insurance.Inputs(List.of())).coverage());
        assertEquals(
                0,
                FailureCusum.calculate(new FailureCusum.Inputs(List.of(), 0.1, 0.2, 5))
                        .path()
                        .size());
    }

    private static void assertRefused(String message, Supplier<?> work) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, work::get);
        assertTrue(refused.getMessage().contains(message), refused::getMessage);
    }
}
