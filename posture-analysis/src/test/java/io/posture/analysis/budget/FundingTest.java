package io.posture.analysis.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.run.ItemEconomics;
import java.util.List;
import org.junit.jupiter.api.Test;

class FundingTest {

    private static Economics item(String sku, double cost, double today, double proposed) {
        return Economics.item(sku)
                .cost(cost)
                .shortage(20)
                .demand(730, 50, 10)
                .today(today)
                .proposed(proposed);
    }

    private static Funding of(Economics... items) {
        return Funding.of(
                Portfolio.of(List.of(items).stream().map(Economics::done).toList()));
    }

    @Test
    void releasesStandBeforeTheRaisesThatTheyPayFor() {
        // frees 30, 20; needs 10 (avoids most per money: nothing held) and 35
        Funding funding = of(
                item("big", 1, 60, 30), item("small", 1, 40, 20), item("first", 1, 0, 10), item("second", 7, 10, 15));
        List<String> order = funding.lines().stream()
                .map(line -> line.item().sku() + " " + line.cash() + " " + line.cumulated())
                .toList();
        assertEquals(List.of("big 30.0 30.0", "first -10.0 20.0", "small 20.0 40.0", "second -35.0 5.0"), order);
        assertTrue(funding.lines().stream().allMatch(Funding.Line::funded));
        assertEquals("[first, second]", partners(funding, 0));
        assertEquals("[big, small]", partners(funding, 3));
        assertEquals(50, funding.total(Funding.Kind.RELEASE));
        assertEquals(45, funding.total(Funding.Kind.RAISE));
        assertEquals(5, funding.net());
        // 30 pieces at 2 a day
        assertEquals(15, funding.lines().get(0).days().orElseThrow(), 1e-9);
    }

    private static String partners(Funding funding, int line) {
        return funding.lines().get(line).partners().stream()
                .map(id -> id.sku())
                .toList()
                .toString();
    }

    @Test
    void aRaiseThatNobodyPaysForSaysSo() {
        Funding funding = of(item("a", 1, 10, 5), item("b", 1, 0, 20));
        assertTrue(funding.lines().get(0).funded());
        assertFalse(funding.lines().get(1).funded());
        assertEquals(1, funding.unfunded());
        assertEquals(-15, funding.net());
    }

    @Test
    void releasesThatPayForNothingComeLast() {
        Funding funding = of(item("a", 1, 10, 5), item("b", 1, 20, 5));
        assertEquals("b", funding.lines().get(0).item().sku());
        assertEquals(20, funding.net());
        assertTrue(funding.lines().get(0).partners().isEmpty());
    }

    @Test
    void stockOfTodayThatIsNotKnownIsCountedAndNotTakenAsZero() {
        ItemEconomics unknown = Economics.item("unknown")
                .cost(5)
                .demand(730, 50, 10)
                .proposed(9)
                .done();
        Funding funding = Funding.of(Portfolio.of(List.of(unknown)));
        assertEquals(List.of(), funding.lines());
        assertEquals(1, funding.unknown());
    }

    @Test
    void centsAddUpWhateverTheyAreMadeOf() {
        Economics[] items = new Economics[200];
        for (int i = 0; i < items.length; i++) {
            items[i] = item("item" + (1000 + i), 0.1 * (1 + i % 37), i % 2 == 0 ? 100 : 3, 11 + i % 5);
        }
        Funding funding = of(items);
        long cents = 0;
        for (Funding.Line line : funding.lines()) {
            cents += Math.round(line.cash() * 100);
            assertEquals(cents, Math.round(line.cumulated() * 100));
            assertEquals(cents / 100.0, line.cumulated(), 0);
        }
        assertEquals(funding.net(), funding.total(Funding.Kind.RELEASE) - funding.total(Funding.Kind.RAISE), 1e-6);
    }

    @Test
    void theStockpileIsALineOfItsOwn() {
        Funding funding = of(item("a", 2, 10, 10).strategic(50, 20));
        assertEquals(1, funding.lines().size());
        assertEquals(Funding.Buffer.STRATEGIC, funding.lines().get(0).buffer());
        assertEquals(60, funding.lines().get(0).cash());
    }

    @Test
    void whatAPersonAloneMayReleasePaysForNoRaise() {
        Funding funding = of(item("vital", 1, 60, 30).vital(), item("small", 1, 40, 35), item("raised", 1, 0, 20));
        List<String> order = funding.lines().stream()
                .map(line -> line.item().sku() + " " + line.cash() + " " + line.cumulated() + " " + line.funded())
                .toList();
        assertEquals(List.of("small 5.0 5.0 true", "raised -20.0 -15.0 false", "vital 30.0 15.0 true"), order);
        assertEquals("[small]", partners(funding, 1));
        assertEquals("[]", partners(funding, 2));
        assertEquals(30, funding.byPerson());
        assertEquals(15, funding.net());
    }

    @Test
    void aStockpileThatIsWantedAndNotKnownTodayIsCounted() {
        Funding funding =
                of(item("a", 2, 10, 10).wanted(482), item("b", 2, 10, 10).wanted(0));
        assertEquals(List.of(), funding.lines());
        assertEquals(1, funding.unknown());
    }
}
