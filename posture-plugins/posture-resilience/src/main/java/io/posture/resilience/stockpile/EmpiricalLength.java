package io.posture.resilience.stockpile;

import io.posture.numerics.RandomStream;
import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One of a few lengths, each with its probability; in ascending order. */
record EmpiricalLength(List<Case> cases) implements DisruptionLength {

    /** What the probabilities may miss 1 by. */
    private static final double ROUNDING = 1e-9;

    /** How much above the wished tail still meets it. */
    private static final double SLACK = 1e-12;

    /** A length, days, and its probability. */
    record Case(double days, double probability) {}

    EmpiricalLength {
        cases = List.copyOf(cases);
    }

    static EmpiricalLength of(List<Double> days, List<Double> probabilities) {
        List<Double> lengths = Require.notEmpty("days", Require.notNegative("days", days));
        List<Double> shares = Require.notNegative("probs", probabilities);
        if (lengths.size() != shares.size()) {
            throw new IllegalArgumentException("probs must hold one probability for each of the " + lengths.size()
                    + " days, held " + shares.size());
        }
        double sum = Sums.of(shares.stream().mapToDouble(Double::doubleValue).toArray());
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("probs must be 1 together, were " + sum);
        }
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            cases.add(new Case(lengths.get(i), shares.get(i)));
        }
        cases.sort(Comparator.comparingDouble(Case::days));
        return new EmpiricalLength(cases);
    }

    @Override
    public double meanDays() {
        return excess(0);
    }

    @Override
    public double upper(double days) {
        double sum = 0;
        for (Case one : cases) {
            sum += one.days() > days ? one.probability() : 0;
        }
        return Math.min(1, sum);
    }

    @Override
    public double excess(double days) {
        double sum = 0;
        for (Case one : cases) {
            sum += one.probability() * Math.max(0, one.days() - days);
        }
        return sum;
    }

    @Override
    public double squaredExcess(double days) {
        double sum = 0;
        for (Case one : cases) {
            double open = Math.max(0, one.days() - days);
            sum += one.probability() * open * open;
        }
        return sum;
    }

    @Override
    public double coverDays(double tail) {
        if (upper(0) <= tail + SLACK) {
            return 0;
        }
        for (Case one : cases) {
            if (upper(one.days()) <= tail + SLACK) {
                return one.days();
            }
        }
        return cases.get(cases.size() - 1).days();
    }

    @Override
    public double draw(RandomStream random) {
        double left = random.uniform();
        for (Case one : cases) {
            left -= one.probability();
            if (left < 0) {
                return one.days();
            }
        }
        return cases.get(cases.size() - 1).days();
    }
}
