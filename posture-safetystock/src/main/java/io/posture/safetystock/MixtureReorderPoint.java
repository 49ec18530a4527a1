package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;

/** Reorder point for stable and disrupted stretches at once: the quantile of the mixture, not mixed moments. */
final class MixtureReorderPoint {

    static final Origin.Formula FORMULA =
            new Origin.Formula("demand.mixtureRop.1", "r with sum of w_i Phi((r - mu_i) / sd_i) = CSL", "DOMAIN A.7");

    private MixtureReorderPoint() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("weights, at least 0 with a sum above 0; only their ratios count")
            List<Double> weights,

            @Doc("means of lead-time demand, pieces, one for each weight")
            List<Double> means,

            @Doc("standard deviations of lead-time demand, pieces, at least 0, one for each weight")
            List<Double> sds,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            weights = List.copyOf(weights);
            means = List.copyOf(means);
            sds = List.copyOf(sds);
            if (weights.isEmpty() || weights.size() != means.size() || weights.size() != sds.size()) {
                throw new IllegalArgumentException("weights, means and sds must have one length above 0, had "
                        + weights.size() + ", " + means.size() + " and " + sds.size());
            }
            Require.probability("csl", csl);
        }
    }

    /** Reorder point, pieces. */
    record Result(double reorderPoint) {}

    static Result calculate(Inputs inputs) {
        MixedCover demand = new MixedCover(array(inputs.weights), array(inputs.means), array(inputs.sds));
        return new Result(demand.level(inputs.csl));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
