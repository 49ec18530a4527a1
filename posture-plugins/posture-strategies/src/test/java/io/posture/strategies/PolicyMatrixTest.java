package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.PostureDecision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PolicyMatrixTest {

    @Test
    void overridesComeInTheOrderOfTheDecision() {
        assertEquals(Policy.RUN_OUT, decide("A", "HIGH", true, true, true, true, true));
        assertEquals(Policy.INSURANCE_SPARE, decide("C", "LOW", true, true, true, true, false));
        assertEquals(Policy.SAFETY_STOCK, decide("C", "LOW", false, false, false, true, false));
        assertEquals(Policy.SAFETY_STOCK, decide("A", "LOW", true, false, true, false, false));
        assertEquals(Policy.ROP_WITH_SAFETY_STOCK, decide("A", "LOW", false, false, false, false, false));
        assertEquals(Policy.JIT_EOQ, decide("A", "LOW", true, false, false, false, false));
    }

    @Test
    void overridesOfLeanCellsDoNotTouchTheOthers() {
        assertEquals(Policy.SAFETY_STOCK_SECOND_SOURCE, decide("A", "MEDIUM", false, false, true, true, false));
        assertEquals(Policy.STRATEGIC_STOCKPILE_DIVERSIFY, decide("A", "HIGH", false, false, false, true, false));
    }

    @Test
    void aCriticalSpareFlagCountsForMaintenanceItemsOnly() {
        assertEquals(Policy.JIT_EOQ, decide("A", "LOW", true, true, false, false, false));
    }

    @Test
    void anUnknownClassOrLevelIsNamed() {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class, () -> decide("X", "LOW", true, false, false, false, false));
        assertEquals(
                "value class must be A, B or C, was 'X'. Maybe the setting abcStep names a step of another kind.",
                error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> decide("A", "HUGE", true, false, false, false, false));
    }

    @Test
    void limitsOfTheLeanTestsBelongToThePassingSide() {
        assertTrue(failed(14, 0.90, 39.999, 69.999, "JIT_EOQ").isEmpty());
        assertEquals(
                List.of(JitTest.LEAD_TIME, JitTest.OTIF, JitTest.SRI, JitTest.CRITICALITY),
                failed(14.001, 0.8999, 40, 70, "JIT_EOQ"));
        assertTrue(failed(28, 0.85, 59.999, 39.999, "ROP_OR_VMI").isEmpty());
        assertEquals(
                List.of(JitTest.LEAD_TIME, JitTest.OTIF, JitTest.SRI, JitTest.CRITICALITY),
                failed(28.001, 0.8499, 60, 40, "ROP_OR_VMI"));
    }

    @Test
    void everythingUnknownFailsEverythingThatCanBeUnknown() {
        OptionalDouble unknown = OptionalDouble.empty();
        List<JitTest> failed = JitEligibility.calculate(new JitEligibility.Inputs(
                        Optional.empty(),
                        unknown,
                        Optional.empty(),
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        true,
                        Optional.empty(),
                        unknown,
                        unknown,
                        Optional.empty()))
                .failed();
        assertEquals(List.of(JitTest.values()), failed);
    }

    @Test
    void theMiddleCellsAreSettings() {
        MatrixCells defaults = MatrixCells.DEFAULTS;
        MatrixCells cells = new MatrixCells(
                defaults.bHigh(), Policy.SAFETY_STOCK, defaults.bMedium(), defaults.cMedium(), Policy.ROP_OR_VMI);
        assertEquals(Policy.SAFETY_STOCK, cells.cell("A", RiskLevel.MEDIUM));
        assertEquals(Policy.ROP_OR_VMI, cells.cell("B", RiskLevel.LOW));
        assertEquals(Policy.STRATEGIC_STOCKPILE_DIVERSIFY, cells.cell("A", RiskLevel.HIGH));
        SampleItem sample = new SampleItem();
        sample.abc = "B";
        sample.leadDays = 28;
        PostureDecision decision =
                (PostureDecision) MatrixStrategy.byRisk(Settings.cells(cells)).decide(sample.sized());
        assertEquals("ROP_OR_VMI", decision.policy());
    }

    @Test
    void aCellCannotTakeThePolicyOfAnotherStep() {
        assertEquals(
                "bLow must be the policy of a cell, was RUN_OUT, which another step of the decision gives",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new MatrixCells(
                                        Policy.SAFETY_STOCK,
                                        Policy.SAFETY_STOCK,
                                        Policy.SAFETY_STOCK,
                                        Policy.SAFETY_STOCK,
                                        Policy.RUN_OUT))
                        .getMessage());
    }

    private static Policy decide(
            String abc, String risk, boolean eligible, boolean spare, boolean mro, boolean cushion, boolean obsolete) {
        return PolicyMatrix.decide(
                new PolicyMatrix.Inputs(abc, risk, eligible, spare, mro, cushion, obsolete), MatrixCells.DEFAULTS);
    }

    private static List<JitTest> failed(double lead, double otif, double sri, double criticality, String cell) {
        return JitEligibility.calculate(new JitEligibility.Inputs(
                        Optional.of("SMOOTH"),
                        OptionalDouble.of(0.5),
                        Optional.of(false),
                        OptionalDouble.of(lead),
                        OptionalDouble.of(0.25),
                        OptionalDouble.of(otif),
                        OptionalDouble.of(sri),
                        OptionalDouble.of(criticality),
                        OptionalDouble.empty(),
                        false,
                        Optional.of(false),
                        OptionalDouble.of(26),
                        OptionalDouble.of(5),
                        Optional.of(cell)))
                .failed();
    }
}
