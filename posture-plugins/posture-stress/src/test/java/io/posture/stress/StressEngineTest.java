package io.posture.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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
        SecondSource paper = network.secondSources().get(0);
        assertEquals("a", paper.item());
        assertEquals(SecondSource.State.PAPER, paper.state());
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
        assertTrue(result.remarks().get(0).endsWith(": days without supply are united"));
        assertTrue(result.remarks().get(1).endsWith(": rises of demand multiply"));
    }

    @Test
    void openOrdersTakeThePlaceOfTheSteadyPipeline() {
        Source source = Source.of("V", 1, 10)
                .withLane("sea")
                .withOpenOrders(List.of(new OpenOrder(3, 50), new OpenOrder(8, 50)));
        StressNetwork network = Networks.of(Networks.bought("a", 30, source));
        // what was ordered is sent: 30 + 50 + 50 last 13 days; nothing comes on the days 11 to 16
        ItemImpact supplier =
                Networks.run(network, new Shock.SupplierDown("V", 6)).impacts().get(0);
        assertEquals(OptionalInt.of(14), supplier.firstStockOutDay());
        assertEquals(30, supplier.lostPieces(), 1e-9);
        // a closed lane stops what is on it: day 3 becomes 9, day 8 becomes 14, and what comes every day from 17 on
        ItemImpact lane =
                Networks.run(network, new Shock.LaneClosed("sea", 6)).impacts().get(0);
        assertEquals(OptionalInt.of(4), lane.firstStockOutDay());
        assertEquals(50, lane.lostPieces(), 1e-9);
        assertEquals(5, lane.daysOut());
    }

    @Test
    void datedOrdersAndASteadyPipelineOfTheSameGoodsLastAsLong() {
        List<OpenOrder> orders = List.of(new OpenOrder(1, 200), new OpenOrder(21, 200), new OpenOrder(41, 200));
        StressNetwork network = Networks.of(
                Networks.bought("dated", 50, Source.of("V", 1, 60).withOpenOrders(orders)),
                Networks.bought("steady", 50, Source.of("V", 1, 60)));
        for (ItemImpact impact :
                Networks.run(network, new Shock.SupplierDown("V", 30)).impacts()) {
            // 60 days of goods on their way, five of stock
            assertEquals(OptionalInt.of(66), impact.firstStockOutDay(), impact::item);
            assertEquals(250, impact.lostPieces(), 1e-9, impact::item);
        }
    }

    @Test
    void whatIsShortAnywayIsNotChargedToTheScenario() {
        Source source = Source.of("V", 1, 10).withOpenOrders(List.of(new OpenOrder(4, 100)));
        StressNetwork network = Networks.of(Networks.bought("a", 0, source));
        // nothing there for three days: 10 a day are short anyway, 11 with the rise
        ItemImpact rise =
                Networks.run(network, new Shock.DemandUp(0.1, 5)).impacts().get(0);
        assertEquals(3, rise.lostPieces(), 1e-9);
        assertEquals(OptionalInt.of(1), rise.firstStockOutDay());
        assertEquals(3, rise.daysOut());
        assertEquals(new ItemImpact.Anyway(3, 30, 0), rise.anyway());
        // the order of day 4 lasts to day 13; nothing comes on the days 11 to 14
        ItemImpact down =
                Networks.run(network, new Shock.SupplierDown("V", 4)).impacts().get(0);
        assertEquals(OptionalInt.of(14), down.firstStockOutDay());
        assertEquals(10, down.lostPieces(), 1e-9);
        // one day less, and the scenario adds nothing
        ItemImpact none =
                Networks.run(network, new Shock.SupplierDown("V", 3)).impacts().get(0);
        assertFalse(none.isHit());
        assertEquals(3, none.anyway().daysOut());
    }

    @Test
    void backlogWaitsAndNoOtherItemCountsForIt() {
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
        // 10 pieces wait after the first day and 20 after the second; they are not caught up
        assertEquals(30, impact.backorderPieceDays(), 1e-9);
        assertEquals(20, impact.waitingPieces(), 1e-9);
        assertEquals(2, impact.daysOut());
        ScenarioResult alone = Networks.run(Networks.of(item), new Shock.SupplierDown("V", 2));
        assertEquals(impact, Networks.impact(alone, "a"));
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
        // half of the safety stock has been used when the shock comes: 90 pieces for ten days
        StressScenario scenario = StressScenario.of(new Shock.SupplierDown("V", 10));
        StressSettings half = StressSettings.DEFAULTS.withSafetyStockShare(0.5);
        assertEquals(10, StressEngine.of(network, half).run(scenario).lostPieces(), 1e-9);
    }

    @Test
    void cheapestRemedyThatCuresWins() {
        StressNetwork network = Networks.of(
                Networks.bought("a", 0, Source.of("V", 1, 0)), Networks.bought("b", 0, Source.of("V", 1, 0)));
        List<Remedy> remedies = List.of(
                new Remedy.ExtraStock("a", 50, 1),
                new Remedy.ExtraStock("a", 100, 900),
                secondSource("a", Source.alternate("W", new RampUp(1, 0, 0)), 700),
                secondSource("a", Source.alternate("W", new RampUp(1, 5, 0)), 10));
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

    private static Remedy secondSource(String item, Source source, double costPerYear) {
        return new Remedy.SecondSource(item, List.of(source), costPerYear);
    }

    @Test
    void secondSourceThatTheShockStopsIsNoRemedy() {
        List<SupplyNode> nodes = List.of(
                SupplyNode.of("V", NodeKind.SUPPLIER).withRegion("CN"),
                SupplyNode.of("W", NodeKind.SUPPLIER).withRegion("CN"),
                SupplyNode.of("deep", NodeKind.SUPPLIER).withTier(2));
        List<SupplyLink> links = List.of(
                SupplyLink.of("deep", "V").with(0, 0),
                SupplyLink.of("deep", "W").with(0, 0));
        StressNetwork network = StressNetwork.of(
                nodes,
                links,
                List.of(Networks.bought(
                        "a", 0, Source.of("V", 1, 0).withPlant("P").withLane("L"))));
        Source offer = Source.alternate("W", new RampUp(1, 0, 0)).withPlant("P").withLane("L");
        for (Shock shock : List.of(
                new Shock.NodeDown("P", 10),
                new Shock.LaneClosed("L", 10),
                new Shock.NodeDown("CN", 10),
                new Shock.NodeDown("deep", 10))) {
            ScenarioResult result = StressEngine.of(
                            network, StressSettings.DEFAULTS, List.of(secondSource("a", offer, 1)))
                    .run(StressScenario.of(shock));
            assertEquals(100, result.lostPieces(), 1e-9, shock::text);
            assertTrue(Networks.impact(result, "a").cheapestFix().isEmpty(), shock::text);
        }
        ScenarioResult supplier = StressEngine.of(
                        network, StressSettings.DEFAULTS, List.of(secondSource("a", offer, 1)))
                .run(StressScenario.of(new Shock.SupplierDown("V", 10)));
        assertTrue(Networks.impact(supplier, "a").cheapestFix().orElseThrow().cures());
    }

    @Test
    void alternateDeliversNothingThatItsDeadPlantWouldHaveHadToMake() {
        Source first = Source.of("V", 1, 5).withPlant("P");
        Source other = new Source("W", "P", "", 0, OptionalDouble.of(40), new RampUp(1, 5, 0), List.of());
        StressNetwork network = Networks.of(Networks.bought("a", 50, first, other));
        // five days from the pipeline, five from stock; what W would send from day 6 on must be made from day 1 on
        ItemImpact impact =
                Networks.run(network, new Shock.NodeDown("P", 30)).impacts().get(0);
        assertEquals(OptionalInt.of(11), impact.firstStockOutDay());
        assertEquals(250, impact.lostPieces(), 1e-9);
        assertEquals(0, Networks.run(network, new Shock.SupplierDown("V", 30)).lostPieces(), 1e-9);
    }

    @Test
    void alternateIsLaterWhenAllLeadTimesGrow() {
        // W needs 10 days of which 4 are its lead time; three times that makes 18, and V misses the days 6 to 15
        Source other = new Source("W", "", "", 0, OptionalDouble.of(4), new RampUp(1, 10, 0), List.of());
        StressNetwork network = Networks.of(Networks.bought("a", 0, Source.of("V", 1, 5), other));
        assertEquals(100, Networks.run(network, new Shock.LeadTimesTimes(3)).lostPieces(), 1e-9);
        // back to normal after four days: V misses the days 6 to 9, W would be there from day 11 on
        Shock four = new Shock.LeadTimesTimes(3, OptionalInt.of(4), 0);
        assertEquals(40, Networks.run(network, four).lostPieces(), 1e-9);
        // V misses the days 21 to 40, W is there from day 15 on
        StressNetwork slow = Networks.of(Networks.bought("a", 0, Source.of("V", 1, 20), other));
        assertEquals(0, Networks.run(slow, new Shock.LeadTimesTimes(2)).lostPieces(), 1e-9);
    }

    @Test
    void numberOfThreadsChangesNothing() {
        List<StressItem> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add(Networks.bought("item" + i, i, Source.of("V" + i % 7, 1, i % 13)));
        }
        StressNetwork network = StressNetwork.of(List.of(), List.of(), items);
        List<StressScenario> scenarios = IntStream.range(0, 7)
                .mapToObj(i -> StressScenario.of(new Shock.SupplierDown("V" + i, 20)))
                .toList();
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
        StressSettings few = new StressSettings(10, 1, 1);
        ScenarioResult result = StressEngine.of(network, few).run(StressScenario.of(new Shock.SupplierDown("V", 30)));
        assertEquals(100, result.lostPieces(), 1e-9);
        assertTrue(result.remarks().get(0).contains("lasts longer than 10 days for 1 item"));
        // longer than two years is not cut by itself
        ScenarioResult all = Networks.run(network, new Shock.SupplierDown("V", 1000));
        assertEquals(10_000, all.lostPieces(), 1e-6);
        assertTrue(all.remarks().isEmpty());
    }
}
