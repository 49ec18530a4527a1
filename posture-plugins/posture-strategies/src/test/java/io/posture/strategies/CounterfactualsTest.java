package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Counterfactual;
import io.posture.api.ItemState;
import io.posture.api.ItemType;
import io.posture.api.Posture;
import io.posture.api.PostureDecision;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CounterfactualsTest {

    private final SampleItem sample = new SampleItem();

    @Test
    void theOnlyFailedTestIsNamedWithItsLimit() {
        sample.leadDays = 92;
        assertTrue(
                found().contains(new Counterfactual("lead time <= 14 days (is 92)", Posture.JUST_IN_TIME, "JIT_EOQ")),
                found().toString());
    }

    @Test
    void twoFailedTestsAreOnlyNamedTogether() {
        sample.leadDays = 92;
        sample.monthlyCv = OptionalDouble.of(0.83);
        assertEquals(
                List.of(
                        new Counterfactual(
                                "risk of at least 40, MEDIUM (is 27.4 LOW)",
                                Posture.HYBRID,
                                "SAFETY_STOCK_SECOND_SOURCE"),
                        new Counterfactual(
                                "monthly demand CV <= 0.5 (is 0.83) and lead time <= 14 days (is 92)",
                                Posture.JUST_IN_TIME,
                                "JIT_EOQ")),
                found());
    }

    @Test
    void aBufferedItemNamesAllThatKeepsItFromBeingLean() {
        sample.abc = "C";
        sample.risk = "MEDIUM";
        sample.riskScore = 44.5;
        sample.criticality = OptionalDouble.of(45);
        sample.sri = 44;
        sample.sriLow = 44;
        sample.sriHigh = 44;
        sample.leadDays = 40;
        sample.sourcing = "SINGLE_SOURCE";
        List<Counterfactual> found = found();
        assertEquals(
                new Counterfactual(
                        "risk below 40, LOW (is 44.5 MEDIUM) and lead time <= 28 days (is 40) and criticality < 40 "
                                + "(is 45)",
                        Posture.JUST_IN_TIME,
                        "ROP_OR_VMI"),
                found.get(found.size() - 1));
    }

    @Test
    void anotherItemTypeMakesAMaintenanceItemLean() {
        sample.type = ItemType.MRO;
        assertEquals(
                new Counterfactual("an item type other than MRO (is MRO)", Posture.JUST_IN_TIME, "JIT_EOQ"),
                found().get(0));
    }

    @Test
    void everythingUnknownTogetherIsOneChange() {
        sample.criticality = OptionalDouble.empty();
        sample.otifLowers = List.of(-1.0, -1.0);
        sample.sri = 15;
        sample.sriLow = 15;
        sample.riskScore = 28.7;
        assertEquals(
                new Counterfactual(
                        "all missing evidence supplied and good: on time in full, 5 % bound, >= 0.9 (unknown) and "
                                + "criticality < 70 (unknown)",
                        Posture.JUST_IN_TIME, "JIT_EOQ"),
                found().get(0));
    }

    @Test
    void criticalityIsCarriedThroughTheRisk() {
        // sqrt(70 * 25) = 41.8 is MEDIUM: "below 70" alone would not make it lean, class D would
        sample.criticality = OptionalDouble.empty();
        sample.riskScore = 37.1;
        assertTrue(
                found().contains(new Counterfactual(
                        "criticality known to be D, below 40 (unknown)", Posture.JUST_IN_TIME, "JIT_EOQ")),
                found().toString());
        assertTrue(
                found().stream()
                        .noneMatch(change -> change.change().startsWith("criticality < 70")
                                && change.posture() == Posture.JUST_IN_TIME),
                found().toString());
    }

    @Test
    void criticalityOfACheapItemMustMeetTheLimitOfItsOwnLeanCell() {
        // MEDIUM at the assumed criticality, sqrt(39.99 * 36) = 37.9 is LOW
        sample.abc = "C";
        sample.risk = "MEDIUM";
        sample.criticality = OptionalDouble.empty();
        sample.sri = 36;
        sample.sriLow = 36;
        sample.sriHigh = 36;
        sample.riskScore = 44.5;
        assertTrue(
                found().contains(new Counterfactual("criticality < 40 (unknown)", Posture.JUST_IN_TIME, "ROP_OR_VMI")),
                found().toString());
    }

    @Test
    void aSecondSourceIsCarriedThroughTheRisk() {
        // 100 * 0.2 * 1.0 / 2 = 10 points off: sqrt(60 * 52) = 55.9 is MEDIUM
        sample.risk = "HIGH";
        sample.criticality = OptionalDouble.of(60);
        sample.sri = 62;
        sample.sriLow = 62;
        sample.sriHigh = 62;
        sample.riskScore = Math.sqrt(60 * 62);
        sample.sourcing = "SINGLE_SOURCE";
        sample.components.put("sriSource", 1.0);
        assertTrue(
                found().contains(new Counterfactual(
                        "a second, independent source is qualified (is one source)",
                        Posture.HYBRID,
                        "SAFETY_STOCK_SECOND_SOURCE")),
                found().toString());
    }

    @Test
    void aSecondSourceLiftsTheCushion() {
        sample.sourcing = "SINGLE_SOURCE";
        sample.criticality = OptionalDouble.of(50);
        assertTrue(
                found().contains(new Counterfactual(
                        "a second, independent source is qualified (is one source)", Posture.JUST_IN_TIME, "JIT_EOQ")),
                found().toString());
    }

    @Test
    void aSmallerBufferMakesAnItemLean() {
        sample.safetyStock = SampleItem.stock(123, 200);
        assertEquals(
                new Counterfactual("safety stock <= 7 days of demand (is 12.3)", Posture.JUST_IN_TIME, "JIT_EOQ"),
                found().get(0));
    }

    @Test
    void aLeanItemShowsWhatWouldEndIt() {
        assertEquals(
                List.of(new Counterfactual(
                        "risk of at least 40, MEDIUM (is 27.4 LOW)", Posture.HYBRID, "SAFETY_STOCK_SECOND_SOURCE")),
                found());
    }

    @Test
    void aHighRiskShowsBothWays() {
        sample.risk = "MEDIUM";
        sample.riskScore = 45.1;
        List<String> policies = found().stream().map(Counterfactual::policy).toList();
        assertEquals(List.of("JIT_EOQ", "STRATEGIC_STOCKPILE_DIVERSIFY"), policies);
    }

    @Test
    void obsoleteAndCriticalSparesShowWhatTheyWouldBeOtherwise() {
        sample.state = ItemState.OBSOLETE;
        assertEquals("JIT_EOQ", found().get(0).policy());
        sample.state = ItemState.ACTIVE;
        sample.type = ItemType.MRO;
        sample.criticalSpare = true;
        assertEquals("SAFETY_STOCK", found().get(0).policy());
    }

    @Test
    void everyCounterfactualDiffersFromTheDecision() {
        for (String risk : List.of("LOW", "MEDIUM", "HIGH")) {
            for (String abc : List.of("A", "B", "C")) {
                sample.risk = risk;
                sample.abc = abc;
                sample.leadDays = 40;
                PostureDecision decision = decide();
                assertTrue(decision.counterfactuals().stream()
                        .noneMatch(change -> change.policy().equals(decision.policy())));
            }
        }
    }

    private List<Counterfactual> found() {
        return decide().counterfactuals();
    }

    private PostureDecision decide() {
        return (PostureDecision) MatrixStrategy.byRisk(MatrixConfig.DEFAULTS).decide(sample.sized());
    }
}
