package io.posture.benchmarks;

import io.posture.api.DemandProfile;
import io.posture.api.Trend;
import io.posture.numerics.Moments;
import io.posture.profile.DemandAnalysis;
import io.posture.profile.ProfileSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the demand of one item costs: 104 weekly buckets of the made-up manufacturer's items, one after the other. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class DemandBenchmark {

    private final Catalogue catalogue = Catalogue.of();

    /** A benchmark. */
    public DemandBenchmark() {}

    /** Mean, deviation and coefficient of variation. */
    @Benchmark
    public Moments moments() {
        return Moments.of(catalogue.next().weeks());
    }

    /** Mann-Kendall test and Theil-Sen slope over all pairs. */
    @Benchmark
    public Optional<Trend> trend() {
        return DemandAnalysis.trend(catalogue.next().weeks(), 365.0 / 7);
    }

    /** Exact change points of mean and variance. */
    @Benchmark
    public List<Integer> changePoints() {
        return DemandAnalysis.changePoints(catalogue.next().weeks());
    }

    /** Everything: moments, class, season, outliers, change points, trend. */
    @Benchmark
    public DemandProfile profile() {
        Catalogue.Entry entry = catalogue.next();
        return DemandAnalysis.profile(entry.history(), entry.months(), ProfileSettings.DEFAULTS);
    }
}
