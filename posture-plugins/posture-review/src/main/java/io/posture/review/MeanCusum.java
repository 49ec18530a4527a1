package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Has a mean risen? One-sided cumulative sum of standardised values. */
final class MeanCusum {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "review.cusumGaussian.1",
            "C = max(0, C + (x - mean) / sd - k); signal at C > h",
            "Page 1954; Montgomery, Introduction to Statistical Quality Control");

    private MeanCusum() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("values in order, finite") List<Double> values,
            @Doc("mean when all is well, finite") double mean,
            @Doc("standard deviation, above 0") double sd,

            @Doc("allowance, standard deviations, at least 0; 0.5 is customary")
            double k,

            @Doc("height of the signal, standard deviations, above 0; 5 is customary")
            double h) {

        Inputs {
            values = List.copyOf(values);
            for (int i = 0; i < values.size(); i++) {
                Require.finite("values[" + i + "]", values.get(i));
            }
            Require.finite("mean", mean);
            Require.positive("sd", sd);
            Require.notNegative("k", k);
            Require.positive("h", h);
        }
    }

    /** The sum after each value, and the 0-based value of the first signal; null if there is none. */
    record Result(List<Double> path, OptionalInt signalIndex) {}

    static Result calculate(Inputs inputs) {
        List<Double> path = new ArrayList<>();
        OptionalInt signal = OptionalInt.empty();
        double sum = 0;
        for (int i = 0; i < inputs.values.size(); i++) {
            sum = next(sum, (inputs.values.get(i) - inputs.mean) / inputs.sd, inputs.k);
            path.add(sum);
            if (signal.isEmpty() && sum > inputs.h) {
                signal = OptionalInt.of(i);
            }
        }
        return new Result(List.copyOf(path), signal);
    }

    /** The sum after one more value, in standard deviations from the mean. */
    static double next(double sum, double deviations, double k) {
        return Math.max(0, sum + deviations - k);
    }
}
