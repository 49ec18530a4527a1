package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.LeadTime;
import io.posture.api.SupplySignals;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReceiptSignalsTest {

    private static final double DIGITS = 1e-9;

    private final Run run = Run.asOf(Run.day(200)).item("a").item("b");

    private SupplySignals signals() {
        return run.profile("a").supply().signals();
    }

    /** A receipt of the only line, 100 pieces ordered on day 0. */
    private void receipt(int day, double pieces) {
        run.builder.receipt(new ReceiptRow(
                "1",
                "1",
                Run.id("a"),
                "s",
                Optional.of(Run.day(0)),
                Optional.empty(),
                Optional.of(Run.day(day)),
                OptionalDouble.of(100),
                OptionalDouble.of(pieces),
                0));
    }

    /** The lines of vector supply.kaplanMeier-01. */
    private void vector() {
        for (int days : new int[] {10, 12, 12, 15, 20}) {
            Purchase.of("a", "s", 0, days).to(run);
        }
        Purchase.open("a", "s", 175).to(run);
        Purchase.open("a", "s", 192).to(run);
    }

    @Test
    void anItemWithoutReceiptsHasNoSignals() {
        vector();
        assertEquals(SupplySignals.NONE, run.profile("b").supply().signals());
    }

    @Test
    void openLinesAreCensoredInThePercentiles() {
        vector();
        assertEquals(OptionalDouble.of(12), signals().medianDays());
        assertEquals(OptionalDouble.empty(), signals().p90Days());
        assertEquals(2, signals().openLines());
    }

    @Test
    void theMeanHoldsTheOldOpenLineAndSaysThatItIsALowerBound() {
        vector();
        // closed mean 13.8: the line open for 25 days counts, the one open for 8 does not
        LeadTime lead = run.leadTime("a");
        assertEquals(94.0 / 6, lead.meanDays(), DIGITS);
        assertEquals(5, lead.lines());
        assertEquals(1, lead.basis().lateOpenLines());
        assertTrue(signals().lowerBound());
        Explanation tree = lead.meanFigure();
        assertEquals("LEAD_TIME_LOWER_BOUND", tree.find("warning").orElseThrow().text());
        assertEquals(1, ((Figure) tree.find("lateOpenLines").orElseThrow()).value(), 0);
    }

    @Test
    void anOpenLineExactlyAsOldAsTheMeanDoesNotCount() {
        Purchase.of("a", "s", 0, 20).to(run);
        Purchase.open("a", "s", 180).to(run);
        assertFalse(signals().lowerBound());
        assertEquals(20, run.leadTime("a").meanDays(), 0);
    }

    @Test
    void closedLinesComeInOrderOfTheirOrderDate() {
        Purchase.of("a", "s", 40, 5).to(run);
        Purchase.of("a", "t", 20, 7).to(run);
        Purchase.of("a", "s", 0, 30).to(run);
        assertEquals(List.of(30.0, 7.0, 5.0), signals().closedDays());
    }

    @Test
    void firstReceiptAndWeightedLeadTimeAreKept() {
        receipt(10, 60);
        receipt(20, 40);
        assertEquals(OptionalDouble.of(10), signals().firstReceiptDays());
        // 0.6 * 10 + 0.4 * 20
        assertEquals(14, signals().weightedDays().orElseThrow(), DIGITS);
        assertEquals(List.of(20.0), signals().closedDays());
    }

    @Test
    void moreThanATenthTooMuchIsCounted() {
        receipt(10, 110);
        assertEquals(0, signals().overReceivedLines());
        receipt(11, 1);
        assertEquals(1, signals().overReceivedLines());
    }

    @Test
    void serviceIsAgainstTheFirstPromiseAndTheLastIsReportedApart() {
        // promised for day 20, then for day 40; received on day 30. Another never moved and came five days early
        Purchase.of("a", "s", 0, 30).promised(20).lastPromised(40).to(run);
        Purchase.of("a", "s", 0, 45).promised(50).to(run);
        SupplySignals.Punctuality first = signals().firstPromise().orElseThrow();
        assertEquals(0.5, first.otif(), 0);
        assertEquals(OptionalDouble.of(2.5), first.slipDays());
        SupplySignals.Punctuality last = signals().lastPromise().orElseThrow();
        assertEquals(1, last.otif(), 0);
        assertEquals(OptionalDouble.of(-7.5), last.slipDays());
        assertEquals(OptionalDouble.of(2.5), signals().slipDays());
    }

    @Test
    void theRowsOfALineMayMoveItsPromise() {
        for (int promise : new int[] {30, 20, 25}) {
            run.builder.receipt(new ReceiptRow(
                    "1",
                    "1",
                    Run.id("a"),
                    "s",
                    Optional.of(Run.day(0)),
                    Optional.of(Run.day(promise)),
                    Optional.of(Run.day(28)),
                    OptionalDouble.of(9),
                    OptionalDouble.of(3),
                    0));
        }
        assertEquals(0, signals().firstPromise().orElseThrow().hits());
        assertEquals(1, signals().lastPromise().orElseThrow().hits());
    }

    @Test
    void aLineWithoutAnyPromiseIsLeftOutAndCounted() {
        Purchase.of("a", "s", 0, 30).to(run);
        Purchase.of("a", "s", 0, 30).promised(40).to(run);
        assertEquals(1, signals().unpromisedLines());
        assertEquals(1, signals().firstPromise().orElseThrow().due());
        assertTrue(Run.assumption(run.build(), Premise.PROMISE_UNKNOWN).isPresent());
    }

    @Test
    void anAgreedLeadTimeIsAPromise() {
        run.sourcing("a", "s", Run.NONE, OptionalDouble.of(25), Run.NONE);
        Purchase.of("a", "s", 0, 30).to(run);
        assertEquals(0, signals().unpromisedLines());
        assertEquals(OptionalDouble.of(5), signals().slipDays());
    }

    @Test
    void nothingDueIsNoRate() {
        Purchase.open("a", "s", 190).promised(250).to(run);
        assertEquals(Optional.empty(), signals().firstPromise());
        assertEquals(OptionalDouble.empty(), signals().slipDays());
    }

    @Test
    void theOrderOfTheRowsIsOfNoMatter() {
        vector();
        Run reversed = Run.asOf(Run.day(200)).item("a");
        Purchase.open("a", "s", 192).to(reversed);
        Purchase.open("a", "s", 175).to(reversed);
        for (int days : new int[] {20, 15, 12, 12, 10}) {
            Purchase.of("a", "s", 0, days).to(reversed);
        }
        assertEquals(signals(), reversed.profile("a").supply().signals());
    }
}
