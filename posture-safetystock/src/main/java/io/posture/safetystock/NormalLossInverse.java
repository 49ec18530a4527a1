package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.numerics.UnitLoss;
import io.posture.spi.Doc;

/** Standard deviations above the mean at which the unit loss has a wanted value. */
final class NormalLossInverse {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.unitLossInverse.1", "k with ln G(k) = ln g", "Silver, Pyke & Thomas 2017; Snyder & Shen 2019");

    private NormalLossInverse() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("unit loss, standard deviations, finite and above 0")
            double g) {

        Inputs {
            Require.positive("g", g);
        }
    }

    /** Standard deviations above the mean; negative for a unit loss above 0.3989. */
    record Result(double k) {}

    static Result calculate(Inputs inputs) {
        return new Result(UnitLoss.inverse(inputs.g));
    }
}
