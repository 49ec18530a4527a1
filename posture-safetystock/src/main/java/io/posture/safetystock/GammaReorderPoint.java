package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Reorder point with gamma lead-time demand of given mean and deviation: never negative, however wide. */
final class GammaReorderPoint {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.gammaRop.1",
            "r = gamma quantile, shape mu^2 / sigma^2, scale sigma^2 / mu; SS = max(0, r - mu); ESC = mu S(a+1) - r S(a)",
            "Burgin 1975; Silver, Pyke & Thomas 2017");

    private GammaReorderPoint() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean of lead-time demand, pieces, above 0")
            double ltdMean,

            @Doc("standard deviation of lead-time demand, pieces, above 0")
            double ltdSd,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            Require.positive("ltdMean", ltdMean);
            Require.positive("ltdSd", ltdSd);
            Require.probability("csl", csl);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param shape of the gamma distribution
     * @param scale of the gamma distribution, pieces
     * @param reorderPoint pieces
     * @param safetyStock pieces, at least 0
     * @param esc expected pieces short a cycle
     */
    record Result(double shape, double scale, double reorderPoint, double safetyStock, double esc) {}

    static Result calculate(Inputs inputs) {
        CoverDistribution.OfGamma demand = CoverDistribution.OfGamma.of(inputs.ltdMean, inputs.ltdSd);
        double level = demand.level(inputs.csl);
        return new Result(
                demand.shape(), demand.scale(), level, Math.max(0, level - inputs.ltdMean), demand.shortfall(level));
    }
}
