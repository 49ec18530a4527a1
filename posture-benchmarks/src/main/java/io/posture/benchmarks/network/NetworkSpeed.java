package io.posture.benchmarks.network;

import io.posture.benchmarks.Page;
import io.posture.resilience.network.Exactness;
import io.posture.resilience.network.NetworkEvent;
import io.posture.resilience.network.NetworkPrograms;
import io.posture.resilience.network.SiteNetwork;
import io.posture.resilience.network.SolverLimit;
import io.posture.resilience.simulation.Exposure;
import io.posture.resilience.simulation.LossEvent;
import io.posture.resilience.simulation.SimulatedLoss;
import io.posture.resilience.simulation.YearLosses;
import io.posture.resilience.stockpile.DisruptionLength;
import io.posture.resilience.stockpile.Disruptions;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Prints how long the programs of networks and the simulation of years take, as tables for the documentation. */
public final class NetworkSpeed {

    private static final long SEED = 20_261_121;
    private static final int WARM_UP = 1_000;
    private static final int WARM_UP_SURVIVALS = 100;
    private static final int SURVIVAL_SAMPLE = 1_000;
    private static final int SLOWEST = 20;
    private static final int TIMES = 3;
    private static final int EVENTS = 1_000;
    private static final int ITEMS = 100_000;
    private static final double NANOS = 1e9;

    private final PrintStream out = System.out;

    private NetworkSpeed() {}

    /** Prints; takes no arguments. */
    public static void main(String[] args) {
        System.out.print(Page.head(NetworkSpeed.class));
        NetworkSpeed speed = new NetworkSpeed();
        speed.networks();
        speed.years();
        System.out.print(Page.tail(NetworkSpeed.class));
    }

    private void networks() {
        out.printf("%n## Programs%n%n");
        out.println(
                "| Network | what | events | exact | exact, alone | median | 99 % | slowest | slowest, alone | all, two threads |");
        out.println("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        MadeNetwork hard = new MadeNetwork(SEED, 1, 0.02, 0.3);
        double cold = first(hard);
        network("capacity of 60 % of the sites known, 10 to 100 % spare", new MadeNetwork(SEED, 0.6, 0.1, 1));
        network("capacity of every site known, 2 to 30 % spare", hard);
        out.printf(
                Locale.ROOT,
                "%nThe first event after the start of the program, before the compiler knows anything (impact and time to survive of a "
                        + "site%nof the second network, together): %.2f s.%n",
                cold);
    }

    private static double first(MadeNetwork made) {
        SiteNetwork network = made.network();
        NetworkEvent event = NetworkEvent.of(made.siteId(0));
        long from = System.nanoTime();
        NetworkPrograms.impact(network, event, made.recoveryDays(0), SolverLimit.ONE_SECOND);
        NetworkPrograms.survival(network, event, SolverLimit.ONE_SECOND);
        return (System.nanoTime() - from) / NANOS;
    }

    private void network(String name, MadeNetwork made) {
        SiteNetwork network = made.network();
        IntPredicate impact = site -> NetworkPrograms.impact(
                                network,
                                NetworkEvent.of(made.siteId(site)),
                                made.recoveryDays(site),
                                SolverLimit.ONE_SECOND)
                        .exactness()
                == Exactness.EXACT;
        IntPredicate survival =
                site -> NetworkPrograms.survival(network, NetworkEvent.of(made.siteId(site)), SolverLimit.ONE_SECOND)
                                .exactness()
                        == Exactness.EXACT;
        if (IntStream.range(0, WARM_UP).filter(impact).count()
                        + IntStream.range(0, WARM_UP_SURVIVALS).filter(survival).count()
                == 0) {
            throw new IllegalStateException("no program of " + name + " was solved while the compiler warmed up");
        }
        row(name, "impact", IntStream.range(0, made.sites()).toArray(), impact);
        int[] sample = new Random(SEED)
                .ints(0, made.sites())
                .distinct()
                .limit(SURVIVAL_SAMPLE)
                .toArray();
        row(name, "time to survive", sample, survival);
    }

    private void row(String name, String what, int[] sites, IntPredicate exact) {
        double[] seconds = new double[sites.length];
        boolean[] solved = new boolean[sites.length];
        long start = System.nanoTime();
        IntStream.range(0, sites.length).parallel().forEach(i -> {
            long from = System.nanoTime();
            solved[i] = exact.test(sites[i]);
            seconds[i] = (System.nanoTime() - from) / NANOS;
        });
        double all = (System.nanoTime() - start) / NANOS;
        int[] slowFirst = IntStream.range(0, sites.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -seconds[i]))
                .mapToInt(i -> i)
                .toArray();
        int exactTogether = count(solved);
        double slowestAlone = 0;
        for (int place = 0; place < slowFirst.length; place++) {
            int event = slowFirst[place];
            if (place < SLOWEST || !solved[event]) {
                double best = Double.POSITIVE_INFINITY;
                for (int time = 0; time < TIMES; time++) {
                    long from = System.nanoTime();
                    solved[event] |= exact.test(sites[event]);
                    best = Math.min(best, (System.nanoTime() - from) / NANOS);
                }
                slowestAlone = Math.max(slowestAlone, best);
            }
        }
        Arrays.sort(seconds);
        out.printf(
                Locale.ROOT,
                "| %s | %s | %,d | %,d | %,d | %.4f s | %.3f s | %.2f s | %.2f s | %.0f s |%n",
                name,
                what,
                sites.length,
                exactTogether,
                count(solved),
                seconds[seconds.length / 2],
                seconds[(int) (0.99 * seconds.length)],
                seconds[seconds.length - 1],
                slowestAlone,
                all);
    }

    private static int count(boolean... marked) {
        return (int) IntStream.range(0, marked.length).filter(i -> marked[i]).count();
    }

    private void years() {
        out.printf("%n## Simulated years%n%n");
        out.println("| Events | items | years | time | heap | mean | VaR 95 % | CVaR 95 % |");
        out.println("|---:|---:|---:|---:|---:|---:|---:|---:|");
        List<LossEvent> events = events();
        for (long years : new long[] {10_000, 100_000, 1_000_000}) {
            long start = System.nanoTime();
            SimulatedLoss loss = YearLosses.simulate(events, years, 0.95, SEED);
            double seconds = (System.nanoTime() - start) / NANOS;
            System.gc();
            double heap =
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
            out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %,d | %.2f s | %.0f MB | %,.0f ± %,.0f | %,.0f ± %,.0f | %,.0f ± %,.0f |%n",
                    EVENTS,
                    ITEMS,
                    years,
                    seconds,
                    heap,
                    loss.mean(),
                    loss.meanError(),
                    loss.var(),
                    loss.varError(),
                    loss.cvar(),
                    loss.cvarError());
        }
    }

    /** Every item hangs on three events: its supplier, its lane and its region. */
    private static List<LossEvent> events() {
        Random random = new Random(SEED);
        List<List<Exposure>> exposures = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            exposures.add(new ArrayList<>());
        }
        for (int item = 0; item < ITEMS; item++) {
            Exposure exposure =
                    new Exposure("item" + item, 60 * random.nextDouble(), Math.exp(3 + random.nextGaussian()));
            exposures.get(random.nextInt(900)).add(exposure);
            exposures.get(900 + random.nextInt(80)).add(exposure);
            exposures.get(980 + random.nextInt(20)).add(exposure);
        }
        List<LossEvent> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Disruptions disruptions =
                    new Disruptions(0.02 + 0.5 * random.nextDouble(), DisruptionLength.lognormal(30, 1));
            events.add(new LossEvent("event" + i, disruptions, exposures.get(i)));
        }
        return events;
    }
}
