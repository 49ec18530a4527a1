package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.EarlierRisk;
import io.posture.api.ItemType;
import io.posture.api.PostureDecision;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** DOMAIN J.1: up at once at 60, down after 2 reviews below 50. */
class HysteresisTest {

    private static final LocalDate EARLIER = LocalDate.of(2026, 6, 30);

    private final SampleItem sample = new SampleItem();

    @Test
    void firstRunDecidesAsCalculated() {
        risk("MEDIUM", 54);
        assertEquals("SAFETY_STOCK_SECOND_SOURCE", decide().policy());
        assertEquals("not asked for: no earlier run to compare with", step());
    }

    @Test
    void levelThatWasHighStaysWhileTheRiskIsNotBelowTheExit() {
        risk("MEDIUM", 54);
        wasHigh(0);
        assertEquals("STRATEGIC_STOCKPILE_DIVERSIFY", decide().policy());
        assertEquals("kept HIGH, not below 50", step());
        risk("MEDIUM", 50);
        wasHigh(1);
        assertEquals("STRATEGIC_STOCKPILE_DIVERSIFY", decide().policy());
    }

    @Test
    void oneReviewBelowTheExitIsNotEnoughAndTheSecondIs() {
        risk("MEDIUM", 49.9);
        wasHigh(0);
        assertEquals("STRATEGIC_STOCKPILE_DIVERSIFY", decide().policy());
        assertEquals("kept HIGH, 1 of 2 reviews below 50", step());
        wasHigh(1);
        assertEquals("SAFETY_STOCK_SECOND_SOURCE", decide().policy());
        assertEquals("down to MEDIUM: 2 of 2 reviews below 50", step());
    }

    @Test
    void runsBetweenTwoReviewsAreNotCounted() {
        risk("MEDIUM", 49.9);
        sample.earlierRisk = Optional.of(new EarlierRisk(EARLIER, true, 1, 50, 2, false));
        assertEquals("STRATEGIC_STOCKPILE_DIVERSIFY", decide().policy());
        assertEquals("kept HIGH until the next review, 1 of 2 reviews below 50", step());
    }

    @Test
    void riskThatIsHighIsHighAtOnce() {
        risk("HIGH", 60);
        sample.earlierRisk = Optional.of(new EarlierRisk(EARLIER, false, 0, 50, 2, true));
        assertEquals("STRATEGIC_STOCKPILE_DIVERSIFY", decide().policy());
        assertEquals("nothing to keep: not HIGH in the run of 2026-06-30", step());
        wasHigh(1);
        assertEquals("HIGH as in the run of 2026-06-30", step());
        assertTrue(decide().because().stream().noneMatch(HysteresisTest::warned));
    }

    @Test
    void unknownRiskEndsNoProtection() {
        EarlierRisk earlier = new EarlierRisk(EARLIER, true, 1, 50, 2, true);
        assertTrue(earlier.keepsHigh(OptionalDouble.empty()));
        assertEquals(1, earlier.reviewsBelow(OptionalDouble.empty()));
    }

    @Test
    void whatIsKeptIsSaidWithItsInputs() {
        risk("MEDIUM", 49.9);
        wasHigh(0);
        PostureDecision decision = decide();
        Explanation step = decision.find("stepHysteresis").orElseThrow();
        assertEquals("HIGH", step.find("levelBefore").orElseThrow().text());
        assertEquals(0, number(step, "reviewsBelowBefore"), 0);
        assertEquals(49.9, number(step, "risk"), 0);
        assertEquals(50, number(step, "exit"), 0);
        assertEquals(2, number(step, "confirm"), 0);
        assertTrue(decision.because().stream().anyMatch(HysteresisTest::warned));
        assertTrue(decision.reason().contains("risk kept HIGH, 1 of 2 reviews below 50"), decision.reason());
        assertEquals(
                "A x HIGH (kept, calculated MEDIUM): STRATEGIC_STOCKPILE_DIVERSIFY",
                decision.find("stepMatrixCell").orElseThrow().text());
    }

    @Test
    void whatWouldChangeTheDecisionIsTheSecondReviewBelowTheExit() {
        risk("MEDIUM", 49.9);
        wasHigh(0);
        assertTrue(
                decide().counterfactuals().stream()
                        .anyMatch(change ->
                                change.change().equals("risk below 50 in 2 reviews in a row, then MEDIUM (is 49.9)")
                                        && change.policy().equals("SAFETY_STOCK_SECOND_SOURCE")),
                () -> decide().counterfactuals().toString());
        // one good score alone does not bring it down
        assertFalse(decide().counterfactuals().stream()
                .anyMatch(change -> change.change().startsWith("risk below 60")));
    }

    @Test
    void criticalSpareHasNoLevelToKeep() {
        sample.type = ItemType.MRO;
        sample.criticalSpare = true;
        risk("MEDIUM", 54);
        wasHigh(0);
        assertEquals("INSURANCE_SPARE", decide().policy());
        assertEquals("not asked for: the level decides nothing here", step());
    }

    private void risk(String level, double score) {
        sample.risk = level;
        sample.riskScore = score;
    }

    private void wasHigh(int reviewsBelow) {
        sample.earlierRisk = Optional.of(new EarlierRisk(EARLIER, true, reviewsBelow, 50, 2, true));
    }

    private String step() {
        return decide().find("stepHysteresis").orElseThrow().text();
    }

    private static boolean warned(Explanation tree) {
        return tree.find("warning")
                .filter(Finding.class::isInstance)
                .filter(node -> node.text().equals("RISK_LEVEL_KEPT"))
                .isPresent();
    }

    private static double number(Explanation tree, String name) {
        return ((Figure) tree.find(name).orElseThrow()).value();
    }

    private PostureDecision decide() {
        return (PostureDecision) MatrixStrategy.byRisk(MatrixConfig.DEFAULTS).decide(sample.sized());
    }
}
