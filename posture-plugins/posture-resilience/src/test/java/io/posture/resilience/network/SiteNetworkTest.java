package io.posture.resilience.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteNetworkTest {

    private static Site site(String id, double stock, String... from) {
        return new Site(
                id,
                stock,
                OptionalDouble.empty(),
                Arrays.stream(from).map(one -> new Need(List.of(one), 1)).toList());
    }

    private static FinishedGood good(String id) {
        return new FinishedGood(id, 10, 3);
    }

    private static String refused(Runnable work) {
        return assertThrows(IllegalArgumentException.class, work::run).getMessage();
    }

    @Test
    void cyclesAreNamed() {
        List<Site> sites = List.of(site("a", 1, "c"), site("b", 1, "a"), site("c", 1, "b"), site("d", 1));
        assertTrue(
                refused(() -> SiteNetwork.of(sites, List.of())).contains("a <- c <- b <- a"),
                refused(() -> SiteNetwork.of(sites, List.of())));
    }

    @Test
    void cycleIsCutWhereItClosesAndTheRestGoesOn() {
        List<Site> sites = List.of(site("a", 5, "b"), site("b", 7, "a"), site("f", 0, "a"));
        SiteNetwork network = SiteNetwork.withoutCycles(sites, List.of(good("f")));
        assertEquals(List.of(List.of("a", "b", "a")), network.cycles());
        Impact impact = NetworkPrograms.impact(network, NetworkEvent.of("b", "a"), 2, SolverLimit.REPEATABLE);
        // 20 wanted, 5 at a; b is no longer fed by a
        assertEquals(45, impact.lost(), 1e-9);
    }

    @Test
    void siteThatNeedsItselfIsACycle() {
        assertTrue(refused(() -> SiteNetwork.of(List.of(site("a", 1, "a")), List.of()))
                .contains("a <- a"));
    }

    @Test
    void unknownSitesAreNamed() {
        assertEquals(
                "'b' needs no site 'x' in the network. Sites: [a, b]",
                refused(() -> SiteNetwork.of(List.of(site("a", 1), site("b", 1, "x")), List.of())));
        assertEquals(
                "finished good: no site 'y' in the network. Sites: [a]",
                refused(() -> SiteNetwork.of(List.of(site("a", 1)), List.of(good("y")))));
        SiteNetwork network = SiteNetwork.of(List.of(site("a", 1)), List.of(good("a")));
        assertEquals(
                "no site 'z' in the network. Sites: [a]",
                refused(() -> NetworkPrograms.impact(network, NetworkEvent.of("z"), 1, SolverLimit.REPEATABLE)));
    }

    @Test
    void whatIsGivenTwiceIsNamed() {
        assertEquals(
                "site 'a' is in the network twice",
                refused(() -> SiteNetwork.of(List.of(site("a", 1), site("a", 2)), List.of())));
        assertEquals(
                "finished good 'a' is in the network twice",
                refused(() -> SiteNetwork.of(List.of(site("a", 1)), List.of(good("a"), good("a")))));
    }

    @Test
    void impossibleNumbersAreNamed() {
        assertTrue(refused(() -> new FinishedGood("f", 1, -2)).startsWith("margin of f must be finite and at least 0"));
        assertTrue(refused(() -> new FinishedGood("f", Double.NaN, 2)).startsWith("demandPerDay of f"));
        assertEquals("stock of a must be finite and at least 0, was -1.0", refused(() -> site("a", -1)));
        assertEquals(
                "capacityPerDay of a must be finite and at least 0, was -3.0",
                refused(() -> new Site("a", 0, OptionalDouble.of(-3), List.of())));
        assertEquals("perUnit must be finite and above 0, was 0.0", refused(() -> new Need(List.of("a"), 0)));
        SiteNetwork network = SiteNetwork.of(List.of(), List.of());
        assertEquals(
                "days must be finite and at least 0, was -1.0",
                refused(() -> NetworkPrograms.impact(network, NetworkEvent.of(), -1, SolverLimit.REPEATABLE)));
    }

    @Test
    void siteThatSellsAndFeedsServesBothFromOneStock() {
        // 30 of a: 10 a day sold by itself, 10 a day in f
        List<Site> sites = List.of(site("a", 30), site("f", 0, "a"));
        SiteNetwork network = SiteNetwork.of(sites, List.of(good("a"), new FinishedGood("f", 10, 5)));
        Survival survival = NetworkPrograms.survival(network, NetworkEvent.of("a"), SolverLimit.REPEATABLE);
        assertEquals(1.5, survival.days().orElseThrow(), 1e-9);
        // in 3 days 60 are wanted: the dearer 30 are made
        assertEquals(
                90,
                NetworkPrograms.impact(network, NetworkEvent.of("a"), 3, SolverLimit.REPEATABLE)
                        .lost(),
                1e-6);
    }

    @Test
    void destroyedStockIsNotUsable() {
        SiteNetwork network = SiteNetwork.of(List.of(site("a", 30), site("f", 10, "a")), List.of(good("f")));
        NetworkEvent event = new NetworkEvent(Set.of("a"), Set.of("a"));
        assertEquals(
                1,
                NetworkPrograms.survival(network, event, SolverLimit.REPEATABLE)
                        .days()
                        .orElseThrow(),
                1e-9);
        assertEquals(
                60,
                NetworkPrograms.impact(network, event, 3, SolverLimit.REPEATABLE)
                        .lost(),
                1e-9);
    }

    @Test
    void needThatNobodyMeetsStopsTheSite() {
        Site orphan = new Site("f", 5, OptionalDouble.empty(), List.of(new Need(List.of(), 1)));
        SiteNetwork network = SiteNetwork.of(List.of(orphan), List.of(good("f")));
        assertEquals(
                0.5,
                NetworkPrograms.survival(network, NetworkEvent.of(), SolverLimit.REPEATABLE)
                        .days()
                        .orElseThrow(),
                1e-9);
    }

    @Test
    void nothingToSellLosesNothingAndLastsForEver() {
        SiteNetwork network = SiteNetwork.of(List.of(site("a", 1)), List.of());
        assertEquals(
                new Impact(0, 0, Exactness.EXACT),
                NetworkPrograms.impact(network, NetworkEvent.of("a"), 30, SolverLimit.REPEATABLE));
        assertTrue(NetworkPrograms.survival(network, NetworkEvent.of("a"), SolverLimit.REPEATABLE)
                .days()
                .isEmpty());
    }

    @Test
    void chainOfAHundredThousandSitesNeedsNoDeepStack() {
        List<Site> sites = new ArrayList<>(List.of(site("s0", 50)));
        for (int i = 1; i < 100_000; i++) {
            sites.add(site("s" + i, 0, "s" + (i - 1)));
        }
        SiteNetwork network = SiteNetwork.of(sites, List.of(good("s99999")));
        assertEquals(
                5,
                NetworkPrograms.survival(network, NetworkEvent.of("s0"), SolverLimit.REPEATABLE)
                        .days()
                        .orElseThrow(),
                1e-9);
    }

    @Test
    void idsAreInOrder() {
        assertEquals(
                List.of("a", "b"),
                SiteNetwork.of(List.of(site("b", 1), site("a", 1)), List.of()).siteIds());
    }
}
