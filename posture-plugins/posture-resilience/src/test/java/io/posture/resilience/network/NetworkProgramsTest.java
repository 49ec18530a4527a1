package io.posture.resilience.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class NetworkProgramsTest {

    private static final int NETWORKS = 600;

    @Test
    void impactIsThatOfAnExactSolverOnTheLiteralProgram() {
        Random random = new Random(71);
        for (int trial = 0; trial < NETWORKS; trial++) {
            RandomNetwork made = RandomNetwork.of(random, 3 + random.nextInt(10));
            SiteNetwork network = SiteNetwork.of(made.sites(), made.finished());
            NetworkEvent event = made.event(random);
            int days = random.nextInt(40);
            double exact = LiteralProgram.impact(made.sites(), made.finished(), event, days)
                    .value();
            Impact impact = NetworkPrograms.impact(network, event, days, SolverLimit.REPEATABLE);
            String what = "network " + trial + " " + made + " " + event + " " + days;
            assertEquals(Exactness.EXACT, impact.exactness(), what);
            assertEquals(exact, impact.lost(), 1e-6 * Math.max(1, exact), what);
        }
    }

    @Test
    void survivalIsThatOfAnExactSolverOnTheLiteralProgram() {
        Random random = new Random(72);
        int finite = 0;
        for (int trial = 0; trial < NETWORKS; trial++) {
            RandomNetwork made = RandomNetwork.of(random, 3 + random.nextInt(10));
            SiteNetwork network = SiteNetwork.of(made.sites(), made.finished());
            NetworkEvent event = made.event(random);
            Optional<Fraction> exact = LiteralProgram.days(made.sites(), made.finished(), event);
            Survival survival = NetworkPrograms.survival(network, event, SolverLimit.REPEATABLE);
            String what = "network " + trial + " " + made + " " + event;
            assertEquals(Exactness.EXACT, survival.exactness(), what);
            assertEquals(exact.isPresent(), survival.days().isPresent(), what);
            if (exact.isPresent()) {
                double days = exact.get().value();
                assertEquals(days, survival.days().getAsDouble(), 1e-6 * Math.max(1, days), what);
                finite += days > 0 ? 1 : 0;
            }
        }
        assertTrue(finite > NETWORKS / 10, "networks that last for a while: " + finite);
    }

    @Test
    void withoutTimeForTheSolverThereAreBoundsThatHoldTheOptimum() {
        Random random = new Random(73);
        int bounds = 0;
        for (int trial = 0; trial < NETWORKS; trial++) {
            RandomNetwork made = RandomNetwork.of(random, 8 + random.nextInt(6));
            SiteNetwork network = SiteNetwork.of(made.sites(), made.finished());
            NetworkEvent event = made.event(random);
            double exact = LiteralProgram.impact(made.sites(), made.finished(), event, 20)
                    .value();
            Impact impact = NetworkPrograms.impact(network, event, 20, SolverLimit.REPEATABLE.withoutSolver());
            bounds += impact.exactness() == Exactness.BOUND ? 1 : 0;
            double rounding = 1e-6 * Math.max(1, exact);
            assertTrue(impact.atLeast() <= exact + rounding, impact + " but " + exact);
            assertTrue(exact <= impact.lost() + rounding, impact + " but " + exact);
        }
        assertTrue(bounds > 0, "no program was cut short");
    }

    @Test
    void whereTimeRunsOutAfterSomeRunsThereAreBoundsThatHoldTheOptimum() {
        Random random = new Random(74);
        SolverLimit fourReadings = new SolverLimit(Duration.ofMillis(400), 1_000, 1e6);
        int impacts = 0;
        int survivals = 0;
        for (int trial = 0; trial < NETWORKS; trial++) {
            RandomNetwork made = RandomNetwork.of(random, 8 + random.nextInt(6));
            SiteNetwork network = SiteNetwork.of(made.sites(), made.finished());
            NetworkEvent event = made.event(random);
            String what = "network " + trial + " " + made + " " + event;

            double exact = LiteralProgram.impact(made.sites(), made.finished(), event, 20)
                    .value();
            Impact impact = NetworkPrograms.impact(network, event, 20, fourReadings.begin(clock()));
            double rounding = 1e-6 * Math.max(1, exact);
            assertTrue(impact.atLeast() <= exact + rounding, what);
            assertTrue(exact <= impact.lost() + rounding, exact + " " + impact + what);
            impacts += impact.exactness() == Exactness.BOUND ? 1 : 0;

            double longest = LiteralProgram.days(made.sites(), made.finished(), event)
                    .map(Fraction::value)
                    .orElse(Double.POSITIVE_INFINITY);
            Survival survival = NetworkPrograms.survival(network, event, 1e6, fourReadings.begin(clock()));
            double least = survival.days().orElse(Double.POSITIVE_INFINITY);
            double most = survival.atMost().orElse(Double.POSITIVE_INFINITY);
            assertTrue(
                    least <= longest * (1 + 1e-6) + 1e-6 || Double.isInfinite(longest),
                    longest + " " + survival + what);
            assertTrue(longest <= most * (1 + 1e-6) + 1e-6, longest + " " + survival + what);
            survivals += survival.exactness() == Exactness.BOUND ? 1 : 0;
        }
        assertTrue(impacts > 0, "no impact was cut short");
        assertTrue(survivals > 0, "no survival was cut short");
    }

    /** Every reading is 100 ms later. */
    private static LongSupplier clock() {
        AtomicLong nanos = new AtomicLong();
        return () -> nanos.getAndAdd(100_000_000);
    }

    @Test
    void largeNetworksNeedLittleOfTheSolver() {
        Random random = new Random(75);
        SolverLimit little = new SolverLimit(Duration.ofDays(1), 100, 10_000);
        int touched = 0;
        for (int trial = 0; trial < 40; trial++) {
            RandomNetwork made = RandomNetwork.of(random, 400);
            SiteNetwork network = SiteNetwork.of(made.sites(), made.finished());
            NetworkEvent event = made.event(random);
            Impact impact = NetworkPrograms.impact(network, event, 5, little);
            assertEquals(Exactness.EXACT, impact.exactness(), "impact " + trial);
            touched += impact.lost() > 0 ? 1 : 0;
            Survival survival = NetworkPrograms.survival(network, event, little);
            assertEquals(Exactness.EXACT, survival.exactness(), "survival " + trial);
        }
        assertTrue(touched > 0, "no network lost anything");
    }

    /**
     * Two goods, one of 1e6 pieces a day and one of 0.001, share a part; the large one alone has another source. By hand: 0.4e6 + 0.001 pieces a day are asked of the shared part at least, 0.3e6 come, of a stock of
     * 1e6; what is short is 100,000.001 a day, so that the stock lasts 1e6 / 100,000.001 days, and 20 days miss 20 *
     * 100,000.001 - 1e6 pieces of the cheaper good.
     */
    @Test
    void goodsOfAMillionPiecesADayAndOfOneInThreeYearsCountTheSame() {
        List<Site> sites = List.of(
                site("shared", 1e6, 0.3e6),
                site("other", 0, 0.6e6),
                site("down", 0, 1e6),
                site("much", 0, 1e9, "shared", "other", "down"),
                site("little", 0, 1e9, "shared"));
        SiteNetwork network =
                SiteNetwork.of(sites, List.of(new FinishedGood("much", 1e6, 1), new FinishedGood("little", 0.001, 5)));
        NetworkEvent event = new NetworkEvent(Set.of("down"), Set.of());
        Survival survival = NetworkPrograms.survival(network, event, SolverLimit.REPEATABLE);
        assertEquals(Exactness.EXACT, survival.exactness());
        assertEquals(1e6 / 100_000.001, survival.days().orElse(0), 1e-5);
        Impact impact = NetworkPrograms.impact(network, event, 20, SolverLimit.REPEATABLE);
        assertEquals(Exactness.EXACT, impact.exactness());
        assertEquals(20 * 100_000.001 - 1e6, impact.lost(), 1);
    }

    private static Site site(String id, double stock, double perDay, String... from) {
        List<Need> needs = from.length == 0 ? List.of() : List.of(new Need(List.of(from), 1));
        return new Site(id, stock, OptionalDouble.of(perDay), needs);
    }
}
