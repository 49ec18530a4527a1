package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Has the rate of failures risen? A cumulative sum of log-likelihood ratios, never below 0. Without a change the mean run
 * until a signal is at least {@code e^h} lines, whatever the rate (Lorden 1971).
 */
final class FailureCusum {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "review.cusumBernoulli.1",
            "S = max(0, S + ln(p1 / p0)) on a failure, max(0, S + ln((1 - p1) / (1 - p0))) else; signal at S >= h",
            "Page 1954; Lorden 1971; Reynolds & Stoumbos 1999");

    // a sum that equals h in exact arithmetic is a signal
    private static final double SLACK = 1e-12;

    private FailureCusum() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("1 for a failure, 0 for none, in order") List<Integer> failures,

            @Doc("rate of failures when all is well, (0, 1)")
            double p0,

            @Doc("rate to be found, above p0, below 1") double p1,

            @Doc("height of the signal, above 0; ln 200 is customary")
            double h) {

        Inputs {
            failures = List.copyOf(failures);
            for (int i = 0; i < failures.size(); i++) {
                int failure = failures.get(i);
                if (failure != 0 && failure != 1) {
                    throw new IllegalArgumentException("failures[" + i + "] must be 0 or 1, was " + failure);
                }
            }
            Require.probability("p0", p0);
            Require.probability("p1", p1);
            if (!(p1 > p0)) {
                throw new IllegalArgumentException("p1 must be above p0, were p0=" + p0 + ", p1=" + p1);
            }
            Require.positive("h", h);
        }
    }

    /** The sum after each line, and the 0-based line of the first signal; null if there is none. */
    record Result(List<Double> path, OptionalInt signalIndex) {}

    static Result calculate(Inputs inputs) {
        List<Double> path = new ArrayList<>();
        OptionalInt signal = OptionalInt.empty();
        double sum = 0;
        for (int i = 0; i < inputs.failures.size(); i++) {
            sum = next(sum, inputs.failures.get(i) == 1, inputs.p0, inputs.p1);
            path.add(sum);
            if (signal.isEmpty() && signals(sum, inputs.h)) {
                signal = OptionalInt.of(i);
            }
        }
        return new Result(List.copyOf(path), signal);
    }

    /** The sum after one more line. */
    static double next(double sum, boolean failure, double p0, double p1) {
        double ratio = failure ? Math.log(p1 / p0) : Math.log1p(-p1) - Math.log1p(-p0);
        return Math.max(0, sum + ratio);
    }

    /** Whether a sum is a signal. */
    static boolean signals(double sum, double h) {
        return sum >= h - SLACK;
    }
}
