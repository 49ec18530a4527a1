package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Reorder point for lead-time demand of given mean, deviation and skewness: a gamma moved along, Pearson's type III. */
final class ShiftedGammaDemand {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.shiftedGammaRop.1",
            "m - 2 s / g + quantile of gamma with shape 4 / g^2 and scale s g / 2",
            "Pearson 1895, type III");

    private ShiftedGammaDemand() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean lead-time demand, pieces, at least 0")
            double ltdMean,

            @Doc("standard deviation of lead-time demand, pieces, above 0")
            double ltdSd,

            @Doc("skewness of lead-time demand, at least 1e-5; a normal has 0")
            double ltdSkewness,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            Require.notNegative("ltdMean", ltdMean);
            Require.positive("ltdSd", ltdSd);
            Require.positive("ltdSkewness", ltdSkewness);
            Require.probability("csl", csl);
            CoverDistribution.OfShiftedGamma.of(ltdMean, ltdSd, ltdSkewness);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param shape shape of the gamma
     * @param scale its scale, pieces
     * @param shift how far it is moved, pieces
     * @param reorderPoint pieces
     * @param safetyStock pieces, at least 0
     * @param esc expected shortage of a cycle, pieces
     */
    record Result(double shape, double scale, double shift, double reorderPoint, double safetyStock, double esc) {}

    static Result calculate(Inputs inputs) {
        CoverDistribution.OfShiftedGamma cover =
                CoverDistribution.OfShiftedGamma.of(inputs.ltdMean, inputs.ltdSd, inputs.ltdSkewness);
        double level = cover.level(inputs.csl);
        return new Result(
                cover.gamma().shape(),
                cover.gamma().scale(),
                cover.shift(),
                level,
                Math.max(0, level - inputs.ltdMean),
                cover.shortfall(level));
    }
}
