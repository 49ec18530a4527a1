package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Poisson;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Reorder point with Poisson lead-time demand: whole pieces, one at a time. */
final class PoissonReorderPoint {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.poissonRop.1",
            "smallest whole r with P(X <= r) >= CSL, X Poisson; ESC = E(X - r)+",
            "Silver, Pyke & Thomas 2017; Axsäter 2015");

    private PoissonReorderPoint() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean of lead-time demand, pieces, at least 0")
            double ltdMean,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            Require.notNegative("ltdMean", ltdMean);
            Require.probability("csl", csl);
        }
    }

    /** Reorder point, pieces, the service level it reaches, and expected pieces short a cycle. */
    record Result(long reorderPoint, double achievedCsl, double esc) {}

    static Result calculate(Inputs inputs) {
        CoverDistribution.OfPoisson demand = new CoverDistribution.OfPoisson(inputs.ltdMean);
        long level = (long) demand.level(inputs.csl);
        return new Result(level, Poisson.cdf(inputs.ltdMean, level), demand.shortfall((double) level));
    }
}
