package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.ItemState;
import io.posture.api.PostureDecision;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a regulation asks for is the floor of the strategic stock (DOMAIN D.2 step 6). */
class RegulatoryMinimumTest {

    private static final Origin.Formula RULE = new Origin.Formula("test.1", "given", "test");

    private final SampleItem sample = new SampleItem();

    @Test
    void aBestCoverBelowItIsRaisedToItWithItsOwnMoney() {
        risky("A");
        // 500 pieces at 3 a year, and they avoid 1,200 of 2,000
        sample.stockpile = Optional.of(StrategicStockTest.pile(
                68,
                3.4,
                money(StockpileNames.LOSS_LEAN, 2000),
                money(StockpileNames.LOSS_BUFFERED, 1700),
                money(StockpileNames.CARRYING, 204),
                Finding.of(
                        StockpileNames.VERDICT_REGULATORY,
                        "OVER_INSURED",
                        RULE,
                        money(StockpileNames.CARRYING_COMPARED, 1500),
                        money(StockpileNames.AVOIDED_LOSS, 1200))));
        sample.regulatory = 499.5;
        PostureDecision decision = held(500);
        assertEquals(1500, number(decision, StockpileNames.CARRYING), 0);
        assertEquals(800, number(decision, StockpileNames.LOSS_BUFFERED), 0);
        assertEquals(1.25, number(decision, StockpileNames.INSURANCE_RATIO), 0);
        assertEquals(-300, number(decision, StockpileNames.NET_BENEFIT), 0);
        assertEquals(
                "best cover, a regulatory minimum of 499.5 pieces: only a person cuts it",
                decision.find("stepEconomics").orElseThrow().text());
    }

    @Test
    void aBestCoverAboveItStands() {
        risky("A");
        sample.stockpile = Optional.of(StrategicStockTest.pile(67.5, 3.4));
        sample.regulatory = 68;
        assertEquals(68, decide().strategicPieces().orElseThrow(), 0);
        assertEquals("best cover", decide().find("stepEconomics").orElseThrow().text());
        assertTrue(decide().find(StockpileNames.REGULATORY_MINIMUM).isEmpty());
    }

    @Test
    void itIsHeldWhereThePolicyAsksForNoStockpile() {
        sample.stockpile = Optional.of(StrategicStockTest.pile(68, 3.4));
        sample.regulatory = 40;
        PostureDecision decision = held(40); // a lean item
        assertTrue(decision.reason().endsWith("; keep the 40 pieces strategic stock that a regulation asks for."));
        // what is held beyond it is released
        sample.strategicToday = OptionalDouble.of(600);
        held(40);
    }

    @Test
    void ofAVitalItemThatHoldsMoreAPersonCutsAllOfIt() {
        risky("C");
        sample.stockpile = Optional.of(StrategicStockTest.pile(68, 3.4));
        sample.strategicToday = OptionalDouble.of(600);
        sample.regulatory = 100;
        assertEquals(600, decide().strategicPieces().orElseThrow(), 0);
        sample.regulatory = 700;
        held(700);
    }

    @Test
    void withoutASizeItIsTheLeastAndNothingThatIsHeldIsCut() {
        risky("A");
        sample.stockpile = Optional.of(StrategicStockTest.open("UNSIZED", "shortageCost"));
        sample.regulatory = 100;
        PostureDecision decision = held(100);
        assertTrue(decision.strategicStock().find(StockpileNames.STATE).isPresent());
        sample.strategicToday = OptionalDouble.of(100);
        held(100);
        sample.strategicToday = OptionalDouble.of(101);
        assertTrue(decide().strategicPieces().isEmpty());
        sample.strategicToday = OptionalDouble.empty();
        sample.stockpile = Optional.empty();
        held(100);
    }

    @Test
    void anItemThatRunsOutIsNotBoughtForItButKeepsWhatIsHeld() {
        sample.state = ItemState.OBSOLETE;
        sample.stockpile = Optional.of(StrategicStockTest.pile(0, 0));
        sample.regulatory = 100;
        sample.strategicToday = OptionalDouble.of(60);
        PostureDecision decision = held(60);
        assertEquals(0, decision.reorderPoint().value(), 0);
        assertEquals(
                "Obsolete: use up what is left, order nothing; keep the 60 pieces strategic stock that a regulation asks for.",
                decision.reason());
        sample.strategicToday = OptionalDouble.of(160);
        held(100);
        sample.strategicToday = OptionalDouble.of(0);
        assertEquals(0, decide().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void beyondTheShelfLifeItIsHeldAndTheWriteOffIsNamed() {
        risky("A");
        sample.stockpile = Optional.of(StrategicStockTest.pile(
                53, 2.7, Figure.of(StockpileNames.SHELF_LIFE_CAP, 53.2, Unit.PIECES, RULE, given())));
        sample.regulatory = 54;
        PostureDecision decision = held(54);
        List<String> warnings = decision.strategicStock().because().stream()
                .filter(node -> node.name().equals("warning"))
                .map(Explanation::text)
                .toList();
        assertEquals(List.of("REGULATORY_MINIMUM_HELD", "REGULATORY_MINIMUM_BEYOND_SHELF_LIFE"), warnings);
    }

    @Test
    void carryingItCostsMoneyWhereNoFailureLeavesDemandOpen() {
        sample.stockpile = Optional.of(StrategicStockTest.pile(
                0,
                0,
                money(StockpileNames.LOSS_BUFFERED, 0),
                money(StockpileNames.CARRYING, 0),
                money(StockpileNames.NET_BENEFIT, 0),
                money(StockpileNames.CARRYING_PER_PIECE, 3)));
        sample.regulatory = 40;
        PostureDecision decision = held(40);
        assertEquals(120, number(decision, StockpileNames.CARRYING), 0);
        assertEquals(-120, number(decision, StockpileNames.NET_BENEFIT), 0);
    }

    private PostureDecision held(double pieces) {
        PostureDecision decision = decide();
        assertEquals(pieces, decision.strategicPieces().orElseThrow(), 0);
        assertEquals(
                sample.regulatory,
                ((Figure) decision.strategicStock()
                                .find(StockpileNames.REGULATORY_MINIMUM)
                                .orElseThrow())
                        .value(),
                0);
        assertEquals(
                "policy.regulatoryMinimum.1",
                ((Origin.Formula) decision.strategicStock().origin()).id());
        assertTrue(decision.find("stepEconomics").orElseThrow().text().endsWith("only a person cuts it"));
        return decision;
    }

    private void risky(String abc) {
        sample.abc = abc;
        sample.risk = "HIGH";
        sample.criticality = OptionalDouble.of(85);
    }

    private static double number(PostureDecision decision, String name) {
        return ((Figure) decision.strategicStock().find(name).orElseThrow()).value();
    }

    private static Figure money(String name, double value) {
        return Figure.of(name, value, Unit.MONEY_PER_YEAR, RULE, given());
    }

    private static Figure given() {
        return Figure.input("given", 1, Unit.NONE);
    }

    private PostureDecision decide() {
        return (PostureDecision) MatrixStrategy.byRisk(MatrixConfig.DEFAULTS).decide(sample.sized());
    }
}
