package io.posture.benchmarks;

import io.posture.api.DemandClass;
import io.posture.api.DemandProfile;
import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.core.Pipeline;
import io.posture.core.PipelineSpec;
import io.posture.core.PostureEngine;
import io.posture.core.Step;
import io.posture.core.plugin.PluginCatalog;
import io.posture.numerics.Moments;
import io.posture.profile.DemandAnalysis;
import io.posture.profile.ProfileSettings;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a decision costs, item by item on one core, reason tree included. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class ChainBenchmark {

    private static final double DAYS_PER_WEEK = 7;

    private final PluginCatalog catalog = PluginCatalog.onPath(ChainBenchmark.class.getClassLoader());
    private final Catalogue smooth = Catalogue.of(List.of(DemandClass.SMOOTH));
    private final Catalogue all = Catalogue.of();
    private final Pipeline closedForm = PostureEngine.of(
                    PipelineSpec.standard().withSafetyStock(Step.of("auto").with(Map.of("method", "NORMAL"))), catalog)
            .fit(smooth.population());
    private final Pipeline standard =
            PostureEngine.of(PipelineSpec.standard(), catalog).fit(all.population());

    /** A benchmark. */
    public ChainBenchmark() {}

    /** Closes the plugins. */
    @TearDown
    public void close() {
        catalog.close();
    }

    /** Moments of weeks and months, segments, Z formula, order quantity and decision of a smooth item. */
    @Benchmark
    public Outcome closedForms() {
        Catalogue.Entry entry = smooth.next();
        return closedForm.decide(withMoments(entry));
    }

    /** The same without the moments. */
    @Benchmark
    public Outcome closedFormsWithoutMoments() {
        return closedForm.decide(smooth.next().profile());
    }

    /** Trend, season, outliers and change points of a smooth item, then the decision by closed forms. */
    @Benchmark
    public Outcome searchesAndClosedForms() {
        Catalogue.Entry entry = smooth.next();
        return closedForm.decide(analysed(entry));
    }

    /** The standard pipeline on profiled items of every class, exact quantiles of sporadic demand included. */
    @Benchmark
    public Outcome standardOfEveryClass() {
        return standard.decide(all.next().profile());
    }

    /** The same with trend, season, outliers and change points. */
    @Benchmark
    public Outcome searchesAndStandardOfEveryClass() {
        return standard.decide(analysed(all.next()));
    }

    private static ItemProfile analysed(Catalogue.Entry entry) {
        ItemProfile profile = entry.profile();
        DemandProfile demand = DemandAnalysis.profile(entry.history(), entry.months(), ProfileSettings.DEFAULTS);
        return new ItemProfile(profile.item(), profile.state(), demand, profile.supply(), profile.stock());
    }

    private static ItemProfile withMoments(Catalogue.Entry entry) {
        ItemProfile profile = entry.profile();
        DemandProfile known = profile.demand();
        Moments weeks = Moments.of(entry.weeks());
        Moments months = Moments.of(entry.monthly());
        DemandProfile demand = new DemandProfile(
                known.history(),
                known.demandClass(),
                weeks.mean().orElseThrow() / DAYS_PER_WEEK,
                OptionalDouble.of(weeks.sd().orElseThrow() / Math.sqrt(DAYS_PER_WEEK)),
                known.adi(),
                known.squaredCv(),
                known.maxPerDay(),
                known.months(),
                months.cv(),
                known.seasonal(),
                known.annualIssues(),
                known.daysSinceLastIssue(),
                known.returnedPieces(),
                known.rows());
        return new ItemProfile(profile.item(), profile.state(), demand, profile.supply(), profile.stock());
    }
}
