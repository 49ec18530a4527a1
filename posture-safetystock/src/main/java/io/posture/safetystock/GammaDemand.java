package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Gamma;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** Reorder point for lead-time demand of a gamma distribution: skewed, and never below zero as a normal would be. */
final class GammaDemand {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.gammaRop.1",
            "quantile of gamma with shape m^2 / s^2 and scale s^2 / m; ESC = m S(a+1)(r) - r S(a)(r)",
            "Burgin 1975; Silver, Pyke & Thomas 2017");

    /** Below this the shape would be above 1e10; the distribution is normal there. */
    private static final double LEAST_CV = 1e-5;

    private GammaDemand() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean lead-time demand, pieces, at least 0; 0 needs no stock")
            double ltdMean,

            @Doc("standard deviation of lead-time demand, pieces: 0 if certain, else at least 1e-5 of the mean")
            double ltdSd,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            Require.notNegative("ltdMean", ltdMean);
            Require.notNegative("ltdSd", ltdSd);
            Require.probability("csl", csl);
            if (ltdSd > 0 && ltdSd < LEAST_CV * ltdMean) {
                throw new IllegalArgumentException("ltdSd must be 0 or at least 1e-5 of ltdMean " + ltdMean + ", was "
                        + ltdSd + ". Maybe take the normal distribution: the two are the same there.");
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param shape shape; absent without demand or if demand is certain
     * @param scale scale, pieces; absent without demand or if demand is certain
     * @param reorderPoint pieces
     * @param safetyStock pieces, at least 0
     * @param esc expected shortage of a cycle, pieces
     */
    record Result(OptionalDouble shape, OptionalDouble scale, double reorderPoint, double safetyStock, double esc) {}

    static Result calculate(Inputs inputs) {
        double mean = inputs.ltdMean;
        if (mean == 0 || inputs.ltdSd == 0) {
            return new Result(OptionalDouble.empty(), OptionalDouble.empty(), mean, 0, 0);
        }
        double ratio = mean / inputs.ltdSd;
        double shape = ratio * ratio;
        double scale = inputs.ltdSd / ratio;
        double level = Gamma.quantile(shape, scale, inputs.csl);
        return new Result(
                OptionalDouble.of(shape),
                OptionalDouble.of(scale),
                level,
                Math.max(0, level - mean),
                Gamma.expectedExcess(shape, scale, level));
    }
}
