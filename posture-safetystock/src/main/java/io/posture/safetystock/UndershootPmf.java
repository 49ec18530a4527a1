package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import io.posture.spi.Doc;
import java.util.List;
import java.util.stream.DoubleStream;

/** How far below its reorder level a stock is when the order goes out, for demands of whole pieces. */
final class UndershootPmf {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.undershootPmf.1",
            "P(U = u) = P(size > u) / E(size), u >= 0",
            "Silver, Pyke & Thomas 2017; Axsäter 2015 ch. 5");

    private UndershootPmf() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("weights of the demand sizes 1, 2, 3, ..., each at least 0, their sum above 0")
            List<Double> sizeProbs) {

        Inputs {
            sizeProbs = List.copyOf(sizeProbs);
            sizeProbs.forEach(weight -> Require.notNegative("sizeProbs", weight));
            if (!(sizeProbs.stream().mapToDouble(Double::doubleValue).sum() > 0)) {
                throw new IllegalArgumentException("sizeProbs must have a sum above 0, were " + sizeProbs);
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param pmf probabilities of an undershoot of 0, 1, 2, ... pieces
     * @param mean pieces
     */
    record Result(List<Double> pmf, double mean) {

        Result {
            pmf = List.copyOf(pmf);
        }
    }

    static Result calculate(Inputs inputs) {
        double[] pmf =
                of(inputs.sizeProbs.stream().mapToDouble(Double::doubleValue).toArray());
        double[] parts = new double[pmf.length];
        for (int pieces = 0; pieces < pmf.length; pieces++) {
            parts[pieces] = pieces * pmf[pieces];
        }
        return new Result(DoubleStream.of(pmf).boxed().toList(), Sums.of(parts));
    }

    /**
     * Probabilities of an undershoot of 0, 1, 2, ... pieces.
     *
     * @param sizeWeights weights of the demand sizes 1, 2, 3, ...
     */
    static double[] of(double[] sizeWeights) {
        double[] above = new double[sizeWeights.length];
        double weight = 0;
        double total = 0;
        for (int pieces = sizeWeights.length - 1; pieces >= 0; pieces--) {
            weight += sizeWeights[pieces];
            above[pieces] = weight;
            total += weight;
        }
        for (int pieces = 0; pieces < above.length; pieces++) {
            above[pieces] /= total;
        }
        return above;
    }
}
