package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.api.LeadTimeEvidence;
import io.posture.api.LeadTimeEvidence.Use;
import io.posture.api.Regime;
import io.posture.api.RowRefs;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReceiptEvidenceTest {

    private static final OptionalDouble TEN = OptionalDouble.of(10);

    private final Run run = Run.asOf(Run.day(200)).item("a");
    private int rows = 1;

    private void row(String po, Optional<Integer> ordered, Optional<Integer> received, String event) {
        rows++;
        run.builder.receipt(new ReceiptRow(
                po,
                "1",
                Run.id("a"),
                "s",
                ordered.map(Run::day),
                Optional.empty(),
                received.map(Run::day),
                TEN,
                OptionalDouble.of(5),
                run.builder.row("receipts", "po.csv", rows),
                event,
                "",
                Optional.empty()));
    }

    private LeadTimeEvidence evidence() {
        return run.profile("a").supply().evidence();
    }

    private Use only() {
        return evidence().lines().get(0).use();
    }

    @Test
    void closedLineCountsWithTheDaysToItsLastReceipt() {
        row("1", Optional.of(10), Optional.of(30), "");
        row("1", Optional.of(10), Optional.of(50), "");
        LeadTimeEvidence.Line line = evidence().lines().get(0);
        assertEquals(Optional.of(Run.day(10)), line.orderDate());
        assertEquals(Optional.of(Run.day(50)), line.completeDate());
        assertEquals(OptionalDouble.of(40), line.days());
        assertEquals(Use.STABLE, line.use());
        assertEquals(
                List.of(new RowRefs.Row("po.csv", 2), new RowRefs.Row("po.csv", 3)),
                line.rows().all());
    }

    @Test
    void openLineCountsOnceItIsOlderThanTheMeanOfTheClosed() {
        row("1", Optional.of(10), Optional.of(30), "");
        row("1", Optional.of(10), Optional.of(30), "");
        row("2", Optional.of(179), Optional.of(190), "");
        row("3", Optional.of(180), Optional.empty(), "");
        assertEquals(
                List.of(Use.STABLE, Use.OPEN_LATE, Use.OPEN),
                evidence().lines().stream().map(LeadTimeEvidence.Line::use).toList());
        assertEquals(
                List.of(20.0, 21.0, 20.0),
                evidence().lines().stream()
                        .map(line -> line.days().orElseThrow())
                        .toList());
    }

    @Test
    void lineOfAnEventIsLeftOut() {
        row("1", Optional.of(10), Optional.of(30), "storm");
        row("1", Optional.of(10), Optional.of(30), "");
        assertEquals(Use.EVENT, only());
    }

    @Test
    void lineWithoutAnOrderDateIsLeftOut() {
        row("1", Optional.empty(), Optional.of(30), "");
        assertEquals(Use.ORDER_DATE_UNKNOWN, only());
        assertEquals(OptionalDouble.empty(), evidence().lines().get(0).days());
    }

    @Test
    void rowsThatContradictEachOtherLeaveTheirLineOut() {
        row("1", Optional.empty(), Optional.of(5), "");
        row("1", Optional.of(10), Optional.of(30), "");
        assertEquals(Use.ORDERED_AFTER_RECEIPT, only());
        assertEquals(Optional.of(Run.day(10)), evidence().lines().get(0).orderDate());
    }

    @Test
    void lineOrderedInADisruptedWindowIsLeftOut() {
        Run named = Run.with(ProfileSettings.DEFAULTS
                        .withAsOf(Run.day(200))
                        .withPeriods(List.of(new Period(Regime.DISRUPTED, Run.day(0), Run.day(20), ""))))
                .item("a")
                .received("a", "s", 10, 20)
                .received("a", "s", 30, 20);
        assertEquals(
                List.of(Use.DISRUPTED, Use.STABLE),
                named.profile("a").supply().evidence().lines().stream()
                        .map(LeadTimeEvidence.Line::use)
                        .toList());
    }

    @Test
    void linesOutsideTheWindowAreCounted() {
        row("1", Optional.of(-2000), Optional.of(-1900), "");
        row("2", Optional.of(10), Optional.of(30), "");
        assertEquals(1, evidence().outsideLines());
        assertEquals(1, evidence().lines().size());
        assertEquals(Run.day(200), evidence().to());
    }

    @Test
    void itemWithoutReceiptsHasNone() {
        assertEquals(LeadTimeEvidence.NONE, evidence());
    }
}
