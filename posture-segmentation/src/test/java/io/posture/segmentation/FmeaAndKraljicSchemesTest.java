package io.posture.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.FailureRating;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FmeaAndKraljicSchemesTest {

    @Test
    void theSameNumberStandsForDifferentRisks() {
        assertEquals(100, FailureModes.rpn(new FailureModes.Inputs(10, 2, 5)).rpn());
        assertEquals(100, FailureModes.rpn(new FailureModes.Inputs(2, 10, 5)).rpn());
    }

    @Test
    void onlyOneHundredAndTwentyNumbersOccur() {
        // Bowles 2003
        assertEquals(120, FailureModes.lattice(new FailureModes.LatticeInputs()).distinct());
    }

    @Test
    void actionPrioritiesAreThoseOfTheTable() {
        // one cell of every row of the table of DOMAIN C.7, and its corners
        assertPriority("M", 10, 2, 5);
        assertPriority("M", 2, 10, 5);
        assertPriority("M", 9, 4, 1);
        assertPriority("H", 8, 5, 8);
        assertPriority("M", 7, 6, 1);
        assertPriority("M", 5, 8, 3);
        assertPriority("M", 4, 4, 7);
        assertPriority("M", 3, 9, 10);
        assertPriority("L", 1, 10, 10);
        assertPriority("L", 6, 1, 10);
        assertPriority("L", 9, 2, 3);
        assertPriority("M", 8, 2, 7);
        assertPriority("H", 10, 10, 10);
        assertPriority("L", 1, 1, 1);
        assertPriority("L", 10, 1, 10);
        assertPriority("H", 9, 8, 1);
    }

    @Test
    void aRatingThatIsNotBetweenOneAndTenIsRejected() {
        assertEquals(
                "severity must be a whole number in [1, 10], was 11",
                assertThrows(IllegalArgumentException.class, () -> new FailureModes.Inputs(11, 1, 1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new FailureModes.Inputs(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new FailureModes.Inputs(1, 1, -3));
    }

    @Test
    void anItemIsClassedByTheWorstFailureModeAndShowsItsNumber() {
        Segment segment = fmea(Optional.of(new FailureRating(8, 5, 8)), FmeaScheme.Config.DEFAULTS);
        assertEquals("H", segment.code());
        assertEquals(320, segment.figure("rpn").value());
        assertEquals(
                "HHHH HHHM HMMM MMLL LLLL",
                segment.reason().find("tableRow").orElseThrow().text());
        assertEquals(
                new Origin.Input("items.occurrence", ""),
                segment.reason().find("occurrence").orElseThrow().origin());
    }

    @Test
    void anItemThatWasNotRatedHasNoPriority() {
        Segment segment = fmea(Optional.empty(), FmeaScheme.Config.DEFAULTS);
        assertEquals(Segment.NONE, segment.code());
        assertTrue(segment.findScore("rpn").isEmpty());
    }

    @Test
    void nothingClaimsToFollowAHandbook() {
        String text = FailureModes.PRIORITY.toString().toLowerCase(Locale.ROOT);
        assertTrue(text.contains("not compared"), text);
        assertTrue(!text.contains("conform") && !text.contains("vda"), text);
    }

    @Test
    void theTableIsASetting() {
        FmeaScheme.Config coarse =
                new FmeaScheme.Config(List.of(6, 1), List.of(6, 1), List.of(6, 1), List.of("HH HM", "ML LL"));
        assertEquals("M", fmea(Optional.of(new FailureRating(9, 5, 5)), coarse).code());
        assertEquals("M", fmea(Optional.of(new FailureRating(5, 6, 6)), coarse).code());
        assertEquals("L", fmea(Optional.of(new FailureRating(5, 5, 10)), coarse).code());
    }

    @Test
    void aTableOfAnotherShapeIsRejected() {
        List<Integer> two = List.of(6, 1);
        assertThrows(IllegalArgumentException.class, () -> new FmeaScheme.Config(two, two, two, List.of("HH HM")));
        assertThrows(
                IllegalArgumentException.class, () -> new FmeaScheme.Config(two, two, two, List.of("HH HM", "ML LX")));
        assertThrows(
                IllegalArgumentException.class, () -> new FmeaScheme.Config(two, two, two, List.of("HH HM", "ML L")));
        assertEquals(
                "severityFrom must hold whole numbers from at most 10 falling to 1, was [1, 6]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new FmeaScheme.Config(List.of(1, 6), two, two, List.of("HH HM", "ML LL")))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new FmeaScheme.Config(two, List.of(6, 2), two, List.of("HH HM", "ML LL")));
    }

    @Test
    void quadrantsAreCutAtFifty() {
        assertQuadrant("STRATEGIC", 50, 50);
        assertQuadrant("LEVERAGE", 50, 49.9);
        assertQuadrant("BOTTLENECK", 10, 50);
        assertQuadrant("NON_CRITICAL", 49.9, 49.9);
        assertThrows(IllegalArgumentException.class, () -> new KraljicScheme.Inputs(101, 50));
        assertThrows(IllegalArgumentException.class, () -> new KraljicScheme.Inputs(50, Double.NaN));
    }

    @Test
    void impactIsTheShareOfValueFromTheItemDown() {
        Segment segment = kraljic(Optional.of(0.3), 55);
        assertEquals("STRATEGIC", segment.code());
        assertEquals(70, segment.figure("profitImpact").value(), 1e-12);
        assertEquals("BOTTLENECK", kraljic(Optional.of(0.9), 50).code());
    }

    @Test
    void anItemOfUnknownValueHasNoQuadrant() {
        Segment segment = kraljic(Optional.empty(), 55);
        assertEquals(Segment.NONE, segment.code());
        assertTrue(segment.reason().find("cumulativeShareBefore").isPresent());
    }

    @Test
    void quadrantsReadTheStepsTheyName() {
        assertEquals(
                Set.of("abc", "sri"),
                KraljicScheme.of(KraljicScheme.Config.DEFAULTS).after());
    }

    private static void assertPriority(String priority, int severity, int occurrence, int detection) {
        assertEquals(
                priority,
                FailureModes.actionPriority(new FailureModes.Inputs(severity, occurrence, detection))
                        .priority());
    }

    private static void assertQuadrant(String quadrant, double impact, double risk) {
        assertEquals(
                quadrant,
                KraljicScheme.calculate(new KraljicScheme.Inputs(impact, risk)).quadrant());
    }

    private static Segment fmea(Optional<FailureRating> rating, FmeaScheme.Config config) {
        ItemProfile profile = Profiles.of(new Item() {
            @Override
            public ItemId id() {
                return ItemId.of("a");
            }

            @Override
            public Optional<FailureRating> failureRating() {
                return rating;
            }
        });
        return Stream.of(profile).collect(FmeaScheme.of(config).fit()).classify(Profiles.alone(profile));
    }

    private static Segment kraljic(Optional<Double> shareBefore, double sri) {
        Segment abc = new Segment(
                "A",
                shareBefore.map(share -> Figure.input("cumulativeShareBefore", share, Unit.SHARE)).stream()
                        .toList(),
                Finding.input("abc", "A"));
        Segment index = new Segment(
                "CONFIRMED", List.of(Figure.input("sri", sri, Unit.SCORE)), Finding.input("supplierRiskIndex", "x"));
        SegmentedItem item = new SegmentedItem(Profiles.worth("a", 5), Map.of("abc", abc, "sri", index));
        return Stream.of(item.profile())
                .collect(KraljicScheme.of(KraljicScheme.Config.DEFAULTS).fit())
                .classify(item);
    }
}
