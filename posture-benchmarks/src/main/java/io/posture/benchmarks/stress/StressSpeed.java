package io.posture.benchmarks.stress;

import io.posture.benchmarks.Page;
import io.posture.stress.ScenarioResult;
import io.posture.stress.StandardScenarios;
import io.posture.stress.StressEngine;
import io.posture.stress.StressNetwork;
import io.posture.stress.StressScenario;
import io.posture.stress.StressSettings;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints how long the standard set of stress tests takes, as a page of the documentation. */
public final class StressSpeed {

    private static final long SEED = 20_261_121;
    private static final int ROUNDS = 3;
    private static final int THREADS = 2;
    private static final int FAMILY = 20;

    private final PrintStream out;

    private StressSpeed(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints; the number of items is 100,000 unless said otherwise.
     *
     * @param args items, a multiple of ten
     */
    public static void main(String[] args) {
        int items = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        StressSpeed speed = new StressSpeed(System.out);
        speed.out.print(Page.head(StressSpeed.class));
        speed.table(items);
        speed.out.print(Page.tail(StressSpeed.class));
    }

    private void table(int items) {
        StressNetwork network = MadeNetwork.of(SEED, items, FAMILY);
        List<StressScenario> standard = StandardScenarios.of(network).scenarios();
        out.printf(
                Locale.ROOT,
                "%n%,d items, %,d nodes, products and components in families of about %d items.%n%n",
                items,
                network.nodes().size(),
                FAMILY * 5);
        out.println("| Scenario | items reached | items short | 1 thread, CPU | 2 threads, clock |");
        out.println("|---|---:|---:|---:|---:|");
        StressEngine one = StressEngine.of(network, StressSettings.DEFAULTS);
        StressEngine two = StressEngine.of(network, StressSettings.DEFAULTS.withThreads(THREADS));
        for (StressScenario scenario : standard) {
            ScenarioResult result = one.run(scenario);
            out.printf(
                    Locale.ROOT,
                    "| %s: %s | %,d | %,d | %.2f s | %.2f s |%n",
                    scenario.name(),
                    scenario.shocks().get(0).text(),
                    result.impacts().size(),
                    result.hit().size(),
                    seconds(one, List.of(scenario), true),
                    seconds(two, List.of(scenario), false));
        }
        out.printf(
                Locale.ROOT,
                "| **all %d** | | | %.2f s | **%.2f s** |%n",
                standard.size(),
                seconds(one, standard, true),
                seconds(two, standard, false));
        StressNetwork tangled = MadeNetwork.of(SEED, items, items);
        out.printf(
                Locale.ROOT,
                "| all %d, every product and component in one family | | | %.2f s | %.2f s |%n",
                standard.size(),
                seconds(StressEngine.of(tangled, StressSettings.DEFAULTS), standard, true),
                seconds(StressEngine.of(tangled, StressSettings.DEFAULTS.withThreads(THREADS)), standard, false));
    }

    /** The middle one of some rounds, after as many to warm up. */
    private static double seconds(StressEngine engine, List<StressScenario> scenarios, boolean cpu) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double[] times = new double[ROUNDS];
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = cpu ? clock.getCurrentThreadCpuTime() : System.nanoTime();
            int impacts = engine.run(scenarios).stream()
                    .mapToInt(result -> result.impacts().size())
                    .sum();
            if (impacts < 0) {
                throw new IllegalStateException("fewer than no items");
            }
            times[round % ROUNDS] = ((cpu ? clock.getCurrentThreadCpuTime() : System.nanoTime()) - start) / 1e9;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
