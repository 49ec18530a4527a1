package io.posture.resilience.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
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
}
