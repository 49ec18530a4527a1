package io.posture.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the network, figures are finite and within what demand and stock allow. */
class RandomNetworkProperties {

    private static final double SLACK = 1e-6;

    @Property(seed = "511", tries = 300)
    void figuresStayWithinDemandAndStock(@ForAll long seed) {
        Random random = new Random(seed);
        StressNetwork network = network(random);
        List<StressScenario> scenarios = List.of(
                StressScenario.of(new Shock.SupplierDown("V0", 1 + random.nextInt(40))),
                StressScenario.of(new Shock.LeadTimesTimes(3), new Shock.DemandUp(0.5, 20)),
                StressScenario.of(new Shock.NodeDown("P0", 10), new Shock.SupplierDown("V1", 15, random.nextInt(30))));
        List<ScenarioResult> results =
                StressEngine.of(network, StressSettings.DEFAULTS).run(scenarios);
        for (ScenarioResult result : results) {
            for (ItemImpact impact : result.impacts()) {
                check(
                        result,
                        impact,
                        network.items().stream()
                                .filter(item -> item.id().equals(impact.item()))
                                .findFirst()
                                .orElseThrow());
            }
        }
        assertEquals(
                results,
                StressEngine.of(network, StressSettings.DEFAULTS.withThreads(2)).run(scenarios));
    }

    private static void check(ScenarioResult result, ItemImpact impact, StressItem item) {
        assertTrue(impact.lostPieces() >= 0, impact::toString);
        assertTrue(impact.lostPieces() <= 1.5 * item.demandPerDay() * result.days() + SLACK, impact::toString);
        assertTrue(Double.isFinite(impact.lostMargin().orElse(0)), impact::toString);
        assertTrue(Double.isFinite(impact.backorderPieceDays()), impact::toString);
        assertTrue(
                impact.strategicUsed() >= 0
                        && impact.strategicUsed() <= item.stock().strategic() + SLACK,
                impact::toString);
        assertTrue(
                impact.safetyStockUsed() >= 0
                        && impact.safetyStockUsed() <= item.stock().safetyStock() + SLACK,
                impact::toString);
        assertTrue(impact.daysOut() <= result.days(), impact::toString);
        assertEquals(impact.isHit(), impact.daysOut() > 0);
        if (impact.lostPieces() > SLACK) {
            assertTrue(impact.isHit(), impact::toString);
        }
    }

    /** Twelve items, each made of up to three of those after it or bought; every figure may be 0. */
    private static StressNetwork network(Random random) {
        List<StressItem> items = new ArrayList<>();
        int n = 12;
        for (int i = 0; i < n; i++) {
            List<BomLine> lines = new ArrayList<>();
            for (int j = 0; j < 3 && i < n - 4 && random.nextBoolean(); j++) {
                lines.add(new BomLine("item" + (i + 1 + random.nextInt(n - i - 1)), 0.5 * (1 + random.nextInt(4))));
            }
            List<Source> sources = new ArrayList<>();
            int count = lines.isEmpty() ? random.nextInt(3) : random.nextInt(2);
            for (int j = 0; j < count; j++) {
                Source source = Source.of("V" + random.nextInt(3), random.nextInt(3) / 2.0, random.nextInt(30))
                        .withPlant("P" + random.nextInt(2))
                        .withSurge(new RampUp(random.nextInt(3) / 2.0, random.nextInt(20), random.nextInt(10)));
                sources.add(
                        random.nextInt(4) > 0
                                ? source
                                : source.withOpenOrders(List.of(new OpenOrder(1 + random.nextInt(20), 30))));
            }
            items.add(new StressItem(
                    "item" + i,
                    random.nextBoolean(),
                    random.nextInt(3) * 5,
                    random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(20)),
                    random.nextInt(2) * 2,
                    new ItemStock(random.nextInt(3) * 40, random.nextInt(2) * 30, random.nextInt(2) * 50),
                    random.nextBoolean() ? ShortageMode.LOST : ShortageMode.BACKORDER,
                    random.nextBoolean() ? "P0" : "",
                    sources,
                    lines));
        }
        return StressNetwork.of(
                List.of(
                        SupplyNode.of("V0", NodeKind.SUPPLIER),
                        SupplyNode.of("V1", NodeKind.SUPPLIER).withRegion("R"),
                        SupplyNode.of("P0", NodeKind.PLANT)),
                List.of(SupplyLink.of("V1", "plant:P0").with(random.nextInt(10), random.nextInt(5))),
                items);
    }
}
