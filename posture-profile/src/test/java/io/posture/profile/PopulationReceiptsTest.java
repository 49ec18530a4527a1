package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Service;
import io.posture.api.SupplyProfile;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PopulationReceiptsTest {

    private static final double DIGITS = 1e-9;

    private static final OptionalDouble TEN = OptionalDouble.of(10);

    private final Run run = Run.asOf(Run.day(200)).item("a").item("b").item("c");

    /** A receipt of line 1 of order 1, ordered on day 0. */
    private void receipt(int day, OptionalDouble ordered, OptionalDouble received) {
        run.builder.receipt(new ReceiptRow(
                "1",
                "1",
                Run.id("a"),
                "s",
                Optional.of(Run.day(0)),
                Optional.of(Run.day(30)),
                Optional.of(Run.day(day)),
                ordered,
                received,
                0));
    }

    private OptionalDouble leadTimeDays() {
        return run.profile("a")
                .supply()
                .leadTime()
                .map(lead -> OptionalDouble.of(lead.meanDays()))
                .orElse(OptionalDouble.empty());
    }

    private Service service(String sku, String supplier) {
        return run.link(sku, supplier).service().orElseThrow();
    }

    @Test
    void receiptsOfALineAddUp() {
        receipt(40, TEN, OptionalDouble.of(5));
        receipt(20, TEN, OptionalDouble.of(5));
        assertEquals(OptionalDouble.of(40), leadTimeDays());
        assertEquals(1, run.profile("a").supply().receipts());
    }

    @Test
    void ninetyFivePercentCompleteALine() {
        receipt(20, TEN, OptionalDouble.of(9.5));
        receipt(40, TEN, OptionalDouble.of(0.5));
        assertEquals(OptionalDouble.of(20), leadTimeDays());
    }

    @Test
    void aReceiptWithoutPiecesCompletesItsLine() {
        receipt(20, TEN, OptionalDouble.of(2));
        receipt(33, TEN, Run.NONE);
        assertEquals(OptionalDouble.of(33), leadTimeDays());
        assertTrue(Run.assumption(run.build(), Premise.IN_FULL_UNKNOWN).isPresent());
    }

    @Test
    void withoutAnyPiecesTheLastReceiptCompletesTheLine() {
        receipt(20, Run.NONE, Run.NONE);
        receipt(33, Run.NONE, Run.NONE);
        assertEquals(OptionalDouble.of(33), leadTimeDays());
    }

    @Test
    void withoutOrderedPiecesWhatArrivedWasOrdered() {
        receipt(20, Run.NONE, OptionalDouble.of(50));
        receipt(33, Run.NONE, OptionalDouble.of(50));
        assertEquals(OptionalDouble.of(33), leadTimeDays());
    }

    @Test
    void aLineThatWentBackIsOpen() {
        receipt(20, TEN, TEN);
        receipt(25, TEN, OptionalDouble.of(-10));
        assertEquals(OptionalDouble.empty(), leadTimeDays());
        assertEquals(0, run.profile("a").supply().receipts());
    }

    @Test
    void overReceiptIsSaid() {
        receipt(20, TEN, OptionalDouble.of(11.5));
        assertTrue(Run.assumption(run.build(), Premise.OVER_RECEIPT).isPresent());
    }

    @Test
    void aLineWithoutOrderDateIsCountedAndNotUsed() {
        run.builder.receipt(new ReceiptRow(
                "", "", Run.id("a"), "s", Optional.empty(), Optional.empty(), Optional.of(Run.day(9)), TEN, TEN, 0));
        SupplyProfile supply = run.profile("a").supply();
        assertEquals(1, supply.unusableLines());
        assertEquals(0, supply.receipts());
        assertEquals(Optional.empty(), supply.leadTime());
        assertEquals(1, supply.links().size());
    }

    @Test
    void aNegativeLeadTimeIsRefused() {
        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> run.line("a", "s", 10, Optional.empty(), Optional.of(9)));
        assertEquals(
                "receiptDate must not be before orderDate 2024-01-11, was 2024-01-10: a lead time is at least 0 days",
                refused.getMessage());
    }

    @Test
    void fewLinesOfASupplierLeanOnTheCompany() {
        // vector supply.otifShrink-01: 3 hits of 4, company 18 of 20
        run.promised("a", "s", 3, 1).promised("b", "t", 15, 1);
        Service service = service("a", "s");
        assertEquals(0.8571428571428571, service.otif(), DIGITS);
        assertEquals(0.68366023523727, service.lower05(), DIGITS);
        assertEquals(0.9719466226798241, service.upper95(), DIGITS);
        assertEquals(0.9, service.priorMean(), DIGITS);
        assertEquals("company", service.pool());
        assertEquals(3, service.hits());
        assertEquals(4, service.due());
    }

    @Test
    void serviceIsThatOfAllItemsOfASupplier() {
        run.promised("a", "s", 10, 0).promised("b", "s", 0, 10);
        // company 10 of 20: (10 * 0.5 + 10) / 30
        assertEquals(0.5, service("a", "s").otif(), DIGITS);
        assertEquals(0.5, service("b", "s").otif(), DIGITS);
        assertEquals(20, service("b", "s").due());
    }

    @Test
    void fiftyLinesOfAnItemSpeakForThemselves() {
        run.promised("a", "s", 50, 0).promised("b", "s", 24, 25);
        // supplier 74 of 99
        double rate = 74.0 / 99;
        assertEquals((10 * rate + 50) / 60, service("a", "s").otif(), DIGITS);
        assertEquals("supplier", service("a", "s").pool());
        assertEquals(rate, service("b", "s").otif(), DIGITS);
        assertEquals("company", service("b", "s").pool());
    }

    @Test
    void aSpotlessRecordIsNoProof() {
        run.promised("a", "s", 10, 0);
        // prior 10.5 / 11
        assertEquals((10 * 10.5 / 11 + 10) / 20, service("a", "s").otif(), DIGITS);
        assertTrue(service("a", "s").lower05() < 1);
        // and nothing but misses is no proof either
        run.promised("b", "t", 0, 200);
        assertTrue(service("b", "t").otif() > 0);
    }

    @Test
    void aLopsidedPosteriorKeepsItsBoundsInOrder() {
        run.promised("a", "s", 3000, 1).promised("b", "t", 1, 0);
        Service service = service("b", "t");
        assertTrue(service.lower05() <= service.otif() && service.otif() <= service.upper95());
    }

    @Test
    void tooFewLinesInAllLeaveServiceUnknown() {
        run.promised("a", "s", 9, 0);
        assertEquals(Optional.empty(), run.link("a", "s").service());
    }

    @Test
    void aSupplierWithoutLinesDueIsUnknown() {
        run.promised("a", "s", 12, 0).received("b", "t", 0, 10);
        assertEquals(Optional.empty(), run.link("b", "t").service());
    }

    @Test
    void openLinesPastTheirPromiseAreMisses() {
        run.promised("a", "s", 9, 0).line("a", "s", 0, Optional.of(200), Optional.empty());
        assertEquals(9, service("a", "s").hits());
        assertEquals(10, service("a", "s").due());
    }

    @Test
    void aMissingPromiseIsTheContractLeadTime() {
        run.promised("a", "s", 10, 0)
                .sourcing("b", "t", Run.NONE, OptionalDouble.of(15), Run.NONE)
                .received("b", "t", 0, 15)
                .received("b", "t", 0, 16)
                .received("c", "t", 0, 15);
        assertEquals(1, service("b", "t").hits());
        assertEquals(2, service("b", "t").due());
        assertTrue(Run.assumption(run.build(), Premise.PROMISE_FROM_LEAD_TIME).isPresent());
        assertFalse(run.build().assumptions().isEmpty());
    }

    @Test
    void rowsAreThoseOfTheLines() {
        run.builder.source("receipts", "po.csv");
        run.promised("a", "s", 10, 0).open("a", "s", 190);
        assertEquals(10, run.leadTime("a").rows().count());
        assertEquals("po.csv", run.leadTime("a").rows().source());
        assertEquals(10, service("a", "s").rows().count());
    }
}
