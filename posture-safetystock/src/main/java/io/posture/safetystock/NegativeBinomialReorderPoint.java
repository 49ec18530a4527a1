package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.NegativeBinomial;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Reorder point with negative binomial lead-time demand: whole pieces, several at a time. */
final class NegativeBinomialReorderPoint {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.negBinRop.1",
            "smallest whole r with P(X <= r) >= CSL, X negative binomial, size mu^2 / (var - mu), p = mu / var",
            "Silver, Pyke & Thomas 2017; Axsäter 2015");

    private NegativeBinomialReorderPoint() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean of lead-time demand, pieces, above 0")
            double ltdMean,

            @Doc("variance of lead-time demand, square pieces, above ltdMean")
            double ltdVar,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            Require.positive("ltdMean", ltdMean);
            if (!(ltdVar > ltdMean && ltdVar < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "ltdVar must be finite and above ltdMean " + ltdMean + ", was " + ltdVar);
            }
            Require.probability("csl", csl);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param size of the negative binomial distribution
     * @param p of the negative binomial distribution
     * @param reorderPoint pieces
     * @param achievedCsl the service level it reaches
     * @param esc expected pieces short a cycle
     */
    record Result(double size, double p, long reorderPoint, double achievedCsl, double esc) {}

    static Result calculate(Inputs inputs) {
        CoverDistribution.OfNegativeBinomial demand =
                CoverDistribution.OfNegativeBinomial.of(inputs.ltdMean, inputs.ltdVar);
        long level = (long) demand.level(inputs.csl);
        return new Result(
                demand.size(),
                demand.p(),
                level,
                NegativeBinomial.cdf(demand.size(), demand.p(), level),
                demand.shortfall((double) level));
    }
}
