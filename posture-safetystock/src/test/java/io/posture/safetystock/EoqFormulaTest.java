package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Numbers of the worked chain are those of DOMAIN M, computed there by independent reference code. */
class EoqFormulaTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void worksTheWorkedChain() {
        assertEquals(341.760, lot(Sized.flagship()).value(), 5e-4);
        assertEquals(427.2, lot(Sized.localPart()).value(), 5e-2);
    }

    @Test
    void publishedExample() {
        // Snyder & Shen 2019, example 3.1: K 8, D 1300, h 0.225
        EconomicLot.Result result = EconomicLot.calculate(new EconomicLot.Inputs(8, 1300, 0.225));
        assertEquals(304.0467800264368, result.quantity(), 1e-9);
        assertEquals(68.41052550594829, result.cost(), 1e-9);
    }

    @Test
    void noDemandNeedsNoLot() {
        assertEquals(0, lot(Sized.plain(0, 0, 5, 0).costs(1, 1)).value());
    }

    @Test
    void absentHistoryIsNamedAndNotZero() {
        Sized item = Sized.flagship().demand(Sized.demand(0, NONE, DemandClass.NO_DEMAND, 0));
        assertEquals("demandHistory", ((Finding) compute(item)).value());
    }

    @Test
    void aNewItemIsSizedOnTheMeanOfItsAnalogue() {
        Sized item = Sized.flagship().demand(Sized.demand(20, OptionalDouble.of(6), DemandClass.NO_DEMAND, 0));
        assertEquals(341.760, lot(item).value(), 5e-4);
    }

    @Test
    void withoutOrderCostTheLotIsDaysOfDemandByClass() {
        Sized item = Sized.plain(10, 3, 5, 1);
        assertEquals(70, lot(item.classes("A", "E")).value(), 1e-9);
        assertEquals(300, lot(item.classes("B", "E")).value(), 1e-9);
        assertEquals(900, lot(item.classes("C", "E")).value(), 1e-9);
        assertEquals("ASSUMED_LOT", lot(item).find("warning").orElseThrow().text());
    }

    @Test
    void withoutOrderCostAndClassTheUnitCostIsMissing() {
        assertEquals("unitCost", ((Finding) compute(Sized.plain(10, 3, 5, 1).classes("NONE", "E"))).value());
    }

    @Test
    void aLotAboveAYearOfDemandIsCut() {
        // sqrt(2 * 1000 * 365 / 0.0025) is over 17,000 pieces at 365 a year
        Figure lot = lot(Sized.plain(1, 1, 5, 1).costs(0.01, 1000));
        assertEquals(365, lot.value(), 1e-9);
        assertEquals("LOT_CUT_TO_YEAR", lot.find("warning").orElseThrow().text());
    }

    @Test
    void aLotThatCostsNothingToHoldIsAYearOfDemand() {
        assertEquals(
                365,
                lot(Sized.plain(1, 1, 5, 1).costs(10, 5).rate(OptionalDouble.of(0)))
                        .value(),
                1e-9);
    }

    @Test
    void theCheaperNeighbourMultipleIsTaken() {
        // lot 268.3: 240 costs 540, 288 costs 538
        ConstrainedLot.Result result = ConstrainedLot.calculate(
                new ConstrainedLot.Inputs(60, 1200, 2, OptionalDouble.of(100), OptionalDouble.of(48), NONE));
        assertEquals(288, result.quantity());
        assertEquals(538, result.cost(), 1e-9);
        assertTrue(result.feasible());
    }

    @Test
    void onATieTheSmallerMultipleIsTaken() {
        // w^2 = 50 * 100: both neighbours cost the same
        assertEquals(
                50,
                ConstrainedLot.nearest(Math.sqrt(5000), 1000, NONE, OptionalDouble.of(50), NONE)
                        .quantity());
    }

    @Test
    void shelfLifeCutsTheLotDownToAMultiple() {
        ConstrainedLot.Result result = ConstrainedLot.calculate(new ConstrainedLot.Inputs(
                60, 1200, 2, OptionalDouble.of(0), OptionalDouble.of(10), OptionalDouble.of(45)));
        assertEquals(140, result.quantity());
        assertEquals(654.2857142857143, result.cost(), 1e-9);
    }

    @Test
    void aMinimumOrderBeyondTheShelfLifeIsInfeasible() {
        ConstrainedLot.Result result = ConstrainedLot.calculate(new ConstrainedLot.Inputs(
                60, 1200, 2, OptionalDouble.of(500), OptionalDouble.of(50), OptionalDouble.of(90)));
        assertFalse(result.feasible());
        assertEquals(500, result.quantity());
    }

    @Test
    void theFormulaShowsTheScrapOfAnOrderThatOutlastsItsLife() {
        // usable 0.8 * 50 d * 20 a day = 800 of 1,000
        Figure lot = lot(Sized.flagship().limits(OptionalDouble.of(50), OptionalDouble.of(1000), NONE));
        assertEquals(1000, lot.value());
        assertEquals(200, ((Figure) lot.find("expectedScrap").orElseThrow()).value(), 1e-9);
    }

    @Test
    void multiplesOfTheLargestSupplierAreKept() {
        Figure lot = lot(Sized.flagship().limits(NONE, NONE, OptionalDouble.of(100)));
        // 341.76: 300 costs 689.3 and 400 costs 692.0 in pieces
        assertEquals(300, lot.value());
        assertEquals("lotMultiple", lot.because().get(1).name());
    }

    @Test
    void theUnlimitedLotIsNotRounded() {
        assertTrue(lot(Sized.flagship()).value() % 1 != 0);
    }

    @Test
    void aNegativeOrderCostIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> new EconomicLot.Inputs(-1, 10, 1));
    }

    private static Explanation compute(Sized item) {
        return new EoqFormula(EoqFormula.Config.DEFAULTS).compute(item.item(Map.of()));
    }

    private static Figure lot(Sized item) {
        return (Figure) compute(item);
    }
}
