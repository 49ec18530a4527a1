package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Poisson;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Reorder point for lead-time demand of a Poisson distribution: single pieces, each independent of the others. */
final class PoissonDemand {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.poissonRop.1",
            "smallest whole r with P(X <= r) >= CSL; ESC = E(X - r)+",
            "Silver, Pyke & Thomas 2017; Axsater 2015");

    private static final double LARGEST_MEAN = 1e9;

    private PoissonDemand() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean lead-time demand, pieces, [0, 1e9]") double ltdMean,
            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            if (!(ltdMean >= 0 && ltdMean <= LARGEST_MEAN)) {
                throw new IllegalArgumentException("ltdMean must be in [0, 1e9], was " + ltdMean);
            }
            Require.probability("csl", csl);
        }
    }

    /** Reorder point, pieces, the service level it reaches, and the expected shortage of a cycle, pieces. */
    record Result(long reorderPoint, double achievedCsl, double esc) {}

    static Result calculate(Inputs inputs) {
        long level = Poisson.quantile(inputs.ltdMean, inputs.csl);
        return new Result(level, Poisson.cdf(inputs.ltdMean, level), Poisson.expectedExcess(inputs.ltdMean, level));
    }
}
