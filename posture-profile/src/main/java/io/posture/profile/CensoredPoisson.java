package io.posture.profile;

import io.posture.explain.Origin;
import java.util.Arrays;

/** Mean of Poisson demand of which some values are lower bounds: maximum likelihood. */
final class CensoredPoisson {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.censoredPoisson.1",
            "max over lambda of sum of ln P(X = x) over full values + sum of ln P(X >= c) over lower bounds c",
            "Conrad 1976; Nahmias, NRL 41 (1994) 739-757");

    /** Above it the tail's series takes too many terms. */
    private static final double LARGEST = 1e9;

    private static final double CLOSE = 1e-15;
    private static final double NEGLIGIBLE = 1e-17;
    private static final int STIRLING_FROM = 20;
    private static final double LN_2_PI = Math.log(2 * Math.PI);

    private final double sumOfFull;
    private final int countOfFull;
    private final double[] bounds;

    private CensoredPoisson(double[] values, boolean[] censored) {
        double sum = 0;
        double[] lower = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (censored[i]) {
                lower[count++] = values[i];
            } else {
                sum += values[i];
            }
        }
        this.sumOfFull = sum;
        this.countOfFull = values.length - count;
        this.bounds = Arrays.copyOf(lower, count);
    }

    /**
     * Result of the calculation.
     *
     * @param lambda mean
     */
    record Result(double lambda) {}

    /**
     * The estimate.
     *
     * @throws IllegalArgumentException if a value is not a whole number of at most 1e9
     */
    static Result of(CensoredSeries series) {
        for (int i = 0; i < series.values().size(); i++) {
            double value = series.values().get(i);
            if (!counts(value)) {
                throw new IllegalArgumentException(
                        "values[" + i + "] must be a whole number in [0, 1e9], was " + value);
            }
        }
        return new Result(of(series.array(), series.mask()));
    }

    /** Whether a value is a number of pieces that this estimate can read. */
    static boolean counts(double value) {
        return value == Math.rint(value) && value >= 0 && value <= LARGEST;
    }

    /**
     * The estimate.
     *
     * @param values whole numbers, each in [0, 1e9]
     * @param censored whether each is a lower bound; not all of them
     */
    static double of(double[] values, boolean[] censored) {
        return new CensoredPoisson(values, censored).root();
    }

    /** The score falls from infinity to below 0, unless nothing was ever asked for. */
    private double root() {
        double total = sumOfFull;
        for (double bound : bounds) {
            total += bound;
        }
        if (total == 0) {
            return 0;
        }
        if (bounds.length == 0) {
            return sumOfFull / countOfFull;
        }
        double low = sumOfFull / (countOfFull + bounds.length);
        double high = Math.max(1, 2 * total / countOfFull);
        while (score(high) > 0) {
            low = high;
            high *= 2;
        }
        while (high - low > CLOSE * high) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (score(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }

    /** Derivative of the log likelihood. */
    private double score(double lambda) {
        double score = sumOfFull / lambda - countOfFull;
        for (double bound : bounds) {
            score += ratio(bound, lambda);
        }
        return score;
    }

    /**
     * P(X = c - 1) / P(X >= c), the derivative of ln P(X >= c); 0 for c = 0. Below the mean the upper tail is summed, else the
     * lower one, so that the terms always fall.
     */
    static double ratio(double c, double lambda) {
        if (c == 0) {
            return 0;
        }
        if (lambda < c) {
            double term = lambda / c;
            double sum = term;
            for (double k = c + 1; term > NEGLIGIBLE * sum; k++) {
                term *= lambda / k;
                sum += term;
            }
            return 1 / sum;
        }
        double term = 1;
        double below = 1;
        for (double k = c - 1; k > 0 && term > NEGLIGIBLE * below; k--) {
            term *= k / lambda;
            below += term;
        }
        return 1 / (Math.exp(lambda - (c - 1) * Math.log(lambda) + logFactorial(c - 1)) - below);
    }

    private static double logFactorial(double k) {
        if (k < STIRLING_FROM) {
            double product = 1;
            for (int i = 2; i <= k; i++) {
                product *= i;
            }
            return Math.log(product);
        }
        double inverse = 1 / k;
        double series = inverse * (1.0 / 12 - inverse * inverse * (1.0 / 360 - inverse * inverse / 1260));
        return k * Math.log(k) - k + (LN_2_PI + Math.log(k)) / 2 + series;
    }
}
