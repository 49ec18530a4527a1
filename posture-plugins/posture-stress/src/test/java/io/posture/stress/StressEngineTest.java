package io.posture.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Expected numbers are worked out by hand, those of the worked chain are DOMAIN's. */
class StressEngineTest {

    @Test
    void workedChainSurvivesThirtyDaysAndLosesTwentySixOfSixty() {
        assertFalse(flagship(30, RampUp.NONE).isHit());
        ItemImpact sixty = flagship(60, RampUp.NONE);
        assertEquals(527.4, sixty.lostPieces(), 0.05);
        assertEquals(OptionalInt.of(34), sixty.firstStockOutDay());
        assertEquals(59.4, flagship(60, new RampUp(0.6, 21, 0)).lostPieces(), 0.05);
    }

    private static ItemImpact flagship(int days, RampUp alternate) {
        StressItem item = StressItem.bought(
                "flagship",
                20,
                100,
                new ItemStock(604.998, 604.998, 67.5541),
                List.of(
                        Source.of("V", 1, 112).withLane("sea"),
                        Source.alternate("W", alternate).withLane("air")));
        return Networks.run(Networks.of(item), new Shock.LaneClosed("sea", days))
                .impacts()
                .get(0);
    }

    @Test
    void goodsAlreadySentKeepComingWhenTheSupplierFails() {
        StressNetwork network = Networks.of(Networks.bought("a", 40, Source.of("V", 1, 5)));
        ItemImpact impact =
                Networks.run(network, new Shock.SupplierDown("V", 8)).impacts().get(0);
        // five days from the pipeline, four from stock, four short
        assertEquals(OptionalInt.of(10), impact.firstStockOutDay());
        assertEquals(OptionalInt.of(9), impact.timeToSurviveDays());
        assertEquals(4, impact.daysOut());
        assertEquals(40, impact.lostPieces(), 1e-9);
        assertEquals(OptionalDouble.of(200), impact.lostMargin());
    }

    @Test
    void leadTimesThatGrowLeaveAGap() {
        StressNetwork network = Networks.of(Networks.bought("a", 0, Source.of("V", 1, 5)));
        ItemImpact forGood =
                Networks.run(network, new Shock.LeadTimesTimes(3)).impacts().get(0);
        assertEquals(OptionalInt.of(6), forGood.firstStockOutDay());
        assertEquals(10, forGood.daysOut());
        // orders placed after four days take five days again
        Shock short4 = new Shock.LeadTimesTimes(3, OptionalInt.of(4), 0);
        assertEquals(4, Networks.run(network, short4).impacts().get(0).daysOut());
    }

    @Test
    void riseOfDemandDrainsStock() {
        StressNetwork network = Networks.of(Networks.bought("a", 100, Source.of("V", 1, 5)));
        ItemImpact impact =
                Networks.run(network, new Shock.DemandUp(0.5, 30)).impacts().get(0);
        assertEquals(OptionalInt.of(21), impact.firstStockOutDay());
        assertEquals(50, impact.lostPieces(), 1e-9);
    }

    @Test
    void runningSourceWithRoomToSpareFillsInForTheOther() {
        StressItem item = Networks.bought(
                "a", 0, Source.of("V", 0.7, 0), Source.of("W", 0.3, 0).withSurge(new RampUp(0.2, 2, 4)));
        ItemImpact impact = Networks.run(Networks.of(item), new Shock.SupplierDown("V", 10))
                .impacts()
                .get(0);
        // 7 a day are missing; W adds nothing for two days, then 0.5, 1, 1.5 and 2 a day
        assertEquals(70 - 0.5 - 1 - 1.5 - 5 * 2, impact.lostPieces(), 1e-9);
    }

    @Test
    void alternateOfTheSamePlantIsOneOnPaperOnly() {
        StressItem item = Networks.bought(
                "a",
                0,
                Source.of("V", 0.5, 0).withPlant("P"),
                Source.of("W", 0.5, 0).withPlant("P").withSurge(new RampUp(1, 0, 0)));
        StressNetwork network = Networks.of(item);
        assertEquals(0, Networks.run(network, new Shock.SupplierDown("V", 10)).lostPieces(), 1e-9);
        assertEquals(100, Networks.run(network, new Shock.NodeDown("P", 10)).lostPieces(), 1e-9);
        StressNetwork.PaperSources paper = network.paperSources().get(0);
        assertEquals("a", paper.item());
        assertEquals(List.of("V", "W"), paper.suppliers());
        assertEquals(List.of("plant:P"), paper.shared());
    }

    @Test
    void regionTakesAllItsSuppliersAndPlantsDown() {
        List<SupplyNode> nodes = List.of(
                SupplyNode.of("V", NodeKind.SUPPLIER).withRegion("CN"),
                SupplyNode.of("P", NodeKind.PLANT).withRegion("CN"));
        StressNetwork network = StressNetwork.of(
                nodes,
                List.of(),
                List.of(
                        Networks.bought("a", 0, Source.of("V", 1, 0)),
                        Networks.bought("b", 0, Source.of("W", 1, 0).withPlant("P")),
                        Networks.bought("c", 0, Source.of("W", 1, 0))));
        ScenarioResult result = Networks.run(network, new Shock.NodeDown("CN", 3));
        assertEquals(
                List.of("a", "b"), result.hit().stream().map(ItemImpact::item).toList());
        assertEquals(60, result.lostPieces(), 1e-9);
    }

    @Test
    void outageDeepInTheChainArrivesLateAndShorter() {
        List<SupplyNode> nodes = List.of(
                SupplyNode.of("deep", NodeKind.SUPPLIER).withTier(3).withTimeToRecover(45),
                SupplyNode.of("middle", NodeKind.SUPPLIER).withTier(2),
                SupplyNode.of("V", NodeKind.SUPPLIER));
        List<SupplyLink> links = List.of(
                SupplyLink.of("deep", "middle").with(10, 14),
                SupplyLink.of("middle", "V").with(7, 3));
        StressNetwork network = StressNetwork.of(nodes, links, List.of(Networks.bought("a", 0, Source.of("V", 1, 0))));
        ItemImpact impact =
                Networks.run(network, new Shock.NodeDown("deep")).impacts().get(0);
        assertEquals(OptionalInt.of(35), impact.firstStockOutDay());
        assertEquals(28, impact.daysOut());
    }

    @Test
    void halfAnInputCostsHalfTheSupply() {
        List<SupplyLink> links = List.of(
                SupplyLink.of("x", "V").with(5, 0).asShare("steel", 0.5),
                SupplyLink.of("y", "V").with(5, 0).asShare("steel", 0.5));
        StressNetwork network = StressNetwork.of(
                List.of(SupplyNode.of("x", NodeKind.SUPPLIER), SupplyNode.of("y", NodeKind.SUPPLIER)),
                links.stream()
                        .map(link -> new SupplyLink(
                                link.upstream(), "supplier:V", link.input(), link.share(), link.coverDays(), 0))
                        .toList(),
                List.of(Networks.bought("a", 0, Source.of("V", 1, 0))));
        // five days of cover last ten when half is missing
        assertEquals(50, Networks.run(network, new Shock.NodeDown("x", 20)).lostPieces(), 1e-9);
        // both: everything is missing after five days
        assertEquals(
                150,
                Networks.run(network, new Shock.NodeDown("x", 20), new Shock.NodeDown("y", 20))
                        .lostPieces(),
                1e-9);
    }

    @Test
    void overlappingShocksAreUnitedAndSaid() {
        StressNetwork network = Networks.of(Networks.bought("a", 0, Source.of("V", 1, 0)));
        ScenarioResult result = Networks.run(
                network,
                new Shock.SupplierDown("V", 10),
                new Shock.SupplierDown("V", 10, 5),
                new Shock.DemandUp(0.5, 10),
                new Shock.DemandUp(0.2, 5));
        // 5 days at 18, 5 at 15, 5 at 10
        assertEquals(90 + 75 + 50, result.lostPieces(), 1e-9);
        assertEquals(2, result.remarks().size());
        assertTrue(result.remarks().get(0).contains("are united"));
    }

    @Test
    void openOrdersTakeThePlaceOfTheSteadyPipeline() {
        Source source = Source.of("V", 1, 10)
                .withLane("sea")
                .withOpenOrders(List.of(new OpenOrder(3, 50, true), new OpenOrder(8, 50, false)));
        StressNetwork network = Networks.of(Networks.bought("a", 30, source));
        // 30 + 50 last 8 days; what was not sent comes on day 14, and lasts to 18; steady from 11 + 6 on
        ItemImpact supplier =
                Networks.run(network, new Shock.SupplierDown("V", 6)).impacts().get(0);
        assertEquals(OptionalInt.of(9), supplier.firstStockOutDay());
        // days 9 to 13 short, one order for the days 14 to 16, in which nothing else arrives
        assertEquals(50, supplier.lostPieces(), 1e-9);
        // a closed lane stops what is on it too: day 3 becomes 9, day 8 becomes 14
        ItemImpact lane =
                Networks.run(network, new Shock.LaneClosed("sea", 6)).impacts().get(0);
        assertEquals(OptionalInt.of(4), lane.firstStockOutDay());
    }

    @Test
    void backlogWaitsUntilTheLedgerEnds() {
        StressItem item = new StressItem(
                "a",
                false,
                10,
                OptionalDouble.empty(),
                0,
                ItemStock.of(0),
                ShortageMode.BACKORDER,
                "",
                List.of(Source.of("V", 1, 0)),
                List.of());
        StressItem slow = Networks.bought("slow", 0, Source.of("V", 1, 20));
        ScenarioResult result = Networks.run(Networks.of(item, slow), new Shock.SupplierDown("V", 2));
        ItemImpact impact = Networks.impact(result, "a");
        assertEquals(22, result.days());
        assertEquals(0, impact.lostPieces(), 0);
        assertEquals(OptionalDouble.empty(), impact.lostMargin());
        assertEquals(10 + 20 * 21, impact.backorderPieceDays(), 1e-9);
        assertEquals(22, impact.daysOut());
    }

    @Test
    void safetyStockIsUsedBeforeStrategicStock() {
        StressItem item = StressItem.bought("a", 10, 5, new ItemStock(50, 40, 60), List.of(Source.of("V", 1, 0)));
        StressNetwork network = Networks.of(item);
        ItemImpact impact =
                Networks.run(network, new Shock.SupplierDown("V", 8)).impacts().get(0);
        assertFalse(impact.isHit());
        assertEquals(40, impact.safetyStockUsed(), 1e-9);
        assertEquals(30, impact.strategicUsed(), 1e-9);
        assertEquals(OptionalInt.of(6), impact.firstStrategicDay());
        StressScenario scenario = StressScenario.of(new Shock.SupplierDown("V", 8));
        StressSettings kept = StressSettings.DEFAULTS.withStrategicReleased(false);
        assertEquals(30, StressEngine.of(network, kept).run(scenario).lostPieces(), 1e-9);
        // half of the safety stock has been used when the shock comes
        StressSettings half = kept.withSafetyStockShare(0.5);
        assertEquals(50, StressEngine.of(network, half).run(scenario).lostPieces(), 1e-9);
    }

    @Test
    void cheapestRemedyThatCuresWins() {
        StressNetwork network = Networks.of(
                Networks.bought("a", 0, Source.of("V", 1, 0)), Networks.bought("b", 0, Source.of("V", 1, 0)));
        List<Remedy> remedies = List.of(
                new Remedy.ExtraStock("a", 50, 1),
                new Remedy.ExtraStock("a", 100, 900),
                new Remedy.SecondSource("a", new RampUp(1, 0, 0), 700),
                new Remedy.SecondSource("a", new RampUp(1, 5, 0), 10));
        ScenarioResult result = StressEngine.of(network, StressSettings.DEFAULTS, remedies)
                .run(StressScenario.of(new Shock.SupplierDown("V", 10)));
        ItemImpact.Fix fix = Networks.impact(result, "a").cheapestFix().orElseThrow();
        assertEquals(remedies.get(2), fix.remedy());
        assertTrue(fix.cures());
        assertTrue(Networks.impact(result, "b").cheapestFix().isEmpty());
        ScenarioResult poor = StressEngine.of(network, StressSettings.DEFAULTS, remedies.subList(0, 1))
                .run(StressScenario.of(new Shock.SupplierDown("V", 10)));
        ItemImpact.Fix half = Networks.impact(poor, "a").cheapestFix().orElseThrow();
        assertFalse(half.cures());
        assertEquals(250, half.lostMarginLeft(), 1e-9);
        assertEquals(5, half.daysOutLeft());
    }

    @Test
    void numberOfThreadsChangesNothing() {
        List<StressItem> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add(Networks.bought("item" + i, i, Source.of("V" + i % 7, 1, i % 13)));
        }
        StressNetwork network = StressNetwork.of(List.of(), List.of(), items);
        List<StressScenario> scenarios = StandardScenarios.everySupplier(network, 20);
        assertEquals(7, scenarios.size());
        assertEquals(
                StressEngine.of(network, StressSettings.DEFAULTS).run(scenarios),
                StressEngine.of(network, StressSettings.DEFAULTS.withThreads(3)).run(scenarios));
    }

    @Test
    void itemsOutOfReachAreNotReported() {
        StressNetwork network = Networks.of(
                Networks.bought("a", 0, Source.of("V", 1, 0)), Networks.bought("b", 0, Source.of("W", 1, 0)));
        assertEquals(
                1,
                Networks.run(network, new Shock.SupplierDown("V", 1)).impacts().size());
        assertEquals(
                2, Networks.run(network, new Shock.DemandUp(1, 1)).impacts().size());
        assertTrue(
                Networks.run(Networks.of(), new Shock.DemandUp(1, 1)).impacts().isEmpty());
    }

    @Test
    void ledgerThatIsCutShortSaysSo() {
        StressNetwork network = Networks.of(Networks.bought("a", 0, Source.of("V", 1, 0)));
        StressSettings few = new StressSettings(10, 1, true, 1);
        ScenarioResult result = StressEngine.of(network, few).run(StressScenario.of(new Shock.SupplierDown("V", 30)));
        assertEquals(100, result.lostPieces(), 1e-9);
        assertTrue(result.remarks().get(0).contains("until day 30; the ledgers stop after day 10"));
    }
}
