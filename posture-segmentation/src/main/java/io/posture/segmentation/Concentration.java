package io.posture.segmentation;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import io.posture.spi.Doc;
import java.util.List;

/** How concentrated shares are: the Herfindahl-Hirschman index. */
final class Concentration {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.hhi.1", "sum of squared shares, shares adding up to 1", "Hirschman 1945; Herfindahl 1950");

    private Concentration() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("shares or weights, each at least 0, not all 0")
            List<Double> shares) {

        Inputs {
            shares = List.copyOf(shares);
        }
    }

    /** The index and how many equal sources it is worth. */
    record Result(double hhi, double effectiveSources) {}

    /** The index of a list of shares. */
    static Result of(Inputs inputs) {
        double hhi = hhi(inputs.shares());
        return new Result(hhi, 1 / hhi);
    }

    /**
     * Herfindahl-Hirschman index, (0, 1]: 1 for one source, 1/n for n equal ones.
     *
     * @param shares shares or weights; brought to a sum of 1
     * @throws IllegalArgumentException if a share is negative or not finite, or none is above 0
     */
    static double hhi(List<Double> shares) {
        double[] weights = new double[shares.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Require.notNegative("share", shares.get(i));
        }
        double total = Sums.of(weights);
        if (!(total > 0)) {
            throw new IllegalArgumentException("shares must add up to more than 0, were " + shares);
        }
        double sum = 0;
        for (double weight : weights) {
            double share = weight / total;
            sum += share * share;
        }
        return sum;
    }
}
