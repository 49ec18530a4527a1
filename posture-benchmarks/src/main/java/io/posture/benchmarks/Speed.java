package io.posture.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.infra.Blackhole;

/** Prints the CPU time of every benchmark beside its goal, as a table for the documentation. */
public final class Speed {

    private static final int ROUNDS = 25;
    private static final double ROUND_NANOS = 3e8;

    private final PrintStream out;
    private final Blackhole consumer;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    private Speed(PrintStream out) {
        this.out = out;
        this.consumer = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is " + "dangerous.");
    }

    /**
     * Prints; takes no arguments.
     *
     * @throws Exception if a benchmark fails
     */
    public static void main(String[] args) throws Exception {
        System.out.print(Page.head(Speed.class));
        Speed speed = new Speed(System.out);
        speed.numerics();
        speed.leadTimeDemand();
        speed.demand();
        speed.chain();
        System.out.print(Page.tail(Speed.class));
    }

    private void numerics() throws Exception {
        NumericsBenchmark numerics = new NumericsBenchmark();
        row("normal quantile", "", numerics::normalQuantile);
        row("unit normal loss", "", numerics::unitLoss);
        row("its inverse", "", numerics::unitLossInverse);
        row("gamma reorder point", "", numerics::gammaReorderPoint);
        row("Poisson reorder point", "", numerics::poissonReorderPoint);
        row("negative binomial reorder point", "", numerics::negativeBinomialReorderPoint);
        row("quantile of a mixture of seven normals", "", numerics::normalMixtureQuantile);
    }

    private void leadTimeDemand() throws Exception {
        LeadTimeDemandBenchmark demand = new LeadTimeDemandBenchmark();
        row("10,000 normal trials, three quantiles", "1.2 times C", demand::normalTrials);
        double bootstrap = row("10,000 bootstrap trials, three quantiles", "1.6 times C", demand::bootstrapTrials);
        row(
                "the same quantiles exactly, by convolution",
                String.format(Locale.ROOT, "%.0f µs, half of it", bootstrap / 2),
                demand::exact);
    }

    private void demand() throws Exception {
        DemandBenchmark demand = new DemandBenchmark();
        row("moments of 104 weeks", "", demand::moments);
        row("trend: Mann-Kendall and Theil-Sen", "", demand::trend);
        row("change points, exact", "", demand::changePoints);
        row("demand profile: moments, class, trend, season, outliers, change points", "", demand::profile);
    }

    private void chain() throws Exception {
        ChainBenchmark chain = new ChainBenchmark();
        row("moments, segments, Z formula, EOQ, decision with its reason tree", "5 µs", chain::closedForms);
        row("the same with trend, season, outliers and change points", "150 µs", chain::searchesAndClosedForms);
        row("standard pipeline, items of every class, profile given", "", chain::standardOfEveryClass);
        row("standard pipeline, items of every class, with the searches", "", chain::searchesAndStandardOfEveryClass);
        chain.close();
    }

    /** Best mean time of a round, microseconds. */
    private double row(String name, String goal, Callable<?> work) throws Exception {
        long count = 1;
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; ) {
            long start = clock.getCurrentThreadCpuTime();
            for (long i = 0; i < count; i++) {
                consumer.consume(work.call());
            }
            double nanos = clock.getCurrentThreadCpuTime() - start;
            if (nanos < ROUND_NANOS) {
                count *= 2;
            } else {
                best = Math.min(best, nanos / count / 1e3);
                round++;
            }
        }
        out.printf(Locale.ROOT, best < 1 ? "| %s | %.3f µs | %s |%n" : "| %s | %.1f µs | %s |%n", name, best, goal);
        return best;
    }
}
