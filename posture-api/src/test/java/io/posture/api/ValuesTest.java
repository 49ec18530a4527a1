package io.posture.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Unit;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void bucketsAreCalendarBuckets() {
        LocalDate leapDay = LocalDate.of(2024, 2, 29); // a Thursday
        assertEquals(LocalDate.of(2024, 2, 26), Bucket.WEEK.startOf(leapDay));
        assertEquals(LocalDate.of(2024, 2, 1), Bucket.MONTH.startOf(leapDay));
        assertEquals(LocalDate.of(2024, 3, 1), Bucket.MONTH.next(LocalDate.of(2024, 2, 1)));
        assertEquals(LocalDate.of(2024, 3, 4), Bucket.WEEK.next(LocalDate.of(2024, 2, 26)));
        assertEquals(leapDay, Bucket.DAY.startOf(leapDay));
    }

    @Test
    void historyOfItsOwnCopiesItsValues() {
        double[] values = {1, 2, 3};
        DemandHistory history = DemandHistory.of(LocalDate.of(2026, 1, 5), Bucket.WEEK, values);
        values[0] = 99;
        assertArrayEquals(new double[] {1, 2, 3}, history.toArray());
    }

    @Test
    void windowReadsItsPartOfASharedArray() {
        DemandHistory window =
                DemandHistory.window(LocalDate.of(2026, 1, 5), Bucket.WEEK, new double[] {9, 1, 2, 9}, 1, 2);
        assertEquals(2, window.length());
        assertEquals(2, window.pieces(1));
        assertThrows(IndexOutOfBoundsException.class, () -> window.pieces(2));
    }

    @Test
    void historyRefusesWhatIsNotDemand() {
        LocalDate start = LocalDate.of(2026, 1, 5);
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> DemandHistory.of(start, Bucket.WEEK, 1, bad));
        }
    }

    @Test
    void rowsAreShownSortedAndTheFirstDozenOnly() {
        assertEquals(
                "orders.csv rows 3, 12, 40", RowRefs.of("orders.csv", 40, 3, 12).toString());
        assertEquals("orders.csv row 3", RowRefs.of("orders.csv", 3).toString());
        assertTrue(RowRefs.of("o.csv", new int[20]).toString().endsWith(" and 8 more"));
        assertEquals("", RowRefs.NONE.toString());
        RowRefs joined = RowRefs.joined(
                List.of(RowRefs.of("a.csv", 7), RowRefs.of("b.csv"), RowRefs.of("c.csv", 2), RowRefs.of("a.csv", 3)));
        assertEquals("a.csv rows 3, 7; c.csv row 2", joined.toString());
        assertEquals(3, joined.count());
        assertEquals("b.csv", RowRefs.joined(List.of(RowRefs.of("b.csv"))).toString());
        assertEquals("", RowRefs.joined(List.of()).toString());
    }

    @Test
    void missingScoreIsUnknownAndAskingForItSaysWhatExists() {
        Segment segment =
                new Segment("HIGH", List.of(Figure.input("risk", 64.4, Unit.SCORE)), Finding.input("risk", "HIGH"));
        assertEquals(64.4, segment.findScore("risk").orElseThrow());
        assertTrue(segment.findScore("sri").isEmpty());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> segment.figure("sri"))
                .getMessage()
                .contains("[risk]"));
    }

    @Test
    void itemNeedsAKey() {
        assertThrows(IllegalArgumentException.class, () -> ItemId.of(" "));
        assertEquals("bolt", ItemId.of("bolt").toString());
        assertEquals("bolt @ hq", new ItemId("bolt", "hq").toString());
    }

    @Test
    void classesOfSeveralStepsMakeOneCode() {
        Map<String, Segment> segments = new LinkedHashMap<>();
        for (String[] step : new String[][] {{"abc", "A"}, {"xyz", "X"}, {"fsn", "NONE"}, {"risk", "HIGH"}}) {
            segments.put(step[0], Segment.of(step[1], Finding.input(step[0], step[1])));
        }
        SegmentedItem item = segmented(segments);
        assertEquals("AX", item.combined("", "abc", "xyz"));
        assertEquals("A-?-H", item.combined("-", "abc", "fsn", "risk"));
        assertEquals("A?", item.combined("", "abc", "no-such-step"));
        assertEquals("", item.combined("-"));
        assertEquals("HIGH", item.findSegment("risk").orElseThrow().code());
        assertTrue(item.findSegment("no-such-step").isEmpty());
    }

    @Test
    void sizeThatIsAFindingHasNoPieces() {
        SizedItem item = new SizedItem(
                segmented(Map.of()), Map.of(SizedItem.SAFETY_STOCK, Finding.unknown("safetyStock", "receipts")));
        assertTrue(item.pieces(SizedItem.SAFETY_STOCK).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> item.size(SizedItem.ORDER_QUANTITY));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> item.segment("abc"))
                .getMessage()
                .contains("'abc'"));
    }

    @Test
    void scoresAndSharesKeepTheirRange() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CriticalityScores(
                        OptionalDouble.of(1.5),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Upstream("plant", "IN", 1.2));
        assertThrows(IllegalArgumentException.class, () -> link(-0.1, true));
    }

    @Test
    void alternateIsQualifiedAndNotBoughtFrom() {
        assertTrue(link(0, true).qualifiedAlternate());
        assertEquals(false, link(0.5, true).qualifiedAlternate());
        assertEquals(false, link(0, false).qualifiedAlternate());
    }

    @Test
    void noDecisionNamesWhatIsMissing() {
        assertThrows(IllegalArgumentException.class, () -> new NoDecision(List.of(), "?", List.of()));
    }

    @Test
    void punctualityNeedsALineDueAndNoMoreHitsThanThat() {
        assertEquals(0.75, new SupplySignals.Punctuality(4, 3, OptionalDouble.empty()).otif(), 0);
        assertThrows(IllegalArgumentException.class, () -> new SupplySignals.Punctuality(0, 0, OptionalDouble.empty()));
        assertThrows(IllegalArgumentException.class, () -> new SupplySignals.Punctuality(3, 4, OptionalDouble.empty()));
    }

    private static SegmentedItem segmented(Map<String, Segment> segments) {
        return new SegmentedItem(
                new ItemProfile(
                        () -> ItemId.of("bolt"),
                        ItemState.ACTIVE,
                        demand(),
                        SupplyProfile.UNKNOWN,
                        StockPosition.UNKNOWN),
                segments);
    }

    private static SourcingLink link(double share, boolean qualified) {
        return new SourcingLink(
                () -> "V1",
                share,
                qualified,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static DemandProfile demand() {
        return new DemandProfile(
                DemandHistory.of(LocalDate.of(2026, 1, 5), Bucket.WEEK),
                DemandClass.NO_DEMAND,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                0,
                OptionalDouble.empty(),
                false,
                0,
                java.util.OptionalInt.empty(),
                0,
                RowRefs.NONE);
    }

    @Test
    void priceBreakNamesTheArgumentThatIsWrong() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new PriceBreak(-1, 2, false))
                .getMessage()
                .startsWith("minPieces must be finite and at least 0"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new PriceBreak(10, 0, false))
                .getMessage()
                .startsWith("unitPrice must be finite and above 0"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new PriceBreak(10, Double.NaN, true))
                .getMessage()
                .endsWith("was NaN"));
    }

    @Test
    void itemWithoutPriceBreaksHasOnePrice() {
        Item item = () -> ItemId.of("bolt");
        assertEquals(List.of(), item.priceBreaks());
    }
}
