package io.posture.resilience.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two vendors of a drug, both with the same plant behind them, and a kit of the drug and a box. */
class SupplyGraphTest {

    private static final Place INDIA = place("india", Place.Kind.REGION, "", 20);
    private static final Place PLANT = place("plant", Place.Kind.PLANT, "india", 60);
    private static final Place VENDOR = place("vendor", Place.Kind.SUPPLIER, "", 30);
    private static final Place OTHER = place("other", Place.Kind.SUPPLIER, "india", -1);
    private static final Place SUEZ = place("suez", Place.Kind.LANE, "", 14);

    private static final List<Place> PLACES = List.of(INDIA, PLANT, VENDOR, OTHER, SUEZ);
    private static final List<Part> PARTS = List.of(
            new Part("drug", 200, List.of()),
            new Part("box", 50, List.of()),
            new Part("kit", 10, List.of(new Part.Use("drug", 2), new Part.Use("box", 1))));
    private static final List<Source> SOURCES = List.of(
            new Source("drug", List.of(Source.Step.at("plant"), Source.Step.at("vendor"), Source.Step.at("suez"))),
            new Source("drug", List.of(Source.Step.at("plant"), new Source.Step("other", 40, OptionalDouble.of(15)))));
    private static final List<FinishedGood> FINISHED = List.of(new FinishedGood("kit", 10, 7));

    private final SupplyGraph graph = SupplyGraph.of(PLACES, PARTS, SOURCES, FINISHED);

    private static Place place(String id, Place.Kind kind, String within, double ttrDays) {
        return new Place(
                id,
                kind,
                within.isEmpty() ? Optional.empty() : Optional.of(within),
                ttrDays < 0 ? OptionalDouble.empty() : OptionalDouble.of(ttrDays));
    }

    private double lost(double days, String... places) {
        return NetworkPrograms.impact(graph.network(), graph.event(Set.of(places)), days, NetworkPrograms.LIMIT)
                .lost();
    }

    @Test
    void plantBehindBothVendorsTakesThemDown() {
        // 10 kits, and 200 + 40 of the drug for 120 more; wanted 600
        assertEquals(7 * (600 - 130), lost(60, "plant"), 1e-9);
    }

    @Test
    void otherVendorDeliversWhatItCan() {
        // 15 a day of the drug for 7.5 kits, and 10 + (200 + 40) / 2 kits; wanted 300
        assertEquals(0, lost(30, "vendor"), 1e-9);
        // in 100 days 750 and 130 of 1,000
        assertEquals(7 * (1000 - 750 - 130), lost(100, "suez"), 1e-6);
    }

    @Test
    void regionTakesDownAllThatLiesInIt() {
        assertEquals(lost(60, "plant", "other"), lost(60, "india"), 1e-9);
    }

    @Test
    void secondSourceOnPaperIsNamed() {
        assertEquals(
                List.of(
                        new SharedPlace("drug", 2, "india", Place.Kind.REGION),
                        new SharedPlace("drug", 2, "plant", Place.Kind.PLANT)),
                graph.sharedPlaces());
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertEquals(
                List.of(
                        new VisibilityGap(VisibilityGap.Kind.SOURCE_UNKNOWN, "box"),
                        new VisibilityGap(VisibilityGap.Kind.REGION_UNKNOWN, "vendor"),
                        new VisibilityGap(VisibilityGap.Kind.RECOVERY_UNKNOWN, "other")),
                graph.gaps());
    }

    @Test
    void placesAreRankedByImpactAndThoseWithoutRecoveryStandLast() {
        List<PlaceExposure> ranking = ExposureRanking.of(graph, NetworkPrograms.LIMIT);
        assertEquals(
                List.of("plant", "india", "suez", "vendor", "other"),
                ranking.stream().map(exposure -> exposure.place().id()).toList());
        assertEquals(1, ranking.get(0).rei().orElseThrow());
        assertEquals(7 * (200 - 130), ranking.get(1).impact().orElseThrow().lost(), 1e-9);
        assertEquals((200 - 130) / (600.0 - 130), ranking.get(1).rei().orElseThrow(), 1e-9);
        assertEquals(0, ranking.get(2).rei().orElseThrow());
        assertEquals(PlaceExposure.State.RECOVERY_UNKNOWN, ranking.get(4).state());
        assertTrue(ranking.get(4).rei().isEmpty());
    }

    @Test
    void partsThatNeedEachOtherAreAGapNotAnEnd() {
        List<Part> parts = List.of(
                new Part("egg", 10, List.of(new Part.Use("hen", 1))),
                new Part("hen", 5, List.of(new Part.Use("egg", 1))));
        SupplyGraph loop = SupplyGraph.of(List.of(), parts, List.of(), List.of(new FinishedGood("hen", 1, 1)));
        assertEquals(List.of(new VisibilityGap(VisibilityGap.Kind.CYCLE_CUT, "egg <- hen <- egg")), loop.gaps());
    }

    @Test
    void unknownPlacesPartsAndRegionsAreNamed() {
        assertTrue(refused(() -> graph.event(Set.of("mars"))).startsWith("no place 'mars' in the graph"));
        assertTrue(refused(() -> SupplyGraph.of(
                        List.of(), PARTS, List.of(new Source("drug", List.of(Source.Step.at("x")))), FINISHED))
                .startsWith("no place 'x' in the graph"));
        assertTrue(refused(() -> SupplyGraph.of(PLACES, List.of(), SOURCES, List.of()))
                .startsWith("no part 'drug' in the graph"));
        assertTrue(refused(() -> SupplyGraph.of(
                        List.of(place("a", Place.Kind.PLANT, "nowhere", 1)), List.of(), List.of(), List.of()))
                .startsWith("no region 'nowhere' in the graph"));
        assertTrue(refused(() -> SupplyGraph.of(
                        List.of(place("a", Place.Kind.PLANT, "vendor", 1), VENDOR), List.of(), List.of(), List.of()))
                .contains("'a' cannot lie in 'vendor', which is a SUPPLIER"));
        assertTrue(refused(() -> SupplyGraph.of(
                        List.of(place("a", Place.Kind.REGION, "b", 1), place("b", Place.Kind.REGION, "a", 1)),
                        List.of(),
                        List.of(),
                        List.of()))
                .startsWith("regions lie in each other"));
        assertTrue(refused(() -> SupplyGraph.of(List.of(SUEZ, SUEZ), List.of(), List.of(), List.of()))
                .startsWith("place 'suez' is in the graph twice"));
    }

    private static String refused(Runnable work) {
        return assertThrows(IllegalArgumentException.class, work::run).getMessage();
    }
}
