package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Confidence;
import io.posture.api.ItemState;
import io.posture.api.ItemType;
import io.posture.api.Posture;
import io.posture.api.PostureDecision;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LeanEvidenceTest {

    private final SampleItem sample = new SampleItem();

    @Test
    void aLeanItemLacksNothing() {
        assertEquals(Optional.empty(), evidence());
    }

    @Test
    void anItemThatOnlyLacksEvidenceNamesExactlyIt() {
        sample.criticality = OptionalDouble.empty();
        sample.otifLowers = List.of(0.95, -1.0);
        sample.riskScore = 37.1;
        assertEquals(Posture.HYBRID, decide().posture());
        assertEquals(Optional.of("otif, criticality"), evidence());
    }

    @Test
    void aKnownValueThatFailsATestEndsIt() {
        sample.criticality = OptionalDouble.empty();
        sample.riskScore = 37.1;
        sample.leadDays = 15;
        assertEquals(Optional.empty(), evidence());
    }

    @Test
    void aBufferAboveTheCapEndsItUnlessItRestsOnAnUnknownLeadTime() {
        sample.criticality = OptionalDouble.empty();
        sample.riskScore = 37.1;
        sample.safetyStock = SampleItem.stock(71, 120);
        assertEquals(Optional.empty(), evidence());
        sample.leadConfidence = Confidence.ASSUMED;
        sample.leadPool = "category";
        assertEquals(Optional.of("leadTime, leadTimeCv, criticality"), evidence());
    }

    @Test
    void anAgreedLeadTimeLacksItsVariationOnly() {
        sample.leadConfidence = Confidence.ASSUMED;
        sample.leadPool = "contract";
        assertEquals(Optional.of("leadTimeCv"), evidence());
        sample.abc = "C"; // the basic reorder point does not ask for it
        assertEquals(Optional.empty(), evidence());
        assertEquals("ROP_OR_VMI", decide().policy());
    }

    @Test
    void missingPartsOfTheRiskIndexAreNamedOneByOne() {
        sample.components.remove("sriFinancial");
        sample.components.remove("sriTier2");
        sample.sriLow = 27;
        sample.sri = 34.5;
        sample.sriHigh = 42;
        assertEquals(Optional.of("financial, tier2"), evidence());
        sample.sriLow = 40;
        sample.sriHigh = 55;
        assertEquals(Optional.empty(), evidence());
    }

    @Test
    void missingPartsOfTheRiskIndexThatDoNotMatterAreNotNamed() {
        sample.components.remove("sriFinancial");
        sample.sriLow = 22.5;
        sample.sri = 25;
        sample.sriHigh = 27.5;
        sample.criticality = OptionalDouble.empty();
        sample.riskScore = 37.1;
        assertEquals(Optional.of("criticality"), evidence());
    }

    @Test
    void anItemIsAlsoFoundWhereTheUnknownRaisesItsRiskOrAsksForACushion() {
        // R = sqrt(55 * 36) = 44.5 is MEDIUM only because criticality is assumed, and the cushion rests on it too
        sample.criticality = OptionalDouble.empty();
        sample.risk = "MEDIUM";
        sample.riskScore = 44.5;
        sample.sri = 36;
        sample.sriLow = 36;
        sample.sriHigh = 36;
        sample.sourcing = "SINGLE_SOURCE";
        assertEquals("SAFETY_STOCK_SECOND_SOURCE", decide().policy());
        assertEquals(Optional.of("criticality"), evidence());
        sample.criticality = OptionalDouble.of(55);
        assertEquals(Optional.empty(), evidence());
    }

    @Test
    void newItemsMaintenanceItemsAndBufferedOnesAreNoCandidates() {
        sample.criticality = OptionalDouble.empty();
        sample.riskScore = 37.1;
        sample.state = ItemState.NEW;
        assertEquals(Optional.empty(), evidence());
        sample.state = ItemState.ACTIVE;
        sample.type = ItemType.MRO;
        assertEquals(Optional.empty(), evidence());
        sample.type = ItemType.COMPONENT;
        sample.risk = "HIGH";
        assertEquals(Optional.empty(), evidence());
    }

    @Test
    void capitalFreedIsTheStockAboveTheLeanCapAtCost() {
        // 21 + 342 / 2 - 7 * 10 = 122 pieces at 12
        sample.criticality = OptionalDouble.empty();
        sample.riskScore = 37.1;
        Figure freed = (Figure) decide().find("capitalFreed").orElseThrow();
        assertEquals(122 * 12, freed.value(), 1e-9);
        assertEquals(Unit.MONEY, freed.unit());
        // 21 + 342 / 2 - 45 * 10 is less than nothing
        sample.abc = "C";
        assertEquals(0, ((Figure) decide().find("capitalFreed").orElseThrow()).value());
    }

    @Test
    void capitalIsUnknownWithoutAUnitCost() {
        sample.criticality = OptionalDouble.empty();
        sample.riskScore = 37.1;
        sample.unitCost = OptionalDouble.empty();
        Explanation freed = decide().find("capitalFreed").orElseThrow();
        assertEquals("unknown", freed.text());
        assertTrue(evidence().isPresent());
    }

    private Optional<String> evidence() {
        return decide().find("leanEvidence").map(Explanation::text);
    }

    private PostureDecision decide() {
        return (PostureDecision) MatrixStrategy.byRisk(MatrixConfig.DEFAULTS).decide(sample.sized());
    }
}
