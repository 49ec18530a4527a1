package io.posture.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Parts of the map that are missing, wrong or in a circle. */
class StressNetworkTest {

    @Test
    void unknownPartsAreStatesOfTheirOwn() {
        StressItem item = new StressItem(
                "a",
                true,
                10,
                OptionalDouble.empty(),
                0,
                ItemStock.of(0),
                ShortageMode.LOST,
                "",
                List.of(new Source("", "", "", 1, OptionalDouble.empty(), RampUp.NONE, List.of())),
                List.of());
        StressItem orphan = StressItem.component("orphan", ItemStock.of(0), List.of());
        StressItem made = StressItem.made("made", 1, 1, ItemStock.of(0), "", List.of(new BomLine("ghost", 1)));
        StressNetwork network = StressNetwork.of(
                List.of(SupplyNode.of("V", NodeKind.SUPPLIER), SupplyNode.of("W", NodeKind.SUPPLIER)),
                List.of(SupplyLink.of("W", "V")),
                List.of(item, orphan, made));
        assertEquals(List.of("supplier:V", "supplier:W"), network.unknown().get(Unknown.UPSTREAM));
        assertEquals(List.of("supplier:V", "supplier:W"), network.unknown().get(Unknown.REGION));
        assertEquals(List.of("supplier:W -> supplier:V"), network.unknown().get(Unknown.COVER));
        for (Unknown kind : List.of(Unknown.SUPPLIER, Unknown.PLANT, Unknown.LANE, Unknown.LEAD_TIME, Unknown.MARGIN)) {
            assertEquals(List.of("a"), network.unknown().get(kind), kind::name);
        }
        assertEquals(List.of("made", "orphan"), network.unknown().get(Unknown.SOURCE));
        assertEquals(List.of("ghost"), network.unknown().get(Unknown.COMPONENT));
        // nothing reaches an item of which nothing is known
        assertEquals(
                0,
                Networks.run(network, new Shock.SupplierDown("V", 9)).impacts().size());
    }

    @Test
    void nodesThatOnlyItemsNameCanFailAndAreNamed() {
        StressNetwork network = Networks.of(
                Networks.bought("a", 0, Source.of("V", 1, 0).withPlant("P").withLane("L")));
        assertEquals(
                List.of("lane:L", "plant:P", "supplier:V"), network.unknown().get(Unknown.NODE_NOT_DESCRIBED));
        assertEquals(10, Networks.run(network, new Shock.NodeDown("P", 1)).lostPieces(), 1e-9);
    }

    @Test
    void sharesThatDoNotAddUpAreScaledOrAssumed() {
        StressNetwork network = Networks.of(
                Networks.bought("half", 0, Source.of("V", 0.25, 0), Source.of("W", 0.25, 0)),
                Networks.bought("none", 0, Source.of("V", 0, 0), Source.of("W", 0, 0)));
        assertEquals(List.of("half"), network.unknown().get(Unknown.SHARES));
        assertEquals(List.of("none"), network.unknown().get(Unknown.SHARES_ASSUMED));
        assertEquals(10, Networks.run(network, new Shock.SupplierDown("V", 1)).lostPieces(), 1e-9);
        assertRefused("share of source 'V' must be in [0, 1], was 1.2", () -> Source.of("V", 1.2, 0));
    }

    @Test
    void cyclesAreNamedAndCut() {
        StressItem a = StressItem.made("a", 10, 1, ItemStock.of(0), "", List.of(new BomLine("b", 1)));
        StressItem b = StressItem.made("b", 0, 1, ItemStock.of(0), "", List.of(new BomLine("c", 1)));
        StressItem c = StressItem.made("c", 0, 1, ItemStock.of(0), "", List.of(new BomLine("a", 1)));
        StressNetwork network = StressNetwork.of(
                List.of(SupplyNode.of("V", NodeKind.SUPPLIER), SupplyNode.of("W", NodeKind.SUPPLIER)),
                List.of(
                        SupplyLink.of("V", "W").with(1, 1),
                        SupplyLink.of("W", "V").with(1, 1)),
                List.of(a, b, c, Networks.bought("x", 0, Source.of("W", 1, 0))));
        assertEquals(
                List.of("a -> c -> b -> a", "supplier:V -> supplier:W -> supplier:V"),
                network.unknown().get(Unknown.CYCLE));
        assertTrue(Networks.run(network, new Shock.NodeDown("V", 9)).lostPieces() > 0);
        assertEquals(
                4, Networks.run(network, new Shock.DemandUp(1, 9)).impacts().size());
    }

    @Test
    void itemThatIsItsOwnComponentIsACycle() {
        StressNetwork network =
                Networks.of(StressItem.made("a", 10, 1, ItemStock.of(0), "", List.of(new BomLine("a", 1))));
        assertEquals(List.of("a -> a"), network.unknown().get(Unknown.CYCLE));
    }

    @Test
    void scenarioThatNamesNothingIsRefusedWithWhatThereIs() {
        StressNetwork network = Networks.of(Networks.bought("a", 0, Source.of("V", 1, 0)));
        assertRefused(
                "scenario 'supplier W down 1 d' names the supplier 'W', which the network does not have. It has supplier:V.",
                () -> Networks.run(network, new Shock.SupplierDown("W", 1)));
        assertRefused(
                "names the lane 'SUEZ', which the network does not have. It has no lane.",
                () -> Networks.run(network, new Shock.LaneClosed("SUEZ", 1)));
        assertRefused(
                "names 'P', which the network does not have. It has supplier:V.",
                () -> Networks.run(network, new Shock.NodeDown("P", 1)));
        assertRefused(
                "the time to recover of supplier:V is unknown. Say how long, like V=30d, or fill in suppliers.ttr_days.",
                () -> Networks.run(network, new Shock.NodeDown("V")));
        assertRefused(
                "link V -> P names 'V', which the network does not have. It has no nodes.",
                () -> StressNetwork.of(List.of(), List.of(SupplyLink.of("V", "P")), List.of()));
        assertRefused(
                "a remedy names item 'z'",
                () -> StressEngine.of(network, StressSettings.DEFAULTS, List.of(new Remedy.ExtraStock("z", 1, 1))));
    }

    @Test
    void sharedNamesNeedTheirKind() {
        StressNetwork network =
                Networks.of(Networks.bought("a", 0, Source.of("V", 1, 0).withPlant("V")));
        assertRefused(
                "is the name of supplier:V and plant:V. Write one of these.",
                () -> Networks.run(network, new Shock.NodeDown("V", 1)));
        assertEquals(10, Networks.run(network, new Shock.NodeDown("plant:V", 1)).lostPieces(), 1e-9);
    }

    @Test
    void impossibleValuesCannotBeBuilt() {
        assertRefused(
                "demand of item 'a' must be finite and at least 0, was NaN",
                () -> StressItem.bought("a", Double.NaN, 1, ItemStock.of(0), List.of()));
        assertRefused(
                "margin of item 'a' must be finite and at least 0, was -1.0",
                () -> StressItem.bought("a", 1, -1, ItemStock.of(0), List.of()));
        assertRefused("operating stock must be finite and at least 0, was -1.0", () -> ItemStock.of(-1));
        assertRefused("quantity of component 'x' must be finite and above 0, was 0.0", () -> new BomLine("x", 0));
        assertRefused(
                "time to recover of 'V' must be finite and above 0, was 0.0",
                () -> SupplyNode.of("V", NodeKind.SUPPLIER).withTimeToRecover(0));
        assertRefused(
                "share of link a -> b must be finite and above 0, was 0.0",
                () -> SupplyLink.of("a", "b").asShare("x", 0));
        assertRefused("an open order arrives on day 1 or later, was 0", () -> new OpenOrder(0, 1));
        assertRefused("a shock must last 1 to 3650 days, was 0", () -> new Shock.SupplierDown("V", 0));
        assertRefused("a shock must begin after day 0 to 3650, was day -1", () -> new Shock.SupplierDown("V", 1, -1));
        assertRefused("scenario 'x' needs at least one shock", () -> new StressScenario("x", List.of()));
        assertRefused("a scenario needs a name", () -> new StressScenario(" ", List.of(new Shock.DemandUp(1, 1))));
        assertRefused("item 'a' is there twice", () -> Networks.of(Networks.bought("a", 0), Networks.bought("a", 1)));
        assertRefused(
                "two nodes are called supplier:V",
                () -> StressNetwork.of(
                        List.of(
                                SupplyNode.of("V", NodeKind.SUPPLIER),
                                SupplyNode.of("V", NodeKind.SUPPLIER).withTier(2)),
                        List.of(),
                        List.of()));
    }

    @Test
    void standardSetSaysWhatIsMissing() {
        StressNetwork poor = Networks.of(Networks.bought("a", 0));
        StandardScenarios few = StandardScenarios.of(poor);
        assertEquals(
                List.of("demand-up", "lead-times"),
                few.scenarios().stream().map(StressScenario::name).toList());
        assertEquals(3, few.leftOut().size());
        StressNetwork rich = StressNetwork.of(
                List.of(SupplyNode.of("deep", NodeKind.PLANT).withTier(2).withTimeToRecover(40)),
                List.of(SupplyLink.of("deep", "supplier:W")),
                List.of(
                        Networks.bought("a", 0, Source.of("V", 1, 5).withLane("L")),
                        Networks.bought("b", 0, Source.of("W", 1, 5)),
                        Networks.bought("c", 0, Source.of("W", 1, 5))));
        StandardScenarios all = StandardScenarios.of(rich);
        assertEquals(List.of(), all.leftOut());
        assertEquals(
                List.of(
                        new Shock.SupplierDown("W", 30),
                        new Shock.LaneClosed("L", 60),
                        new Shock.DemandUp(0.5, 30),
                        new Shock.LeadTimesTimes(3),
                        new Shock.NodeDown("plant:deep")),
                all.scenarios().stream()
                        .flatMap(scenario -> scenario.shocks().stream())
                        .toList());
        assertEquals(
                List.of(2, 1, 3, 3, 2),
                StressEngine.of(rich, StressSettings.DEFAULTS).run(all.scenarios()).stream()
                        .map(result -> result.hit().size())
                        .toList());
    }

    @Test
    void aSecondSourceIsRealOnlyWhereItsPlantsAndLanesAreKnown() {
        Source v = Source.of("V", 0.5, 0).withPlant("P");
        Source w = Source.of("W", 0.5, 0).withPlant("Q");
        StressNetwork network = Networks.of(
                Networks.bought("apart", 0, v, w),
                Networks.bought("real", 0, v.withLane("sea"), w.withLane("air")),
                Networks.bought("same lane", 0, v.withLane("sea"), w.withLane("sea")),
                Networks.bought("no plant", 0, v, Source.of("W", 0.5, 0)));
        List<SecondSource> found = network.secondSources();
        assertEquals(
                List.of(
                        SecondSource.State.APART,
                        SecondSource.State.UNKNOWN,
                        SecondSource.State.REAL,
                        SecondSource.State.PAPER),
                found.stream().map(SecondSource::state).toList());
        assertEquals(List.of(Unknown.UPSTREAM, Unknown.LANE), found.get(0).missing());
        assertEquals(
                List.of(Unknown.UPSTREAM, Unknown.PLANT, Unknown.LANE),
                found.get(1).missing());
        assertEquals(List.of(Unknown.UPSTREAM), found.get(2).missing());
    }

    private static void assertRefused(String message, Supplier<?> work) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, work::get);
        assertTrue(refused.getMessage().contains(message), refused::getMessage);
    }
}
