package io.posture.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Three quantiles of lead-time demand: ten thousand trials against the exact distribution. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class LeadTimeDemandBenchmark {

    private static final int ITEMS = 300;
    private static final int TRIALS = 10_000;

    private final LeadTimeDemand[] items =
            IntStream.range(0, ITEMS).mapToObj(LeadTimeDemand::new).toArray(LeadTimeDemand[]::new);
    private final double[] trials = new double[TRIALS];
    private int at;

    /** A benchmark. */
    public LeadTimeDemandBenchmark() {}

    private LeadTimeDemand next() {
        at = at + 1 < ITEMS ? at + 1 : 0;
        return items[at];
    }

    /** Ten thousand trials of normal demand over a gamma lead time. */
    @Benchmark
    public double[] normalTrials() {
        return next().normalTrials(trials);
    }

    /** Ten thousand trials of the bootstrap. */
    @Benchmark
    public double[] bootstrapTrials() {
        return next().bootstrapTrials(trials);
    }

    /** The exact distribution that the bootstrap samples. */
    @Benchmark
    public double[] exact() {
        return next().exactQuantiles();
    }
}
