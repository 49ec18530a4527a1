package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.spi.OrderQuantityFormula;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** On d = 20 a day (D = 7300), K = 80, h = 10, c = 40, p = 100: plain lot 341.76. */
class LotFormulasTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final double PLAIN = 341.7601498127011;

    @Test
    void plannedBackordersEnlargeTheLot() {
        // p = 2.5 * 40 = 100 a year: sqrt((10 + 100) / 100) larger, 10 / 110 of it waited for
        Figure lot = lot(BackorderFormula.of(BackorderFormula.Config.DEFAULTS), Sized.flagship());
        assertEquals(PLAIN * Math.sqrt(1.1), lot.value(), 1e-9);
        assertEquals(
                PLAIN * Math.sqrt(1.1) / 11,
                ((Figure) lot.find("plannedBackorders").orElseThrow()).value(),
                1e-9);
    }

    @Test
    void aFiniteRateOfProductionEnlargesTheLot() {
        // 1 - D / P = 3 / 4
        Figure lot = lot(ProductionFormula.of(ProductionFormula.Config.DEFAULTS), Sized.flagship());
        assertEquals(PLAIN / Math.sqrt(0.75), lot.value(), 1e-9);
    }

    @Test
    void disruptionsEnlargeTheLot() {
        // root of the derivative found with mpmath 1.3.0: lambda 0.27, mu 365 / 30
        Figure lot = lot(DisruptionFormula.of(DisruptionFormula.Config.DEFAULTS), Sized.flagship());
        assertEquals(1059.612092117919, lot.value(), 1e-7);
        assertTrue(lot.find("approximateLot").isPresent());
    }

    @Test
    void withoutAShortageCostDisruptionsAreNotWeighed() {
        Sized noShortage = Sized.plain(20, 6, 112, 11.2).costs(40, 80);
        Figure lot = lot(DisruptionFormula.of(DisruptionFormula.Config.DEFAULTS), noShortage);
        assertEquals(PLAIN, lot.value(), 1e-9);
        assertEquals(Finding.UNKNOWN, lot.find("shortageCost").orElseThrow().text());
    }

    @Test
    void theVariantsKeepTheStandInsAndTheLimits() {
        Sized noOrderCost = Sized.plain(20, 6, 112, 11.2).classes("B", "E");
        Figure assumed = lot(ProductionFormula.of(ProductionFormula.Config.DEFAULTS), noOrderCost);
        assertEquals(600, assumed.value(), 1e-9);
        assertEquals("ASSUMED_LOT", assumed.find("warning").orElseThrow().text());
    }

    @Test
    void aNeighbourMultipleIsJudgedByTheCostOfDisruptions() {
        // computed with mpmath 1.3.0: g(1000) = 13221.31, g(1100) = 13215.97
        Sized boxed = Sized.flagship().limits(NONE, NONE, OptionalDouble.of(100));
        assertEquals(
                1100,
                lot(DisruptionFormula.of(DisruptionFormula.Config.DEFAULTS), boxed)
                        .value());
    }

    @Test
    void daysOfSupplyGoByClass() {
        DaysOfSupply formula = new DaysOfSupply(DaysOfSupply.Config.DEFAULTS);
        assertEquals(140, lot(formula, Sized.flagship().classes("A", "E")).value(), 1e-9);
        assertEquals(600, lot(formula, Sized.flagship().classes("B", "E")).value(), 1e-9);
        assertEquals(1800, lot(formula, Sized.flagship().classes("C", "E")).value(), 1e-9);
        assertEquals(600, lot(formula, Sized.flagship().classes("NONE", "E")).value(), 1e-9);
    }

    @Test
    void aKanbanOrderIsOneContainer() {
        // 20 a day * 112 d * 1.1 / 250 = 9.856
        Figure lot = lot(
                new KanbanFormula(KanbanFormula.Config.DEFAULTS),
                Sized.flagship().limits(NONE, NONE, OptionalDouble.of(250)));
        assertEquals(250, lot.value());
        assertEquals(10, ((Figure) lot.find("kanbanCards").orElseThrow()).value());
    }

    @Test
    void kanbanSettingsStandInForTheSupplier() {
        // 20 a day * 2 d * 1.1 / 50 = 0.88
        Figure lot = lot(new KanbanFormula(new KanbanFormula.Config(50, 2, 0.1, 0.8)), Sized.flagship());
        assertEquals(50, lot.value());
        assertEquals(1, ((Figure) lot.find("kanbanCards").orElseThrow()).value());
    }

    @Test
    void aContainerOfMoreThanAYearIsNotCut() {
        Figure lot = lot(new KanbanFormula(new KanbanFormula.Config(20000, 2, 0.1, 0.8)), Sized.flagship());
        assertEquals(20000, lot.value());
    }

    @Test
    void kanbanNamesWhatItLacks() {
        Explanation size = new KanbanFormula(KanbanFormula.Config.DEFAULTS)
                .compute(Sized.flagship().leadTime(Optional.empty()).item(Map.of()));
        assertEquals("container, leadTime", ((Finding) size).value());
    }

    @Test
    void aSmallestOrderBeyondTheShelfLifeIsWarnedOf() {
        Sized perishable = Sized.flagship().limits(OptionalDouble.of(50), OptionalDouble.of(1000), NONE);
        Figure lot = lot(new EoqFormula(EoqFormula.Config.DEFAULTS), perishable);
        assertEquals("MOQ_ABOVE_SHELF_LIFE", lot.find("warning").orElseThrow().text());
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> new EoqFormula.Config("abc", 1.5, 7, 30, 90, 365, 0.8))
                .getMessage()
                .startsWith("carryingRate must be in [0, 1]"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new ProductionFormula.Config("abc", 0.25, 7, 30, 90, 365, 0.8, 1))
                .getMessage()
                .startsWith("productionRatio must be finite and above 1"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new DisruptionFormula.Config("abc", 0.25, 7, 30, 90, 0, 0.8, 0.27, 30))
                .getMessage()
                .startsWith("maximumDays must be finite and above 0"));
    }

    private static Figure lot(OrderQuantityFormula formula, Sized item) {
        return (Figure) formula.compute(item.item(Map.of()));
    }
}
