package io.posture.stress;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** The least by which orders vary more than demand under an order-up-to rule with a moving average. */
final class BullwhipBound {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "stress.bullwhipBound.1",
            "1 + (2 L / p + 2 L^2 / p^2) (1 - rho^p)",
            "Chen, Drezner, Ryan & Simchi-Levi 2000");

    private BullwhipBound() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("lead time with the review period L, periods, at least 0")
            double leadPeriods,

            @Doc("periods that the moving average takes p, at least 1")
            int windowPeriods,

            @Doc("correlation of demand with that of the period before, (-1, 1)")
            double rho) {

        Inputs {
            Require.notNegative("leadPeriods", leadPeriods);
            if (windowPeriods < 1) {
                throw new IllegalArgumentException("windowPeriods must be at least 1, was " + windowPeriods);
            }
            if (!(rho > -1 && rho < 1)) {
                throw new IllegalArgumentException("rho must be in (-1, 1), was " + rho);
            }
        }
    }

    /** Lower bound of the ratio of variances. */
    record Result(double bound) {}

    static Result calculate(Inputs inputs) {
        double periods = inputs.leadPeriods / inputs.windowPeriods;
        return new Result(1 + 2 * periods * (1 + periods) * (1 - Math.pow(inputs.rho, inputs.windowPeriods)));
    }
}
