package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.numerics.UnitLoss;
import io.posture.spi.Doc;

/** Expected shortage of a cycle in standard deviations, with stock for the mean and k deviations of normal demand. */
final class NormalLoss {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.unitLoss.1",
            "phi(k) - k (1 - Phi(k)), for k < 0 G(-k) - k",
            "Silver, Pyke & Thomas 2017; Snyder & Shen 2019");

    private NormalLoss() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("standard deviations above the mean, finite")
            double k) {

        Inputs {
            Require.finite("k", k);
        }
    }

    /** Unit loss, standard deviations; 0 beyond k = 38. */
    record Result(double g) {}

    static Result calculate(Inputs inputs) {
        return new Result(UnitLoss.of(inputs.k));
    }
}
