package io.posture.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.numerics.Lattice;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The exact quantiles against every sum counted one by one, and the trials against the exact quantiles. */
class LeadTimeDemandTest {

    private static final double ALLOWED_DEVIATIONS = 0.005;

    @Test
    void exactQuantilesAreThoseOfCountedSums() {
        for (int number = 0; number < 60; number++) {
            LeadTimeDemand item = new LeadTimeDemand(7 * number);
            double[] counted = counted(item.weeks(), item.leadTimes());
            double sd = sd(counted);
            double[] exact = item.exactQuantiles();
            for (int i = 0; i < LeadTimeDemand.LEVELS.length; i++) {
                double expected = quantile(counted, LeadTimeDemand.LEVELS[i]);
                assertEquals(expected, exact[i], ALLOWED_DEVIATIONS * sd, "item " + number);
            }
        }
    }

    /** Pieces by the thousand: too many points one by one, so the distance of two is a 400th of the deviation. */
    @Test
    void quantilesOnACoarseLatticeAreOffByLessThanTheTwoHundredthOfADeviation() {
        for (int number = 0; number < 20; number++) {
            LeadTimeDemand item = new LeadTimeDemand(11 * number + 3);
            double scale = 487;
            double[] large =
                    Arrays.stream(item.weeks()).map(pieces -> pieces * scale).toArray();
            double[] counted = counted(item.weeks(), item.leadTimes());
            double sd = scale * sd(counted);
            double step = sd / 400;
            double[] counts = new double[10];
            Arrays.stream(item.leadTimes()).forEach(weeks -> counts[(int) weeks]++);
            Lattice coarse = Lattice.observed(step, large).compound(counts);
            for (double level : LeadTimeDemand.LEVELS) {
                double expected = scale * quantile(counted, level);
                // a sum exactly at the level may fall to either side of it: the neighbouring sums count as well
                double low = scale * quantile(counted, level - 1e-3 * (1 - level));
                double high = scale * quantile(counted, level + 1e-3 * (1 - level));
                double found = step * coarse.quantile(level);
                assertTrue(
                        low - ALLOWED_DEVIATIONS * sd <= found && found <= high + ALLOWED_DEVIATIONS * sd,
                        () -> "expected " + expected + " +- " + ALLOWED_DEVIATIONS * sd + ", was " + found);
            }
        }
    }

    @Test
    void trialsAgreeWithTheExactQuantilesWithinTheirError() {
        double[] trials = new double[100_000];
        for (int number = 0; number < 20; number++) {
            LeadTimeDemand item = new LeadTimeDemand(13 * number + 1);
            double[] counted = counted(item.weeks(), item.leadTimes());
            double[] simulated = item.bootstrapTrials(trials);
            for (int i = 0; i < 2; i++) {
                double level = LeadTimeDemand.LEVELS[i];
                double error = 4 * Math.sqrt(level * (1 - level) / trials.length);
                double low = quantile(counted, level - error);
                double high = quantile(counted, level + error);
                double found = simulated[i];
                assertTrue(low <= found && found <= high, () -> low + " to " + high + ", was " + found);
            }
        }
    }

    /** Probability of each sum, week by week. */
    private static double[] counted(double[] weeks, double[] leadTimes) {
        int largest = (int) Arrays.stream(weeks).max().orElseThrow();
        double[] week = new double[largest + 1];
        Arrays.stream(weeks).forEach(pieces -> week[(int) pieces] += 1.0 / weeks.length);
        double[] mixed = new double[9 * largest + 1];
        double[] sum = new double[mixed.length];
        sum[0] = 1;
        for (int length = 1; length <= 9; length++) {
            double[] longer = new double[sum.length];
            for (int have = 0; have < sum.length; have++) {
                for (int more = 0; more <= largest && have + more < sum.length; more++) {
                    longer[have + more] += sum[have] * week[more];
                }
            }
            sum = longer;
            int wanted = length;
            double weight = Arrays.stream(leadTimes)
                            .filter(weeksUntilArrival -> weeksUntilArrival == wanted)
                            .count()
                    / (double) leadTimes.length;
            for (int have = 0; have < sum.length; have++) {
                mixed[have] += weight * sum[have];
            }
        }
        return mixed;
    }

    private static double quantile(double[] probabilities, double level) {
        double sum = 0;
        for (int value = 0; value < probabilities.length; value++) {
            sum += probabilities[value];
            if (sum >= level - 1e-13) {
                return value;
            }
        }
        return probabilities.length - 1.0;
    }

    private static double sd(double[] probabilities) {
        double mean = IntStream.range(0, probabilities.length)
                .mapToDouble(value -> value * probabilities[value])
                .sum();
        return Math.sqrt(IntStream.range(0, probabilities.length)
                .mapToDouble(value -> (value - mean) * (value - mean) * probabilities[value])
                .sum());
    }
}
