package io.posture.benchmarks;

import io.posture.numerics.Gamma;
import io.posture.numerics.NegativeBinomial;
import io.posture.numerics.Normal;
import io.posture.numerics.NormalMixture;
import io.posture.numerics.Poisson;
import io.posture.numerics.UnitLoss;
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

/** The distributions behind the closed forms, with changing arguments. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class NumericsBenchmark {

    private static final int CASES = 1024;
    private static final int MIXED = 7;

    private final double[] levels = new double[CASES];
    private final double[] safetyFactors = new double[CASES];
    private final double[] losses = new double[CASES];
    private final double[] means = new double[CASES];
    private final double[] shapes = new double[CASES];
    private final double[] smallMeans = new double[CASES];
    private final double[] sizes = new double[CASES];
    private final double[] successes = new double[CASES];
    private final double[][] mixtureMeans = new double[CASES][MIXED];
    private final double[][] mixtureSds = new double[CASES][MIXED];
    private final double[] mixtureWeights = {1, 2, 3, 4, 3, 2, 1};
    private int at;

    /** A benchmark with its cases drawn from a fixed seed. */
    public NumericsBenchmark() {
        Draws draws = Draws.of(1, "numerics", 0);
        for (int i = 0; i < CASES; i++) {
            levels[i] = 1 - Math.pow(10, draws.between(-4, -0.7));
            safetyFactors[i] = draws.between(-1, 4);
            losses[i] = Math.pow(10, draws.between(-6, -0.5));
            means[i] = draws.between(20, 2_000);
            shapes[i] = draws.between(0.5, 4);
            smallMeans[i] = draws.between(0.05, 10);
            double variance = smallMeans[i] * draws.between(1.2, 6);
            successes[i] = smallMeans[i] / variance;
            sizes[i] = smallMeans[i] * smallMeans[i] / (variance - smallMeans[i]);
            for (int k = 0; k < MIXED; k++) {
                mixtureMeans[i][k] = means[i] * (3 + k);
                mixtureSds[i][k] = 0.4 * means[i] * Math.sqrt(3.0 + k);
            }
        }
    }

    private int next() {
        at = (at + 1) & (CASES - 1);
        return at;
    }

    /** Normal quantile at service levels from 80 % to 99.99 %. */
    @Benchmark
    public double normalQuantile() {
        return Normal.quantile(levels[next()]);
    }

    /** Unit normal loss at safety factors from -1 to 4. */
    @Benchmark
    public double unitLoss() {
        return UnitLoss.of(safetyFactors[next()]);
    }

    /** Its inverse at losses from 1e-6 to 0.3. */
    @Benchmark
    public double unitLossInverse() {
        return UnitLoss.inverse(losses[next()]);
    }

    /** Gamma reorder point, coefficients of variation from 0.5 to 1.4. */
    @Benchmark
    public double gammaReorderPoint() {
        int i = next();
        return Gamma.quantile(shapes[i], means[i] / shapes[i], levels[i]);
    }

    /** Poisson reorder point, means up to 10. */
    @Benchmark
    public long poissonReorderPoint() {
        int i = next();
        return Poisson.quantile(smallMeans[i], levels[i]);
    }

    /** Negative binomial reorder point, means up to 10. */
    @Benchmark
    public long negativeBinomialReorderPoint() {
        int i = next();
        return NegativeBinomial.quantile(sizes[i], successes[i], levels[i]);
    }

    /** Quantile of a mixture of seven normals: normal demand over a lead time of three to nine weeks. */
    @Benchmark
    public double normalMixtureQuantile() {
        int i = next();
        return NormalMixture.quantile(mixtureWeights, mixtureMeans[i], mixtureSds[i], levels[i]);
    }
}
