package io.posture.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Products made of components; expected numbers are worked out by hand. */
class BillOfMaterialsLedgerTest {

    @Test
    void scarceComponentGoesToContractsThenToMargin() {
        // the reference vector stress.allocate-01 as one day of a ledger
        StressItem first = StressItem.made("first", 40, 30, ItemStock.of(0), "", List.of(new BomLine("part", 2)))
                .withContract(5);
        StressItem second = StressItem.made("second", 50, 18, ItemStock.of(0), "", List.of(new BomLine("part", 1)))
                .withContract(10);
        StressItem part = StressItem.component("part", ItemStock.of(100), List.of(Source.of("V", 1, 0)));
        ScenarioResult result = Networks.run(Networks.of(first, second, part), new Shock.SupplierDown("V", 1));
        assertEquals(15, Networks.impact(result, "first").lostPieces(), 1e-9);
        assertEquals(0, Networks.impact(result, "second").lostPieces(), 1e-9);
        assertEquals(450, result.lostMargin(), 1e-9);
        assertEquals(OptionalInt.of(1), Networks.impact(result, "part").firstStockOutDay());
    }

    @Test
    void equalMarginsGoById() {
        StressItem part = StressItem.component("part", ItemStock.of(10), List.of(Source.of("V", 1, 0)));
        StressItem late = StressItem.made("z", 10, 5, ItemStock.of(0), "", List.of(new BomLine("part", 1)));
        StressItem early = StressItem.made("a", 10, 5, ItemStock.of(0), "", List.of(new BomLine("part", 1)));
        for (StressNetwork network : List.of(Networks.of(part, late, early), Networks.of(early, late, part))) {
            ScenarioResult result = Networks.run(network, new Shock.SupplierDown("V", 1));
            assertEquals(0, Networks.impact(result, "a").lostPieces(), 1e-9);
            assertEquals(10, Networks.impact(result, "z").lostPieces(), 1e-9);
        }
    }

    @Test
    void productThatLacksOneComponentLeavesTheOtherToOthers() {
        // both components come from V; rich needs x and y, poor needs x; there is no y at all
        StressItem rich = StressItem.made(
                "rich", 10, 100, ItemStock.of(0), "", List.of(new BomLine("x", 1), new BomLine("y", 1)));
        StressItem poor = StressItem.made("poor", 10, 1, ItemStock.of(0), "", List.of(new BomLine("x", 1)));
        StressItem x = StressItem.component("x", ItemStock.of(10), List.of(Source.of("V", 1, 0)));
        StressItem y = StressItem.component("y", ItemStock.of(0), List.of(Source.of("V", 1, 0)));
        ScenarioResult result = Networks.run(Networks.of(rich, poor, x, y), new Shock.SupplierDown("V", 1));
        assertEquals(10, Networks.impact(result, "rich").lostPieces(), 1e-9);
        assertEquals(0, Networks.impact(result, "poor").lostPieces(), 1e-9);
    }

    @Test
    void buffersAreNotUsedUpToFillOtherBuffers() {
        StressItem rich = StressItem.made("rich", 10, 100, ItemStock.of(50), "", List.of(new BomLine("part", 1)));
        StressItem poor = StressItem.made("poor", 10, 1, ItemStock.of(0), "", List.of(new BomLine("part", 1)));
        StressItem part = StressItem.component("part", ItemStock.of(50), List.of(Source.of("V", 1, 0)));
        ScenarioResult result = Networks.run(Networks.of(rich, poor, part), new Shock.SupplierDown("V", 5));
        // rich lives on its own stock, so that the component serves poor
        assertEquals(0, result.lostPieces(), 1e-9);
        assertFalse(Networks.impact(result, "part").isHit());
    }

    @Test
    void threeLevelsPassAShortageOn() {
        StressItem raw = StressItem.component("raw", ItemStock.of(60), List.of(Source.of("V", 1, 2)));
        StressItem half = new StressItem(
                "half",
                false,
                0,
                OptionalDouble.of(0),
                0,
                ItemStock.of(20),
                ShortageMode.BACKORDER,
                "P1",
                List.of(),
                List.of(new BomLine("raw", 2)));
        StressItem product = StressItem.made("product", 10, 3, ItemStock.of(15), "P2", List.of(new BomLine("half", 1)));
        StressNetwork network = Networks.of(raw, half, product);
        // 15 products, 20 halves, raw for 30: 65 of 200
        ScenarioResult supplier = Networks.run(network, new Shock.SupplierDown("V", 20));
        assertEquals(135, supplier.lostPieces(), 1e-9);
        assertEquals(OptionalInt.of(9), Networks.impact(supplier, "product").firstStockOutDay());
        // the last plant fails: only finished stock helps
        ScenarioResult last = Networks.run(network, new Shock.NodeDown("plant:P2", 20));
        assertEquals(185, last.lostPieces(), 1e-9);
        // the first plant fails: halves help too
        ScenarioResult first = Networks.run(network, new Shock.NodeDown("plant:P1", 20));
        assertEquals(165, first.lostPieces(), 1e-9);
    }

    @Test
    void spareSalesOfAComponentCompeteByMargin() {
        StressItem part = new StressItem(
                "part",
                true,
                10,
                OptionalDouble.of(50),
                0,
                ItemStock.of(12),
                ShortageMode.LOST,
                "",
                List.of(Source.of("V", 1, 0)),
                List.of());
        StressItem product = StressItem.made("product", 10, 20, ItemStock.of(0), "", List.of(new BomLine("part", 1)));
        ScenarioResult result = Networks.run(Networks.of(part, product), new Shock.SupplierDown("V", 1));
        assertEquals(0, Networks.impact(result, "part").lostPieces(), 1e-9);
        assertEquals(8, Networks.impact(result, "product").lostPieces(), 1e-9);
    }

    @Test
    void extraStockOfTheComponentCuresTheProduct() {
        StressItem part = StressItem.component("part", ItemStock.of(0), List.of(Source.of("V", 1, 0)));
        StressItem product = StressItem.made("product", 10, 20, ItemStock.of(0), "", List.of(new BomLine("part", 1)));
        ScenarioResult result = StressEngine.of(
                        Networks.of(part, product),
                        StressSettings.DEFAULTS,
                        List.of(new Remedy.ExtraStock("part", 30, 5)))
                .run(StressScenario.of(new Shock.SupplierDown("V", 3)));
        assertTrue(
                Networks.impact(result, "product").cheapestFix().orElseThrow().cures());
    }

    @Test
    void nothingHappensWithoutAShockInReach() {
        StressItem part = StressItem.component("part", ItemStock.of(5), List.of(Source.of("V", 1, 3)));
        StressItem product = StressItem.made("product", 10, 20, ItemStock.of(5), "P", List.of(new BomLine("part", 1)));
        StressItem other = Networks.bought("other", 0, Source.of("W", 1, 3));
        StressNetwork network = Networks.of(part, product, other);
        assertEquals(
                List.of("other"),
                Networks.run(network, new Shock.SupplierDown("W", 3)).impacts().stream()
                        .map(ItemImpact::item)
                        .toList());
        // a late beginning changes only the day
        ItemImpact late = Networks.impact(Networks.run(network, new Shock.SupplierDown("V", 3, 100)), "product");
        assertEquals(OptionalInt.of(105), late.firstStockOutDay());
        assertEquals(20, late.lostPieces(), 1e-9);
    }

    @Test
    void aWaitingComponentStopsCountingWhenNothingChangesAnyMore() {
        // 5 a day for itself, 10 for the product, which earns more; 45 pieces are missing in three days
        StressItem part = new StressItem(
                "part",
                false,
                5,
                OptionalDouble.empty(),
                0,
                ItemStock.of(0),
                ShortageMode.BACKORDER,
                "",
                List.of(Source.of("V", 1, 0)),
                List.of());
        StressItem product = StressItem.made("product", 10, 20, ItemStock.of(0), "", List.of(new BomLine("part", 1)));
        StressItem slow = Networks.bought("slow", 0, Source.of("V", 1, 90));
        for (StressNetwork network : List.of(Networks.of(part, product), Networks.of(part, product, slow))) {
            ScenarioResult result = Networks.run(network, new Shock.SupplierDown("V", 3));
            ItemImpact waits = Networks.impact(result, "part");
            assertEquals(3, waits.daysOut());
            assertEquals(15, waits.waitingPieces(), 1e-9);
            assertEquals(5 + 10 + 15, waits.backorderPieceDays(), 1e-9);
            assertEquals(30, Networks.impact(result, "product").lostPieces(), 1e-9);
        }
    }

    @Test
    void whatAProductLacksAnywayIsNotChargedToTheScenario() {
        // 20 parts on day 3: nothing on the days 1 and 2, enough until steady goods come on day 5
        Source source = Source.of("V", 1, 4).withOpenOrders(List.of(new OpenOrder(3, 20)));
        StressItem part = StressItem.component("part", ItemStock.of(0), List.of(source));
        StressItem product = StressItem.made("product", 10, 20, ItemStock.of(0), "", List.of(new BomLine("part", 1)));
        ScenarioResult result = Networks.run(Networks.of(part, product), new Shock.SupplierDown("V", 3));
        // the days 5 to 7
        ItemImpact impact = Networks.impact(result, "product");
        assertEquals(OptionalInt.of(5), impact.firstStockOutDay());
        assertEquals(3, impact.daysOut());
        assertEquals(30, impact.lostPieces(), 1e-9);
        assertEquals(new ItemImpact.Anyway(2, 20, 0), impact.anyway());
        assertEquals(OptionalInt.of(5), Networks.impact(result, "part").firstStockOutDay());
        assertEquals(2, Networks.impact(result, "part").anyway().daysOut());
    }

    @Test
    void theBestOfRemediesThatDoNotCureIsTheBestForTheItemItself() {
        StressItem part = StressItem.component("part", ItemStock.of(0), List.of(Source.of("V", 1, 0)));
        StressItem dear = StressItem.made("dear", 10, 100, ItemStock.of(0), "", List.of(new BomLine("part", 1)));
        StressItem cheap = StressItem.made("cheap", 10, 1, ItemStock.of(0), "", List.of(new BomLine("part", 1)));
        ScenarioResult result = StressEngine.of(
                        Networks.of(part, dear, cheap),
                        StressSettings.DEFAULTS,
                        List.of(new Remedy.ExtraStock("dear", 100, 1), new Remedy.ExtraStock("cheap", 90, 500)))
                .run(StressScenario.of(new Shock.SupplierDown("V", 10)));
        ItemImpact.Fix fix = Networks.impact(result, "cheap").cheapestFix().orElseThrow();
        assertEquals("cheap", fix.remedy().item());
        assertEquals(10, fix.lostPiecesLeft(), 1e-9);
        assertEquals(1, fix.daysOutLeft());
        assertTrue(Networks.impact(result, "dear").cheapestFix().orElseThrow().cures());
    }
}
