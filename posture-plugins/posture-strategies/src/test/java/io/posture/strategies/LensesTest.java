package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Confidence;
import io.posture.api.DemandClass;
import io.posture.api.ItemState;
import io.posture.api.PostureDecision;
import io.posture.explain.Figure;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LensesTest {

    private static final List<String> NAMES =
            List.of("lensCriticality", "lensLeadTime", "lensValue", "lensDemand", "lensSourcing");

    private final SampleItem sample = new SampleItem();

    @Test
    void aVitalLumpyCheapItemFromAfarArguesForABufferFiveTimes() {
        // DOMAIN D.4: V, 84 d, L, LUMPY, SRI 72
        sample.criticality = OptionalDouble.of(80);
        sample.leadDays = 84;
        sample.hml = "L";
        sample.demandClass = DemandClass.LUMPY;
        sample.sri = 72;
        assertEquals(List.of(1, 1, 1, 1, 1), signs());
        assertEquals("+1 +1 +1 +1 +1", decide().find("lenses").orElseThrow().text());
    }

    @Test
    void aDesirableSmoothDearItemFromNearbyArguesForLeanFiveTimes() {
        // DOMAIN D.4: D, 5 d, CV 0.1, H, SMOOTH, SRI 25
        sample.hml = "H";
        assertEquals(List.of(-1, -1, -1, -1, -1), signs());
    }

    @Test
    void theMiddleArguesForNeither() {
        sample.criticality = OptionalDouble.of(40);
        sample.leadDays = 28;
        sample.demandClass = DemandClass.ERRATIC;
        sample.sri = 40;
        assertEquals(List.of(0, 0, 0, 0, 0), signs());
    }

    @Test
    void limitsOfTheLeadTimeBelongToTheMilderSide() {
        assertLeadTime(-1, 14, 14 * 0.25);
        assertLeadTime(0, 14.1, 1);
        assertLeadTime(0, 14, 14 * 0.26);
        assertLeadTime(0, 28, 28 * 0.4);
        assertLeadTime(1, 28.1, 1);
        assertLeadTime(1, 5, 5 * 0.41);
    }

    @Test
    void aShortShelfLifeArguesForLeanWhateverTheCost() {
        sample.hml = "L";
        sample.perishability = "SHORT";
        assertEquals(-1, sign("lensValue"));
        sample.perishability = "MEDIUM";
        assertEquals(0, sign("lensValue"));
        sample.perishability = "LONG";
        assertEquals(1, sign("lensValue"));
        sample.perishability = "NONE";
        assertEquals(1, sign("lensValue"));
        sample.hml = "M";
        assertEquals(0, sign("lensValue"));
    }

    @Test
    void aSeasonArguesForABufferThoughDemandIsSmooth() {
        sample.seasonal = true;
        assertEquals(1, sign("lensDemand"));
    }

    @Test
    void limitsOfTheRiskIndexBelongToTheGraverSide() {
        sample.sri = 60;
        assertEquals(1, sign("lensSourcing"));
        sample.sri = 59.9;
        assertEquals(0, sign("lensSourcing"));
        sample.sri = 39.9;
        assertEquals(-1, sign("lensSourcing"));
    }

    @Test
    void whatIsNotKnownNeverArguesForLean() {
        sample.criticality = OptionalDouble.empty();
        sample.hml = "NONE";
        sample.leadConfidence = Confidence.ASSUMED;
        sample.leadPool = "company";
        PostureDecision decision = decide();
        assertEquals(0, sign("lensCriticality"));
        assertEquals("unknown", decision.find("lensValue").orElseThrow().text());
        assertEquals(0, sign("lensLeadTime"));
        assertEquals("0 0 ? -1 -1", decision.find("lenses").orElseThrow().text());
        sample.leadDays = 60;
        assertEquals(1, sign("lensLeadTime"));
    }

    @Test
    void fourContradictingLensesAreFlagged() {
        sample.risk = "HIGH"; // JIC, while four lenses argue for lean
        assertContradicted(true);
        assertEquals(
                "4 of 5 argue against JIC",
                decide().find("lensesContradict").orElseThrow().text());
        sample.sri = 50;
        assertContradicted(false);
    }

    @Test
    void aHybridDecisionIsBetweenTheSignsAndNotContradicted() {
        sample.risk = "MEDIUM";
        assertContradicted(false);
    }

    @Test
    void nothingContradictsRunningOut() {
        aVitalLumpyCheapItemFromAfarArguesForABufferFiveTimes();
        sample.state = ItemState.OBSOLETE;
        assertEquals(List.of(1, 1, 1, 1, 1), signs());
        assertContradicted(false);
    }

    @Test
    void limitsOutOfOrderAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new LensLimits(10, 0.4, 14, 0.25, 60, 40, 4));
        assertThrows(IllegalArgumentException.class, () -> new LensLimits(28, 0.4, 14, 0.25, 40, 60, 4));
        assertThrows(IllegalArgumentException.class, () -> new LensLimits(28, 0.4, 14, 0.25, 60, 40, 6));
    }

    private void assertLeadTime(int sign, double days, double sdDays) {
        sample.leadDays = days;
        sample.leadSdDays = sdDays;
        assertEquals(sign, sign("lensLeadTime"), days + " days, sd " + sdDays);
    }

    private void assertContradicted(boolean contradicted) {
        PostureDecision decision = decide();
        assertEquals(contradicted, decision.find("lensesContradict").isPresent());
        boolean warned = decision.find("lenses").stream()
                .flatMap(lenses -> lenses.because().stream())
                .anyMatch(node -> node.name().equals("warning") && node.text().equals("LENSES_CONTRADICT"));
        assertEquals(contradicted, warned);
        assertTrue(contradicted || !decision.find("warning").isPresent());
    }

    private List<Integer> signs() {
        PostureDecision decision = decide();
        return NAMES.stream().map(name -> sign(decision, name)).toList();
    }

    private int sign(String lens) {
        return sign(decide(), lens);
    }

    private static int sign(PostureDecision decision, String lens) {
        return (int) ((Figure) decision.find(lens).orElseThrow()).value();
    }

    private PostureDecision decide() {
        return (PostureDecision) MatrixStrategy.byRisk(MatrixConfig.DEFAULTS).decide(sample.sized());
    }
}
