package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.NegativeBinomial;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** Reorder point for lead-time demand of a negative binomial distribution: pieces that come in clusters. */
final class NegativeBinomialDemand {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.negBinRop.1",
            "smallest whole r with P(X <= r) >= CSL, size m^2 / (v - m), p = m / v; ESC = E(X - r)+",
            "Silver, Pyke & Thomas 2017; Syntetos & Boylan 2006");

    private static final double LARGEST_MEAN = 1e9;

    private NegativeBinomialDemand() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean lead-time demand, pieces, [0, 1e9]; 0 needs no stock")
            double ltdMean,

            @Doc("variance of lead-time demand, square pieces, above the mean")
            double ltdVar,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            if (!(ltdMean >= 0 && ltdMean <= LARGEST_MEAN)) {
                throw new IllegalArgumentException("ltdMean must be in [0, 1e9], was " + ltdMean);
            }
            if (!(ltdVar > ltdMean && ltdVar < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("ltdVar must be finite and above ltdMean " + ltdMean + ", was "
                        + ltdVar + ". Maybe take the Poisson distribution.");
            }
            Require.probability("csl", csl);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param size size of the distribution; absent without demand
     * @param p its p; absent without demand
     * @param reorderPoint pieces
     * @param achievedCsl the service level it reaches
     * @param esc expected shortage of a cycle, pieces
     */
    record Result(OptionalDouble size, OptionalDouble p, long reorderPoint, double achievedCsl, double esc) {}

    static Result calculate(Inputs inputs) {
        double mean = inputs.ltdMean;
        if (mean == 0) {
            return new Result(OptionalDouble.empty(), OptionalDouble.empty(), 0, 1, 0);
        }
        double size = mean * mean / (inputs.ltdVar - mean);
        double p = mean / inputs.ltdVar;
        long level = NegativeBinomial.quantile(size, p, inputs.csl);
        return new Result(
                OptionalDouble.of(size),
                OptionalDouble.of(p),
                level,
                NegativeBinomial.cdf(size, p, level),
                NegativeBinomial.expectedExcess(size, p, level));
    }
}
