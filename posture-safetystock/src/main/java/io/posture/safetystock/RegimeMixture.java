package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.NormalMixture;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;

/** Reorder point that covers stable and disrupted times with one number: a quantile of the mixture, not of averages. */
final class RegimeMixture {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.mixtureRop.1", "r with sum of w Phi((r - m) / s) = CSL", "finite mixtures; Eppen & Martin 1988");

    private RegimeMixture() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("share of time of each kind, each at least 0, not all 0; only their ratios count")
            List<Double> weights,

            @Doc("mean lead-time demand of each kind, pieces, at least 0, as many")
            List<Double> means,

            @Doc("standard deviation of lead-time demand of each kind, pieces, at least 0, as many")
            List<Double> sds,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            weights = Require.notEmpty("weights", Require.notNegative("weights", weights));
            Require.positive(
                    "sum of weights",
                    weights.stream().mapToDouble(Double::doubleValue).sum());
            means = Require.notNegative("means", means);
            sds = Require.notNegative("sds", sds);
            if (means.size() != weights.size() || sds.size() != weights.size()) {
                throw new IllegalArgumentException("means and sds must be as many as weights, " + weights.size()
                        + ", were " + means.size() + " and " + sds.size());
            }
            Require.probability("csl", csl);
        }
    }

    /** Reorder point, pieces. */
    record Result(double reorderPoint) {}

    static Result calculate(Inputs inputs) {
        return new Result(
                NormalMixture.quantile(array(inputs.weights), array(inputs.means), array(inputs.sds), inputs.csl));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
