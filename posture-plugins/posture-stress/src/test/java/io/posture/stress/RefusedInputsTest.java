package io.posture.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.stress.SteadyReceipts.Event;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Inputs of the calculations that make no sense are refused in words. */
class RefusedInputsTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void eventsNeedTheirLength() {
        assertRefused(
                "OUTAGE needs a duration, which was absent",
                () -> new SteadyReceipts.Inputs(Event.OUTAGE, 10, 5, NONE, NONE, 20));
        assertRefused(
                "LEAD_TIME needs a multiplier, which was absent",
                () -> new SteadyReceipts.Inputs(Event.LEAD_TIME, 10, 5, OptionalDouble.of(3), NONE, 20));
        assertRefused(
                "duration must be finite and at least 0, was -1.0",
                () -> new SteadyReceipts.Inputs(Event.LANE, 10, 5, OptionalDouble.of(-1), NONE, 20));
        assertRefused(
                "horizon must be in 1..36500 days, was 2147483647",
                () -> new SteadyReceipts.Inputs(Event.LANE, 10, 5, OptionalDouble.of(1), NONE, Integer.MAX_VALUE));
    }

    @Test
    void multiplierBelowOneLeavesNoGap() {
        List<Double> receipts = SteadyReceipts.calculate(
                        new SteadyReceipts.Inputs(Event.LEAD_TIME, 10, 5, NONE, OptionalDouble.of(0.5), 9))
                .receipts();
        for (double pieces : receipts) {
            assertEquals(10, pieces, 0);
        }
    }

    @Test
    void ledgerNeedsAsManyReceiptsAsDays() {
        assertRefused(
                "demand and receipts must have as many days, had 2 and 1",
                () -> new Depletion.Inputs(1, List.of(1.0, 1.0), List.of(1.0), 0, 0, 0, ShortageMode.LOST, 1));
        assertRefused(
                "alternateShare must be in [0, 1], was 1.5",
                () -> new Depletion.Inputs(1, List.of(), List.of(), 1.5, 0, 0, ShortageMode.LOST, 1));
        assertRefused(
                "unitMargin must be finite and at least 0, was -1.0",
                () -> new Depletion.Inputs(1, List.of(), List.of(), 0, 0, 0, ShortageMode.LOST, -1));
        assertRefused(
                "gapDays must be finite and at least 0, was NaN", () -> new ClosedForm.Inputs(Double.NaN, 0, 0, 0, 1));
    }

    @Test
    void allocationNeedsProductsThatUseTheComponent() {
        assertRefused("perUnit must be finite and above 0, was 0.0", () -> new Allocation.Product(0, 0, 1, 1));
        assertRefused(
                "minimum must be at most the demand, was 2.0 with a demand of 1.0",
                () -> new Allocation.Product(1, 2, 1, 1));
        assertEquals(
                0, Allocation.calculate(new Allocation.Inputs(5, List.of())).lostMargin(), 0);
    }

    @Test
    void nothingAvailableLosesEverything() {
        Allocation.Result result =
                Allocation.calculate(new Allocation.Inputs(0, List.of(new Allocation.Product(1, 0, 3, 2))));
        assertEquals(6, result.lostMargin(), 0);
    }

    @Test
    void bullwhipNeedsTheSameBuckets() {
        assertRefused(
                "orders and demand must have as many buckets, had 1 and 2",
                () -> new Bullwhip.Inputs(List.of(1.0), List.of(1.0, 2.0)));
        assertEquals(
                OptionalDouble.empty(),
                Bullwhip.calculate(new Bullwhip.Inputs(List.of(1.0), List.of(1.0)))
                        .ratio());
        assertRefused("rho must be in (-1, 1), was 1.0", () -> new BullwhipBound.Inputs(1, 1, 1));
        assertRefused("windowPeriods must be at least 1, was 0", () -> new BullwhipBound.Inputs(1, 0, 0));
    }

    private static void assertRefused(String message, Supplier<?> work) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, work::get);
        assertTrue(refused.getMessage().contains(message), refused::getMessage);
    }
}
