package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * d = 10 a day, sd = 6, c = 40, p = 100 and 365 days left: the level of least expected cost is 3714.87, found by integrating
 * the cost of a normal need of 3650 and 114.63 numerically with scipy 1.17.1.
 */
class LastTimeBuyTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();
    /** The end of the 104 weeks from 1 January 2024. */
    private static final LocalDate END = LocalDate.of(2025, 12, 29);

    private static final LocalDate A_YEAR_ON = END.plusDays(364);

    @Test
    void theRemainingNeedIsBoughtAtOnce() {
        Figure order = order(LotItem.of(part()).ending(A_YEAR_ON));
        assertEquals(365, figure(order, "daysLeft").value());
        assertEquals(3650, figure(order, "remainingNeed").value(), 1e-9);
        assertEquals(3714.8746166, figure(order, "lastLevel").value(), 1e-5);
        assertEquals(3715, order.value());
        assertEquals(3715, figure(order, "lastTimeBuy").value());
    }

    @Test
    void stockOnHandIsTakenOff() {
        assertEquals(
                2715, order(LotItem.of(part()).ending(A_YEAR_ON).holding(1000)).value());
        assertEquals(
                0, order(LotItem.of(part()).ending(A_YEAR_ON).holding(4000)).value());
    }

    @Test
    void unknownStockIsSaid() {
        assertEquals(
                "unknown",
                order(LotItem.of(part()).ending(A_YEAR_ON))
                        .find("usableStock")
                        .orElseThrow()
                        .text());
    }

    @Test
    void theSupplierTakesMultiplesAndAMinimum() {
        Sized boxed = part().limits(NONE, OptionalDouble.of(5000), OptionalDouble.of(400));
        assertEquals(5200, order(LotItem.of(boxed).ending(A_YEAR_ON)).value());
        assertEquals(
                4000,
                order(LotItem.of(part().limits(NONE, NONE, OptionalDouble.of(400)))
                                .ending(A_YEAR_ON))
                        .value());
    }

    @Test
    void noMoreIsBoughtThanIsUsedBeforeItExpires() {
        // 0.8 * 100 d * 10 a day
        Sized perishable = part().limits(OptionalDouble.of(100), NONE, NONE);
        assertEquals(800, order(LotItem.of(perishable).ending(A_YEAR_ON)).value());
    }

    @Test
    void aNeedThatHasEndedNeedsNothing() {
        assertEquals(0, order(LotItem.of(part()).ending(END.minusDays(30))).value());
    }

    @Test
    void anOrderThatComesTooLateIsWarnedOf() {
        Figure order = order(LotItem.of(part()).ending(END.plusDays(10)));
        assertEquals("LAST_TIME_BUY_LATE", order.find("warning").orElseThrow().text());
        assertTrue(order.value() > 0);
        assertTrue(order(LotItem.of(part()).ending(A_YEAR_ON)).find("warning").isEmpty());
    }

    @Test
    void missingFactsAreNamedAndNothingIsOrdered() {
        Figure order = order(LotItem.of(Sized.plain(10, 6, 20, 2)).obsolete());
        assertEquals(0, order.value());
        assertEquals(
                "endOfLife, unitCost, shortageCost",
                order.find("lastTimeBuy").orElseThrow().text());
    }

    @Test
    void everyOrderQuantityEndsInTheLastTimeBuy() {
        SizedItem item = LotItem.of(part()).ending(A_YEAR_ON).item();
        for (Explanation size : new Explanation[] {
            new DaysOfSupply(DaysOfSupply.Config.DEFAULTS).compute(item),
            new KanbanFormula(KanbanFormula.Config.DEFAULTS).compute(item),
            BackorderFormula.of(BackorderFormula.Config.DEFAULTS).compute(item)
        }) {
            assertEquals(3715, ((Figure) size).value());
        }
    }

    @Test
    void withoutDemandThereIsNothingToBuy() {
        Sized idle = part().demand(Sized.demand(0, OptionalDouble.of(0), DemandClass.NO_DEMAND, 104));
        assertEquals(0, order(LotItem.of(idle).ending(A_YEAR_ON)).value());
    }

    private static Sized part() {
        return Sized.plain(10, 6, 20, 2).costs(40, 80).shortage(100);
    }

    private static Figure figure(Figure order, String name) {
        return (Figure) order.find(name).orElseThrow();
    }

    private static Figure order(LotItem item) {
        return (Figure) new EoqFormula(EoqFormula.Config.DEFAULTS).compute(item.item());
    }
}
