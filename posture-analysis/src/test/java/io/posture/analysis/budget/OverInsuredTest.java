package io.posture.analysis.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.resilience.stockpile.DisruptionLength;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverInsuredTest {

    private static List<OverInsured.Line> of(Economics... items) {
        return OverInsured.of(
                Portfolio.of(List.of(items).stream().map(Economics::done).toList()));
    }

    /** The flagship component of DOMAIN section M. */
    private static Economics flagship() {
        return Economics.item("flagship")
                .cost(40)
                .shortage(100)
                .demand(7300, 341.76, 232.826)
                .proposed(604.998)
                .disruptions(0.3448275862, 30, 1);
    }

    @Test
    void thePlannersThirtyDaysOfSectionMAreListedAsTheRunJudgedThem() {
        OverInsured.Line line = of(flagship()
                        .strategic(600, 67.55)
                        .judged("OVER_INSURED", 600, 67.55, 6000, 4013.56, 1))
                .get(0);
        assertEquals(OverInsured.Verdict.OVER_INSURED, line.verdict());
        assertEquals(OverInsured.Kind.STRATEGIC, line.kind());
        assertEquals(6000, line.carrying().orElseThrow(), 0);
        assertEquals(4013.56, line.avoided().orElseThrow(), 0);
        assertEquals(1.495, line.ratio().orElseThrow(), 5e-4);
        assertEquals(67.55, line.needed(), 0);
        assertEquals((600 - 67.55) * 40, line.excess().orElseThrow(), 1e-6);
        assertEquals(10, line.lastCost().orElseThrow(), 1e-9);
        // rho lambda p P(X > b + T)
        double beyond = DisruptionLength.lognormal(30, 1).upper((604.998 + 600) / 20);
        assertEquals(0.3448275862 * 100 * beyond, line.lastBenefit().orElseThrow(), 1e-9);
    }

    @Test
    void whatTheRunFindsBalancedIsNotJudgedAgain() {
        // far too much by the figures alone: the run's verdict is the only one
        assertEquals(List.of(), of(flagship().strategic(6000, 67.55).judged("BALANCED", 6000, 67.55, 1, 2, 1)));
        assertEquals(List.of(), of(flagship().strategic(6000, 67.55)));
    }

    @Test
    void theLoadingOfTheRunWeighsTheLastPieceAndNeverTheSize() {
        OverInsured.Line plain = of(flagship().strategic(600, 68).judged("TRIM", 600, 67.55, 6000, 6500, 1))
                .get(0);
        OverInsured.Line loaded = of(flagship().strategic(600, 68).judged("TRIM", 600, 67.55, 6000, 6500, 2))
                .get(0);
        assertEquals(2 * plain.lastBenefit().orElseThrow(), loaded.lastBenefit().orElseThrow(), 1e-9);
        assertEquals(plain.needed(), loaded.needed(), 0);
    }

    @Test
    void aSafetyStockIsListedIfItsLastPieceDoesNotPay() {
        // 10 a year to carry a piece; at 605 pieces the last one avoids that much (E.3), at 800 it does not
        assertEquals(List.of(), of(flagship().today(604)));
        OverInsured.Line line = of(flagship().today(800)).get(0);
        assertEquals(OverInsured.Verdict.TRIM, line.verdict());
        assertEquals(10, line.lastCost().orElseThrow(), 1e-9);
        assertTrue(line.lastBenefit().orElseThrow() < 10);
        assertEquals((800 - 604.998) * 40, line.excess().orElseThrow(), 1e-6);
    }

    @Test
    void aboveTheTargetIsSaidWhereNobodyKnowsWhatItAvoids() {
        OverInsured.Line line = of(Economics.item("a")
                        .cost(3)
                        .demand(730, 50, 10)
                        .today(20)
                        .proposed(5))
                .get(0);
        assertEquals(OverInsured.Verdict.ABOVE_TARGET, line.verdict());
        assertTrue(line.avoided().isEmpty());
        assertTrue(line.ratio().isEmpty());
        assertEquals(45, line.excess().orElseThrow(), 1e-9);
    }

    @Test
    void stockThatDoesNotMoveIsDeadAndTooMuchIsExcess() {
        Economics dead = Economics.item("dead").cost(2).demand(0, 1, 0).onHand(10, 366);
        Economics young = Economics.item("young").cost(2).demand(365, 10, 1).onHand(730, 3);
        Economics excess = Economics.item("excess").cost(2).demand(365, 10, 1).onHand(731, 3);
        List<OverInsured.Line> lines = of(dead, young, excess);
        assertEquals(
                List.of("dead DEAD", "excess EXCESS"),
                lines.stream()
                        .map(line -> line.item().sku() + " " + line.verdict())
                        .toList());
        assertEquals(20, lines.get(0).excess().orElseThrow());
        assertEquals(2, lines.get(1).excess().orElseThrow(), 1e-9);
    }

    @Test
    void whatARegulationAsksForIsNeededWhateverItCosts() {
        Economics judged = flagship().strategic(600, 500).judged("OVER_INSURED", 600, 67.55, 6000, 4013.56, 1);
        OverInsured.Line line = of(judged.regulatory(500)).get(0);
        assertEquals(500, line.needed(), 0);
        assertEquals(4000, line.excess().orElseThrow(), 0);
        assertEquals(List.of(), of(judged.regulatory(600)));
        Economics dead = Economics.item("dead").cost(2).demand(0, 1, 0).onHand(10, 366);
        assertEquals(12, of(dead.regulatory(4)).get(0).excess().orElseThrow(), 0);
        assertEquals(List.of(), of(dead.regulatory(10)));
    }

    @Test
    void onlyAPersonCutsWhatIsVital() {
        assertTrue(of(flagship()
                        .strategic(900, 67.55)
                        .judged("TRIM", 900, 67.55, 9000, 9001, 1.5)
                        .vital())
                .get(0)
                .byPerson());
    }
}
