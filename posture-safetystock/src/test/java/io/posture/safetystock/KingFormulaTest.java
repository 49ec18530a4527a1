package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Numbers of the worked chain are those of DOMAIN M, computed there by independent reference code. */
class KingFormulaTest {

    private static final KingFormula.Config AS_IN_SECTION_M =
            new KingFormula.Config(false, "criticality", 0.99, 0.975, 0.95, 0.25);

    @Test
    void flagshipComponentOfTheWorkedChain() {
        Figure stock =
                figure(new KingFormula(AS_IN_SECTION_M).compute(Sized.flagship().item()));
        assertEquals(0.9953184, value(stock, "serviceTarget"), 5e-8);
        assertEquals(232.826, value(stock, "sigmaLtd"), 5e-4);
        assertEquals(604.998, stock.value(), 5e-4);
        assertEquals(2844.998, value(stock, "reorderPoint"), 5e-4);
    }

    @Test
    void localPartOfTheWorkedChain() {
        Figure stock = figure(
                new KingFormula(AS_IN_SECTION_M).compute(Sized.localPart().item()));
        assertEquals(0.98244, value(stock, "serviceTarget"), 5e-6);
        assertEquals(87.54, stock.value(), 5e-3);
    }

    @Test
    void disruptionsLeftInTheLeadTimeDeviationTrebleTheStock() {
        Sized polluted = Sized.flagship().leadTime(Optional.of(Sized.leadTime(112, 33.6)));
        assertEquals(
                1753.97,
                figure(new KingFormula(AS_IN_SECTION_M).compute(polluted.item()))
                        .value(),
                5e-3);
    }

    @Test
    void undershootIsCoveredByDefault() {
        // d 10, sd 3: E[U] = 109 / 20, Var U = 1900 / 30 + ... - E[U]^2 = 12.630833
        Figure stock = king(Sized.plain(10, 3, 14, 4).classes("A", "D"));
        assertEquals(5.45, value(stock, "undershootMean"), 1e-12);
        assertEquals(Math.sqrt(12.630833333333335), value(stock, "undershootSd"), 1e-9);
        assertEquals(68.5852846477541, stock.value(), 1e-9);
        assertEquals(214.03528464775408, value(stock, "reorderPoint"), 1e-9);
    }

    @Test
    void levelFollowsTheCriticalityClassWithoutAShortageCost() {
        assertEquals(0.99, value(king(Sized.plain(10, 3, 14, 4).classes("A", "V")), "serviceTarget"));
        assertEquals(0.975, value(king(Sized.plain(10, 3, 14, 4).classes("A", "E")), "serviceTarget"));
        assertEquals(0.95, value(king(Sized.plain(10, 3, 14, 4).classes("A", "D")), "serviceTarget"));
        assertEquals(
                "VED",
                king(Sized.plain(10, 3, 14, 4))
                        .find("serviceTargetSource")
                        .orElseThrow()
                        .text());
    }

    @Test
    void economicLevelIsClipped() {
        assertEquals(0.5, value(king(Sized.flagship().shortage(0.001)), "serviceTarget"));
        assertEquals(0.9999, value(king(Sized.flagship().shortage(1e9)), "serviceTarget"));
    }

    @Test
    void anUnknownCarryingRateIsAMarkedAssumption() {
        Figure stock = king(Sized.flagship().rate(OptionalDouble.empty()));
        Explanation rate = stock.find("carryingRate").orElseThrow();
        assertEquals("0.25", rate.text());
        assertTrue(rate.origin() instanceof Origin.Assumption);
    }

    @Test
    void unknownLeadTimeIsNamedAndNeverZero() {
        Explanation stock = compute(Sized.flagship().leadTime(Optional.empty()));
        assertEquals("leadTime", ((Finding) stock).value());
    }

    @Test
    void allMissingFactsAreNamed() {
        Sized item = Sized.flagship()
                .leadTime(Optional.empty())
                .demand(Sized.demand(0, OptionalDouble.empty(), DemandClass.NO_DEMAND, 0));
        assertEquals("leadTime, demandHistory", ((Finding) compute(item)).value());
    }

    @Test
    void oneBucketOfDemandIsNotEnough() {
        Sized item = Sized.flagship().demand(Sized.demand(5, OptionalDouble.empty(), DemandClass.SMOOTH, 1));
        assertEquals("demandHistory", ((Finding) compute(item)).value());
    }

    @Test
    void noDemandOverTheWindowNeedsNoStock() {
        Figure stock = king(Sized.plain(0, 0, 14, 4));
        assertEquals(0, stock.value());
        assertEquals(0, value(stock, "reorderPoint"));
    }

    @Test
    void thousandPiecesADayNeedNoStockWhenNothingVaries() {
        assertEquals(0, z(1000, 0, 12, 0, 0.95), 0);
    }

    @Test
    void moreServiceNeverNeedsLessStock() {
        double before = 0;
        for (double csl = 0.01; csl < 1; csl += 0.01) {
            double stock = z(10, 3, 14, 4, csl);
            assertTrue(stock >= before, "at " + csl);
            before = stock;
        }
    }

    @Test
    void tenTimesTheDemandNeedsTenTimesTheStock() {
        assertEquals(10 * z(10, 3, 14, 4, 0.95), z(100, 30, 14, 4, 0.95), 1e-9);
    }

    @Test
    void serviceBelowOneHalfNeedsNone() {
        assertEquals(0, z(10, 3, 9, 0, 0.4), 0);
    }

    @Test
    void certaintyIsAnError() {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> z(10, 3, 9, 0, 1));
        assertEquals("csl must be in (0, 1), was 1.0", error.getMessage());
    }

    @Test
    void negativeLeadTimeIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> z(10, 3, -1, 0, 0.95));
    }

    @Test
    void publishedLeadTimeUncertaintyExample() {
        // Chopra & Meindl, Dell: d 2500, sd 500, L 7, sL 7, 90 %: sigma 17,550 and stock 22,491
        ZFormula.Result result = ZFormula.calculate(new ZFormula.Inputs(2500, 500, 7, 7, 0.9, Optional.empty()));
        assertEquals(17550, result.sigmaLtd(), 1);
        assertEquals(22491, result.safetyStock(), 1);
        assertTrue(result.undershootMean().isEmpty());
    }

    @Test
    void normalShapeOfLumpyDemandIsMarked() {
        Sized lumpy = Sized.flagship().demand(Sized.demand(5, OptionalDouble.of(9), DemandClass.LUMPY, 104));
        assertTrue(king(lumpy).find("leadTimeDemandShape").isPresent());
    }

    @Test
    void worstSeenLessTheAverage() {
        assertEquals(
                560,
                MaxAverageFormula.calculate(new MaxAverageFormula.Inputs(80, 12, 50, 8))
                        .safetyStock());
        // 2 * 20 a day over 116 days, less 20 a day over 112
        Figure stock = figure(MaxAverageFormula.of(new MaxAverageFormula.Config())
                .compute(Sized.flagship().item()));
        assertEquals(2400, stock.value(), 1e-9);
        assertEquals(4640, value(stock, "reorderPoint"), 1e-9);
    }

    @Test
    void worstSeenNeedsReceipts() {
        Explanation stock = MaxAverageFormula.of(new MaxAverageFormula.Config())
                .compute(Sized.flagship().leadTime(Optional.empty()).item());
        assertEquals("leadTime", ((Finding) stock).value());
    }

    private static double z(double perDay, double sdPerDay, double leadDays, double leadSdDays, double csl) {
        return ZFormula.calculate(new ZFormula.Inputs(perDay, sdPerDay, leadDays, leadSdDays, csl, Optional.empty()))
                .safetyStock();
    }

    private static Explanation compute(Sized item) {
        return new KingFormula(KingFormula.Config.DEFAULTS).compute(item.item());
    }

    private static Figure king(Sized item) {
        return figure(compute(item));
    }

    private static Figure figure(Explanation size) {
        return (Figure) size;
    }

    private static double value(Figure tree, String name) {
        return ((Figure) tree.find(name).orElseThrow()).value();
    }
}
