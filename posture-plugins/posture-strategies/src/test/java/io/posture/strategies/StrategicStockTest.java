package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import io.posture.api.ItemState;
import io.posture.api.ItemType;
import io.posture.api.PostureDecision;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StrategicStockTest {

    private static final Origin.Formula RULE = new Origin.Formula("test.1", "given", "test");

    private final SampleItem sample = new SampleItem();

    @Test
    void itIsAnotherNumberThanTheSafetyStockWithAnotherReason() {
        risky("A");
        sample.stockpile = Optional.of(pile(67.55, 3.38));
        PostureDecision decision = decide();
        assertEquals(21, decision.safetyStock().value(), 0);
        assertEquals(68, decision.strategicPieces().orElseThrow(), 0);
        assertTrue(decision.reason().contains("hold 21 pieces safety stock, apart from it 68 pieces strategic stock"));
        assertEquals("best cover", decision.find("stepEconomics").orElseThrow().text());
    }

    @Test
    void roundingDoesNotAddAPieceToAWholeNumber() {
        risky("A");
        sample.stockpile = Optional.of(pile(68 + 1e-12, 3.4));
        assertEquals(68, decide().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void aBItemHoldsOneOfSevenDaysOrMore() {
        risky("B");
        sample.stockpile = Optional.of(pile(69, 6.9));
        assertEquals(0, decide().strategicPieces().orElseThrow(), 0);
        assertEquals("it would be less than 7 days", reason());
        sample.stockpile = Optional.of(pile(70, 7));
        assertEquals(70, decide().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void aCItemIsBoughtInBulkInsteadAndTheSizeStaysInSight() {
        risky("C");
        sample.stockpile = Optional.of(pile(300, 30));
        PostureDecision decision = decide();
        assertEquals(0, decision.strategicPieces().orElseThrow(), 0);
        assertEquals("a C item is bought in bulk or ahead instead", reason());
        assertEquals(300, ((Figure) decision.strategicStock().find("stockpile").orElseThrow()).value(), 0);
    }

    @Test
    void aPolicyThatAsksForNoneHoldsNoneEvenWhereNoneCouldBeSized() {
        sample.risk = "MEDIUM";
        sample.stockpile = Optional.of(open("UNSIZED", "shortageCost"));
        assertEquals(0, decide().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void oneThatIsAskedForAndHasNoSizeIsUnknownAndNotZero() {
        risky("A");
        sample.stockpile = Optional.of(open("UNSIZED", "shortageCost"));
        PostureDecision decision = decide();
        assertTrue(decision.strategicPieces().isEmpty());
        assertEquals("no size: shortageCost", decision.strategicStock().text());
        assertTrue(decision.reason().contains("strategic stock as soon as the cost of a shortage is known"));
        sample.stockpile = Optional.of(open("UNSIZED", "recoveryDays"));
        assertTrue(decide().reason()
                .contains("strategic stock as soon as the days that its source needs to recover are known"));
        sample.stockpile = Optional.of(open("REFUSED", "plan: owner"));
        assertTrue(decide().reason().contains("no strategic stock until its plan is whole"));
        sample.stockpile = Optional.of(open("PROJECT_DEMAND", "irregular demand"));
        assertTrue(decide().reason().contains("no strategic stock for demand this irregular"));
    }

    @Test
    void aPipelineThatSizesNoneLeavesItUnknown() {
        risky("A");
        assertTrue(decide().strategicPieces().isEmpty());
        assertEquals(Finding.UNKNOWN, decide().strategicStock().text());
    }

    @Test
    void onlyAPersonCutsTheStockpileOfAVitalItem() {
        risky("A");
        sample.stockpile = Optional.of(pile(68, 3.4, today(600, "TRIM")));
        assertEquals(600, decide().strategicPieces().orElseThrow(), 0);
        assertTrue(decide().find("stepEconomics").orElseThrow().text().endsWith("only a person cuts it"));
        sample.criticality = OptionalDouble.of(60);
        assertEquals(68, decide().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void aPersonCutsThatOfAVitalItemUnderEveryPolicyThatAsksForNone() {
        sample.criticality = OptionalDouble.of(85);
        sample.strategicToday = OptionalDouble.of(600);
        sample.stockpile = Optional.of(pile(68, 3.4));
        sample.risk = "MEDIUM";
        assertEquals("SAFETY_STOCK_SECOND_SOURCE", decide().policy());
        assertKept(600);
        risky("B"); // SAFETY_STOCK_DIVERSIFY, and 3.4 days are less than 7
        assertKept(600);
        risky("C");
        assertKept(600);
        sample.stockpile = Optional.of(open("UNSIZED", "shortageCost"));
        assertKept(600);
        sample.type = ItemType.MRO;
        sample.criticalSpare = true;
        assertKept(600);
    }

    @Test
    void aPersonCutsThatOfAVitalItemAlsoWhereNoVerdictIsGiven() {
        risky("A");
        sample.strategicToday = OptionalDouble.of(69);
        sample.stockpile = Optional.of(pile(68, 3.4));
        assertEquals(69, decide().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void thatOfOtherItemsAndOfItemsThatRunOutIsReleased() {
        risky("C");
        sample.criticality = OptionalDouble.of(60);
        sample.strategicToday = OptionalDouble.of(600);
        sample.stockpile = Optional.of(pile(68, 3.4));
        assertEquals(0, decide().strategicPieces().orElseThrow(), 0);
        sample.criticality = OptionalDouble.of(85);
        sample.state = ItemState.OBSOLETE;
        assertEquals(0, decide().strategicPieces().orElseThrow(), 0);
    }

    private void assertKept(double pieces) {
        PostureDecision decision = decide();
        assertEquals(pieces, decision.strategicPieces().orElseThrow(), 0);
        assertEquals(
                "STOCKPILE_CUT_BY_A_PERSON",
                decision.strategicStock().find("warning").orElseThrow().text());
        assertTrue(decision.reason().endsWith("keep the 600 pieces strategic stock until a person decides on them."));
        assertTrue(decision.find("stepEconomics").orElseThrow().text().endsWith("only a person cuts it"));
    }

    @Test
    void oneThatPaysIsNotKeptLargerForAVitalItem() {
        risky("A");
        sample.stockpile = Optional.of(pile(68, 3.4, today(60, "UNDER_INSURED")));
        assertEquals(68, decide().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void whatIsUsedBeforeItExpiresIsNotRoundedUpBeyondIt() {
        risky("A");
        sample.stockpile = Optional.of(
                pile(53.2, 2.7, Figure.of(StockpileNames.SHELF_LIFE_CAP, 53.2, Unit.PIECES, RULE, input())));
        assertEquals(53, decide().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void criticalSparesOfKnownFailuresAreReplacedOneForOne() {
        sample.type = ItemType.MRO;
        sample.criticalSpare = true;
        sample.demandClass = DemandClass.NO_DEMAND; // a known rate of failures is a forecast
        sample.stockpile = Optional.of(pile(0, 0, Figure.of(StockpileNames.SPARES, 4, Unit.PIECES, RULE, input())));
        PostureDecision decision = decide();
        assertEquals(Policy.INSURANCE_SPARE.name(), decision.policy());
        assertEquals(4, decision.safetyStock().value(), 0);
        assertEquals(3, decision.reorderPoint().value(), 0);
        assertEquals(1, decision.orderQuantity().value(), 0);
        assertEquals(0, decision.strategicPieces().orElseThrow(), 0);
        assertEquals("the spares are the insurance", reason());
    }

    @Test
    void whatIsRunOutHoldsNone() {
        sample.state = ItemState.OBSOLETE;
        sample.stockpile = Optional.of(Figure.of("stockpile", 0, Unit.PIECES, RULE, input()));
        assertEquals(0, decide().strategicPieces().orElseThrow(), 0);
        assertEquals("nothing is replenished", reason());
    }

    private void risky(String abc) {
        sample.abc = abc;
        sample.risk = "HIGH";
        sample.riskScore = 74;
        sample.criticality = OptionalDouble.of(85);
        sample.sri = 64;
        sample.sriHigh = 64;
    }

    private String reason() {
        return decide().strategicStock()
                .find("strategicStockReason")
                .orElseThrow()
                .text();
    }

    static Figure pile(double pieces, double days, Explanation... more) {
        List<Explanation> because = new ArrayList<>(List.of(
                Figure.of(StockpileNames.COVER_DAYS, days, Unit.DAYS, RULE, input()),
                Finding.of(StockpileNames.STATE, StockpileNames.SIZED, RULE, input())));
        because.addAll(List.of(more));
        return new Figure(SizedItem.STOCKPILE, pieces, Unit.PIECES, RULE, because);
    }

    private static Finding today(double pieces, String verdict) {
        return Finding.of(
                StockpileNames.VERDICT_TODAY,
                verdict,
                RULE,
                Figure.of("strategicStockToday", pieces, Unit.PIECES, RULE, input()));
    }

    static Finding open(String state, String missing) {
        Origin.Assumption why = new Origin.Assumption("not known", "say it");
        return Finding.of(SizedItem.STOCKPILE, missing, why, Finding.of(StockpileNames.STATE, state, why));
    }

    private static Figure input() {
        return Figure.input("given", 1, Unit.NONE);
    }

    private PostureDecision decide() {
        PostureDecision decision =
                (PostureDecision) MatrixStrategy.byRisk(MatrixConfig.DEFAULTS).decide(sample.sized());
        assertFalse(decision.because().isEmpty());
        return decision;
    }
}
