package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Counterfactual;
import io.posture.api.NoDecision;
import io.posture.api.Posture;
import io.posture.api.PostureDecision;
import io.posture.api.StockpileNames;
import io.posture.api.Verdict;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EconomicStrategyTest {

    private static final Origin.Formula RULE = new Origin.Formula("test.1", "given", "test");
    // econ.postureCost-01 and -02 of the reference vectors
    private static final double WITHOUT_BUFFERS = 208710;
    private static final double WITH_STOCKPILE = 18833.45;

    private final SampleItem sample = new SampleItem();

    @Test
    void theCheapestPostureIsTakenWhateverTheRisk() {
        costs(WITHOUT_BUFFERS, -1, WITH_STOCKPILE);
        PostureDecision decision = decided();
        assertEquals(Policy.STRATEGIC_STOCKPILE_DIVERSIFY.name(), decision.policy());
        assertEquals(Posture.JUST_IN_CASE, decision.posture());
        assertEquals(900, decision.strategicPieces().orElseThrow(), 0);
        assertEquals(
                "cheapest: STRATEGIC_STOCKPILE_DIVERSIFY",
                decision.find("stepMatrixCell").orElseThrow().text());
    }

    @Test
    void withinTwoPercentTheLeanerPostureIsTaken() {
        costs(102, -1, 100);
        assertEquals(Posture.JUST_IN_TIME, decided().posture());
        costs(102.1, -1, 100);
        assertEquals(Posture.JUST_IN_CASE, decided().posture());
        costs(110, 102, 100);
        assertEquals(Policy.SAFETY_STOCK_SECOND_SOURCE.name(), decided().policy());
    }

    @Test
    void aLeanLineStillHasToPassTheLeanTests() {
        costs(50, -1, 100);
        assertEquals(Policy.JIT_EOQ.name(), decided().policy());
        sample.leadDays = 60;
        assertEquals(Policy.ROP_WITH_SAFETY_STOCK.name(), decided().policy());
        assertEquals(0, decided().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void highRiskAloneBuysNoStockpileThatDoesNotPay() {
        sample.risk = "HIGH";
        sample.riskScore = 80;
        costs(50, -1, 100);
        assertEquals(0, decided().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void withoutPricesThereIsNoDecisionButTheNamesOfWhatIsMissing() {
        sample.stockpile = Optional.of(StrategicStockTest.open("UNSIZED", "shortageCost"));
        NoDecision none = assertInstanceOf(NoDecision.class, verdict());
        assertEquals(List.of("shortageCost"), none.missingFacts());
    }

    @Test
    void demandThatIsTooIrregularForAStockpileIsDecidedWithoutOne() {
        sample.stockpile = Optional.of(StrategicStockTest.open("PROJECT_DEMAND", "irregular demand"));
        assertEquals(Policy.JIT_EOQ.name(), decided().policy());
    }

    @Test
    void whatWouldChangeItIsFoundByDecidingAgain() {
        costs(120, -1, 100);
        List<Counterfactual> changes = decided().counterfactuals();
        assertTrue(
                changes.contains(new Counterfactual(
                        "the stockpile saves nothing (saves 20 a year)", Posture.JUST_IN_TIME, "JIT_EOQ")),
                changes::toString);
        Counterfactual second = changes.stream()
                .filter(change -> change.change().contains("second source costs"))
                .findFirst()
                .orElseThrow();
        assertEquals("SAFETY_STOCK_SECOND_SOURCE", second.policy());
        costs(120, 97, 100);
        assertEquals("SAFETY_STOCK_SECOND_SOURCE", decided().policy());
    }

    @Test
    void theMatrixDoesNotLookAtCosts() {
        costs(WITHOUT_BUFFERS, -1, WITH_STOCKPILE);
        PostureDecision byRisk =
                (PostureDecision) MatrixStrategy.byRisk(MatrixConfig.DEFAULTS).decide(sample.sized());
        assertEquals(Policy.JIT_EOQ.name(), byRisk.policy());
    }

    /** Costs of the postures; a second source below 0 has no price. */
    private void costs(double buffered, double dual, double stockpiled) {
        List<Explanation> costs = new ArrayList<>();
        costs.add(cost(StockpileNames.COST_BUFFERED, buffered));
        costs.add(cost(StockpileNames.COST_STOCKPILED, stockpiled));
        if (dual >= 0) {
            costs.add(cost(StockpileNames.COST_DUAL_SOURCED, dual));
        }
        sample.stockpile = Optional.of(
                StrategicStockTest.pile(900, 45, new Finding(StockpileNames.POSTURE_COSTS, "priced", RULE, costs)));
    }

    private static Figure cost(String name, double value) {
        return Figure.of(name, value, Unit.MONEY_PER_YEAR, RULE, Figure.input("given", 1, Unit.NONE));
    }

    private PostureDecision decided() {
        return assertInstanceOf(PostureDecision.class, verdict());
    }

    private Verdict verdict() {
        return MatrixStrategy.byCost(MatrixConfig.DEFAULTS).decide(sample.sized());
    }
}
