package io.posture.resilience.economics;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import io.posture.spi.Doc;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a year's loss is on average, what it does not exceed in most years, and what it is on average in the others. Decide
 * on the last: the second ignores what lies beyond it.
 */
public final class LossTail {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.varCvar.1",
            "VaR = smallest x with F(x) >= a; CVaR = ((F(VaR) - a) VaR + sum of p x over x > VaR) / (1 - a)",
            "Rockafellar & Uryasev 2002");

    private static final double SLACK = 1e-12;
    private static final double ROUNDING = 1e-9;

    private LossTail() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("losses of a year, money") List<Double> losses,

            @Doc("their probabilities, at least 0, 1 together")
            List<Double> probs,

            @Doc("level a, (0, 1)") double alpha) {

        /** As many probabilities as losses. */
        public Inputs {
            losses = List.copyOf(Require.notEmpty("losses", losses));
            for (Double loss : losses) {
                Require.finite("losses", loss);
            }
            probs = Require.notNegative("probs", probs);
            if (probs.size() != losses.size()) {
                throw new IllegalArgumentException("probs must hold one probability for each of the " + losses.size()
                        + " losses, held " + probs.size());
            }
            double sum = Sums.of(probs.stream().mapToDouble(Double::doubleValue).toArray());
            if (!(Math.abs(sum - 1) <= ROUNDING)) {
                throw new IllegalArgumentException("probs must be 1 together, were " + sum);
            }
            Require.probability("alpha", alpha);
        }
    }

    /** Mean, value at risk and its conditional mean, money. */
    public record Result(double mean, double var, double cvar) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        int[] order = IntStream.range(0, in.losses.size())
                .boxed()
                .sorted(Comparator.comparingDouble(in.losses::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int n = order.length;
        int at = 0;
        double reached = in.probs.get(order[0]);
        while (at + 1 < n && reached < in.alpha - SLACK) {
            at++;
            reached += in.probs.get(order[at]);
        }
        double var = in.losses.get(order[at]);
        while (at + 1 < n && in.losses.get(order[at + 1]) == var) {
            at++;
            reached += in.probs.get(order[at]);
        }
        double[] terms = new double[n];
        for (int i = 0; i < n; i++) {
            terms[i] = in.probs.get(order[i]) * in.losses.get(order[i]);
        }
        double beyond = Sums.of(Arrays.copyOfRange(terms, at + 1, n));
        double cvar = (Math.max(0, reached - in.alpha) * var + beyond) / (1 - in.alpha);
        return new Result(Sums.of(terms), var, cvar);
    }
}
