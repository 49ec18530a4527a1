package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.PriceBreak;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Worked by hand on d = 20 a day (D = 7300), K = 80, i = 0.25, c = 40: plain lot 341.76. */
class PriceBreakTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void aBreakThatPaysIsTaken() {
        // 341.76 at 40: 292000 + 3417.60 a year; 1000 at 39: 284700 + 584 + 4875
        Figure lot = lot(LotItem.of(Sized.flagship()).priced(all(1000, 39)));
        assertEquals(1000, lot.value(), 1e-9);
        assertEquals("eoq.allUnits.1", ((Origin.Formula) lot.origin()).id());
        assertEquals(290159, cost(lot), 1e-6);
    }

    @Test
    void everyPriceShowsItsBestLot() {
        Figure lot = lot(LotItem.of(Sized.flagship()).priced(all(1000, 39), all(5000, 38.9)));
        List<Figure> atPrice = lot.because().stream()
                .filter(node -> node.name().equals("lotAtPrice"))
                .map(Figure.class::cast)
                .toList();
        assertEquals(3, atPrice.size());
        assertEquals(341.7601498127011, atPrice.get(0).value(), 1e-9);
        assertEquals(295417.601498127, cost(atPrice.get(0)), 1e-6);
        assertEquals(1000, atPrice.get(1).value());
        assertEquals(5000, atPrice.get(2).value());
        // 38.9 * 7300 + 80 * 7300 / 5000 + 0.25 * 38.9 * 5000 / 2
        assertEquals(308399.3, cost(atPrice.get(2)), 1e-6);
    }

    @Test
    void aBreakThatDoesNotPayIsLeft() {
        assertEquals(
                341.7601498127011,
                lot(LotItem.of(Sized.flagship()).priced(all(1000, 39.99))).value(),
                1e-9);
    }

    @Test
    void incrementalBreaksCountTheDearerPieces() {
        // F = 100 * (40 - 36) = 400: sqrt(2 * 480 * 7300 / (0.25 * 36))
        Figure lot = lot(LotItem.of(Sized.flagship()).priced(new PriceBreak(100, 36, true)));
        assertEquals(Math.sqrt(2 * 480 * 7300 / 9.0), lot.value(), 1e-9);
        assertEquals("eoq.incremental.1", ((Origin.Formula) lot.origin()).id());
    }

    @Test
    void theUnitCostGivesWayToThePriceFromOnePieceOn() {
        // 10 instead of 40: sqrt(2 * 80 * 7300 / 2.5)
        assertEquals(
                Math.sqrt(2 * 80 * 7300 / 2.5),
                lot(LotItem.of(Sized.flagship()).priced(all(1, 10))).value(),
                1e-9);
    }

    @Test
    void theOrderOfTheBreaksDoesNotMatter() {
        PriceBreak[] breaks = {all(2000, 37), all(500, 39.5), all(1000, 39)};
        PriceBreak[] turned = {all(1000, 39), all(2000, 37), all(500, 39.5)};
        assertEquals(
                lot(LotItem.of(Sized.flagship()).priced(breaks)),
                lot(LotItem.of(Sized.flagship()).priced(turned)));
    }

    @Test
    void aHigherPriceOrAnotherKindIsLeftOutWithAWarning() {
        Figure lot = lot(
                LotItem.of(Sized.flagship()).priced(all(1000, 39), all(1200, 39.5), new PriceBreak(3000, 20, true)));
        assertEquals(1000, lot.value(), 1e-9);
        Explanation warning = lot.find("warning").orElseThrow();
        assertEquals("PRICE_BREAK_IGNORED", warning.text());
        assertEquals(2, warning.because().size());
    }

    @Test
    void theCheapestMultipleOfAnyPriceIsOrdered() {
        // 1000 is no multiple of 300: 1200 at 39 costs 284700 + 486.67 + 5850, 300 at 40 costs 292000 + 3446.67
        Figure lot = lot(LotItem.of(Sized.flagship().limits(NONE, NONE, OptionalDouble.of(300)))
                .priced(all(1000, 39)));
        assertEquals(1200, lot.value());
        assertEquals("eoq.constrainedPriced.1", ((Origin.Formula) lot.origin()).id());
    }

    @Test
    void shelfLifeKeepsALotFromABreak() {
        // usable 0.8 * 50 d * 20 a day = 800: the break at 1000 is out of reach
        Figure lot = lot(LotItem.of(Sized.flagship().limits(OptionalDouble.of(50), NONE, NONE))
                .priced(all(1000, 30)));
        assertEquals(342, lot.value());
    }

    @Test
    void aYearOfDemandKeepsALotFromABreak() {
        Figure lot = lot(LotItem.of(Sized.flagship()).priced(all(8000, 20)));
        assertEquals(341.7601498127011, lot.value(), 1e-9);
        assertEquals("LOT_CUT_TO_YEAR", lot.find("warning").orElseThrow().text());
    }

    @Test
    void withoutAnOrderCostABreakMustPayItsHoldingAlone() {
        Sized noOrderCost = Sized.plain(20, 6, 112, 11.2).classes("A", "E");
        // assumed 140 at 40; 1000 at 39: saves 7300, holds 4875 - 700 more
        Figure taken = lot(LotItem.of(noOrderCost).priced(all(1, 40), all(1000, 39)));
        assertEquals(1000, taken.value(), 1e-9);
        assertEquals("ASSUMED_LOT", taken.find("warning").orElseThrow().text());
        // 1000 at 39.5: saves 3650, holds 4937.5 - 700 more
        assertEquals(
                140,
                lot(LotItem.of(noOrderCost).priced(all(1, 40), all(1000, 39.5))).value(),
                1e-9);
    }

    @Test
    void anUnknownPriceBelowTheFirstBreakIsAnAssumption() {
        Sized noUnitCost = Sized.plain(20, 6, 112, 11.2).classes("A", "E");
        Figure lot = lot(LotItem.of(noUnitCost).priced(all(100, 40), all(1000, 39)));
        Explanation first =
                lot.find("lotAtPrice").orElseThrow().find("unitPrice").orElseThrow();
        assertTrue(first.origin() instanceof Origin.Assumption);
        assertEquals("40", first.text());
    }

    private static PriceBreak all(double minPieces, double unitPrice) {
        return new PriceBreak(minPieces, unitPrice, false);
    }

    private static double cost(Figure lot) {
        return ((Figure) lot.find("yearlyCost").orElseThrow()).value();
    }

    private static Figure lot(LotItem item) {
        Explanation size = new EoqFormula(EoqFormula.Config.DEFAULTS).compute(item.item());
        if (size instanceof Finding missing) {
            throw new AssertionError("no lot: " + missing);
        }
        return (Figure) size;
    }
}
