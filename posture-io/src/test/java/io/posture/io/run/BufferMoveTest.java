package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.io.ItemLocation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** DOMAIN J.1: buffers move only when they differ by more than 10 %. */
class BufferMoveTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void bufferWithinTheBandStaysAndTheCalculatedQuantityIsShown() {
        ItemResult result = decided(109, 100);
        assertEquals("HOLD", result.action());
        assertEquals(OptionalDouble.of(0), result.change());
        assertEquals(OptionalDouble.of(100), result.proposedSafetyStock());
        assertEquals(109, result.decision().orElseThrow().safetyStock().value(), 0);
        assertEquals("HOLD", decided(90, 100).action());
        assertEquals("HOLD", decided(110, 100).action());
    }

    @Test
    void bufferBeyondTheBandMoves() {
        // review.deadband-02 of the reference vectors: 100 held, 85 calculated
        assertEquals("REDUCE", decided(85, 100).action());
        assertEquals(OptionalDouble.of(-15), decided(85, 100).change());
        assertEquals("RAISE", decided(111, 100).action());
        assertEquals(OptionalDouble.of(111), decided(111, 100).proposedSafetyStock());
    }

    @Test
    void nothingAlwaysBecomesSomethingAndSomethingNothing() {
        assertEquals("RAISE", decided(1, 0).action());
        assertEquals("RELEASE", decided(0, 100).action());
        assertEquals("HOLD", decided(0, 0).action());
    }

    @Test
    void reorderPointStaysWithTheSafetyStockOnly() {
        // both within 10 %: neither moves
        assertEquals(OptionalDouble.of(500), points(109, 100, 509, 500).proposedReorderPoint());
        // the safety stock moves, and with it the point, although that is within 10 %
        assertEquals(OptionalDouble.of(540), points(140, 100, 540, 500).proposedReorderPoint());
        // the point of a safety stock that stays moves by itself
        assertEquals(OptionalDouble.of(609), points(109, 100, 609, 500).proposedReorderPoint());
    }

    @Test
    void whatAPersonSetMovesAlways() {
        BufferMove move = new BufferMove(0.1);
        LocalDate day = LocalDate.of(2026, 1, 1);
        Origin person = new Origin.ByHand("OV-1", "safety_stock", "CONTRACT", "SLA", "planning", day, day, "row 2");
        Figure byHand = Figure.of("safetyStock", 109, Unit.PIECES, person);
        assertEquals(false, move.kept(OptionalDouble.of(100), Optional.of(byHand)));
        assertEquals(true, move.kept(OptionalDouble.of(100), OptionalDouble.of(109)));
    }

    @Test
    void withoutABufferOfTodayNothingIsKept() {
        assertEquals(false, new BufferMove(0.1).kept(NONE, OptionalDouble.of(5)));
        assertEquals("", BufferMove.action(NONE, OptionalDouble.of(5)));
    }

    private static ItemResult decided(double calculated, double held) {
        return points(calculated, held, 12, 12);
    }

    private static ItemResult points(double calculated, double held, double point, double pointHeld) {
        return Decided.item("a")
                .safetyStock(calculated)
                .reorderPoint(point)
                .deadband(0.1)
                .held(new ItemLocation(
                        1, "1000", "", "C62", OptionalDouble.of(held), OptionalDouble.of(pointHeld), NONE, NONE, NONE))
                .result();
    }
}
