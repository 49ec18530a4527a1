package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.UnitLoss;
import io.posture.spi.Doc;

/** The unit loss of the standard normal distribution and its inverse. */
final class StandardLoss {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.unitLoss.1", "G(k) = phi(k) - k (1 - Phi(k))", "Silver, Pyke & Thomas 2017, appendix B");

    static final Origin.Formula INVERSE =
            new Origin.Formula("buf.unitLossInverse.1", "k with G(k) = g, by a bracketed root on ln G", "DOMAIN E.4");

    private StandardLoss() {}

    /** Inputs of the loss. */
    record Inputs(
            @Doc("stock above the mean in standard deviations, finite")
            double k) {}

    /** The expected shortage of a cycle, in standard deviations. */
    record Result(double g) {}

    static Result calculate(Inputs inputs) {
        return new Result(UnitLoss.of(inputs.k));
    }

    /** Inputs of the inverse. */
    record InverseInputs(@Doc("unit loss, above 0") double g) {}

    /** Stock above the mean in standard deviations. */
    record InverseResult(double k) {}

    static InverseResult invert(InverseInputs inputs) {
        return new InverseResult(UnitLoss.inverse(inputs.g));
    }
}
