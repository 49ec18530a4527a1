package io.posture.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.CriticalityScores;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemType;
import io.posture.api.Segment;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CostAndShelfLifeSchemesTest {

    private static final HmlScheme HML = new HmlScheme(HmlScheme.Config.DEFAULTS);

    @Test
    void costsAreCutAtTheNinetiethAndSeventiethPercentile() {
        // numpy.percentile([1..10], [90, 70]) = 9.1, 7.3
        HmlScheme.Result result =
                HmlScheme.classes(new HmlScheme.Inputs(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0)));
        assertEquals(9.1, result.p90(), 1e-12);
        assertEquals(7.3, result.p70(), 1e-12);
        assertEquals(List.of("L", "L", "L", "L", "L", "L", "L", "M", "M", "H"), result.classes());
    }

    @Test
    void equalCostsAreAllHigh() {
        assertEquals(
                List.of("H", "H", "H"),
                HmlScheme.classes(new HmlScheme.Inputs(List.of(5.0, 5.0, 5.0))).classes());
    }

    @Test
    void aCostThatIsThePercentileGoesUpWhateverTheRounding() {
        // with 10 k + 1 costs both percentiles are costs of the list
        for (int tenths = 1; tenths <= 40; tenths++) {
            int n = 10 * tenths + 1;
            List<Double> costs =
                    IntStream.range(0, n).mapToObj(i -> 1 + i * 0.1).toList();
            List<String> classes =
                    HmlScheme.classes(new HmlScheme.Inputs(costs)).classes();
            assertEquals("H", classes.get(9 * tenths), "of " + n);
            assertEquals("M", classes.get(9 * tenths - 1), "of " + n);
            assertEquals("M", classes.get(7 * tenths), "of " + n);
            assertEquals("L", classes.get(7 * tenths - 1), "of " + n);
        }
    }

    @Test
    void costsMustBeThereAndNotNegative() {
        assertEquals(
                "costs must hold at least one cost, was empty",
                assertThrows(IllegalArgumentException.class, () -> new HmlScheme.Inputs(List.of()))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new HmlScheme.Inputs(List.of(1.0, -1.0)));
        assertThrows(IllegalArgumentException.class, () -> new HmlScheme.Inputs(List.of(Double.NaN)));
    }

    @Test
    void anItemIsClassedByTheCostsOfItsPopulation() {
        List<ItemProfile> items = new ArrayList<>();
        for (int cost = 1; cost <= 10; cost++) {
            items.add(costing(OptionalDouble.of(cost)));
        }
        Segmenter segmenter = items.stream().collect(HML.fit());
        Segment dear = segmenter.classify(Profiles.alone(items.get(9)));
        assertEquals("H", dear.code());
        assertEquals(9.1, ((Figure) dear.reason().find("hmlHigh").orElseThrow()).value(), 1e-12);
        assertEquals("L", segmenter.classify(Profiles.alone(items.get(0))).code());
    }

    @Test
    void anItemWithoutCostHasNoCostClass() {
        ItemProfile unknown = costing(OptionalDouble.empty());
        for (List<ItemProfile> population :
                List.of(List.of(unknown), List.of(unknown, costing(OptionalDouble.of(3))))) {
            Segment segment = population.stream().collect(HML.fit()).classify(Profiles.alone(unknown));
            assertEquals(Segment.NONE, segment.code());
            assertTrue(segment.reason().find("unitCost").isPresent());
        }
    }

    @Test
    void absoluteCutOffsDoNotDependOnThePopulation() {
        HmlScheme scheme = new HmlScheme(new HmlScheme.Config(0.9, 0.7, List.of(500.0, 50.0)));
        Segmenter segmenter = Stream.<ItemProfile>empty().collect(scheme.fit());
        assertEquals("H", code(segmenter, 500));
        assertEquals("M", code(segmenter, 499.99));
        assertEquals("M", code(segmenter, 50));
        assertEquals("L", code(segmenter, 49.99));
        Segment segment = segmenter.classify(Profiles.alone(costing(OptionalDouble.of(60))));
        assertEquals(
                new Origin.Parameter("hml", "costCuts"),
                segment.reason().find("hmlHigh").orElseThrow().origin());
    }

    @Test
    void costCutOffsOutOfOrderAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new HmlScheme.Config(0.7, 0.9, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new HmlScheme.Config(1.0, 0.9, List.of()));
        assertEquals(
                "costCuts must be empty or [from H, from M] with 0 < from M < from H, was [50.0, 500.0]",
                assertThrows(IllegalArgumentException.class, () -> new HmlScheme.Config(0.9, 0.7, List.of(50.0, 500.0)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new HmlScheme.Config(0.9, 0.7, List.of(50.0)));
    }

    @Test
    void aCriticalSpareIsAMaintenanceItemThatIsMarked() {
        assertEquals("CRITICAL_SPARE", mro(ItemType.MRO, true).code());
        assertEquals("MRO", mro(ItemType.MRO, false).code());
        assertEquals(Segment.NONE, mro(ItemType.COMPONENT, false).code());
    }

    @Test
    void aSpareThatIsNoMaintenanceItemIsWarnedOf() {
        Segment segment = mro(ItemType.COMPONENT, true);
        assertEquals(Segment.NONE, segment.code());
        assertEquals(
                "SPARE_NOT_MRO", segment.reason().find("warning").orElseThrow().text());
        assertFalse(mro(ItemType.MRO, true).reason().find("warning").isPresent());
    }

    @Test
    void usableLifeBelowNinetyDaysIsShort() {
        // 112.5 * 0.8 = 90, 456.25 * 0.8 = 365
        assertEquals("SHORT", perishability(OptionalDouble.of(112.4)).code());
        assertEquals("MEDIUM", perishability(OptionalDouble.of(112.5)).code());
        assertEquals("MEDIUM", perishability(OptionalDouble.of(456)).code());
        assertEquals("LONG", perishability(OptionalDouble.of(456.25)).code());
        assertEquals(
                90,
                perishability(OptionalDouble.of(112.5)).figure("usableLifeDays").value(),
                1e-12);
    }

    @Test
    void anItemWithoutShelfLifeDoesNotPerish() {
        Segment segment = perishability(OptionalDouble.empty());
        assertEquals(Segment.NONE, segment.code());
        assertTrue(segment.findScore("usableLifeDays").isEmpty());
    }

    @Test
    void shelfLifeCutOffsOutOfOrderAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new PerishabilityScheme.Config(0.8, 365, 90));
        assertThrows(IllegalArgumentException.class, () -> new PerishabilityScheme.Config(0, 90, 365));
        assertThrows(IllegalArgumentException.class, () -> new PerishabilityScheme.Config(1.1, 90, 365));
    }

    private static String code(Segmenter segmenter, double cost) {
        return segmenter
                .classify(Profiles.alone(costing(OptionalDouble.of(cost))))
                .code();
    }

    private static ItemProfile costing(OptionalDouble cost) {
        return Profiles.item("a", cost, CriticalityScores.UNKNOWN, 1);
    }

    private static Segment mro(ItemType type, boolean criticalSpare) {
        return classify(MroScheme.of(new MroScheme.Config()), new Item() {
            @Override
            public ItemId id() {
                return ItemId.of("a");
            }

            @Override
            public ItemType type() {
                return type;
            }

            @Override
            public boolean criticalSpare() {
                return criticalSpare;
            }
        });
    }

    private static Segment perishability(OptionalDouble shelfLifeDays) {
        return classify(PerishabilityScheme.of(PerishabilityScheme.Config.DEFAULTS), new Item() {
            @Override
            public ItemId id() {
                return ItemId.of("a");
            }

            @Override
            public OptionalDouble shelfLifeDays() {
                return shelfLifeDays;
            }
        });
    }

    private static Segment classify(SegmentationScheme scheme, Item item) {
        ItemProfile profile = Profiles.of(item);
        return Stream.of(profile).collect(scheme.fit()).classify(Profiles.alone(profile));
    }
}
