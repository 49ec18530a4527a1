package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.Arrays;
import java.util.List;

/** How far the position is below a reorder point when the order goes out, by the sizes of the demands that take it there. */
final class UndershootSizes {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.undershootPmf.1",
            "P(U = u) = P(size > u) / sum of P(size > u), u >= 0",
            "Silver, Pyke & Thomas 2017; Axsater 2015");

    private UndershootSizes() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("probability of a demand of 1, 2, ... pieces, each at least 0, not all 0; only their ratios count")
            List<Double> sizeProbs) {

        Inputs {
            sizeProbs = Require.notEmpty("sizeProbs", Require.notNegative("sizeProbs", sizeProbs));
            Require.positive(
                    "sum of sizeProbs",
                    sizeProbs.stream().mapToDouble(Double::doubleValue).sum());
        }
    }

    /** Probabilities of an undershoot of 0, 1, ... pieces, and its mean, pieces. */
    record Result(List<Double> pmf, double mean) {}

    static Result calculate(Inputs inputs) {
        double[] pmf =
                pmf(inputs.sizeProbs.stream().mapToDouble(Double::doubleValue).toArray());
        double mean = 0;
        for (int u = pmf.length - 1; u > 0; u--) {
            mean += u * pmf[u];
        }
        return new Result(Arrays.stream(pmf).boxed().toList(), mean);
    }

    /**
     * Probabilities of an undershoot of 0, 1, ... pieces.
     *
     * @param sizes probability of a demand of 1, 2, ... pieces, each at least 0, not all 0; only their ratios count
     */
    static double[] pmf(double... sizes) {
        double[] pmf = new double[sizes.length];
        double above = 0;
        double total = 0;
        // from the largest size, so that a small tail is not the difference of two large sums
        for (int u = sizes.length - 1; u >= 0; u--) {
            above += sizes[u];
            pmf[u] = above;
            total += above;
        }
        for (int u = 0; u < pmf.length; u++) {
            pmf[u] /= total;
        }
        return pmf;
    }
}
