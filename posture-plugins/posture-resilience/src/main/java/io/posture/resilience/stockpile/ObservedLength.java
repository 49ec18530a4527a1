package io.posture.resilience.stockpile;

import io.posture.api.DisruptionLengths;
import io.posture.explain.Origin;
import io.posture.numerics.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long disruptions last by those that were seen. One that is not over is not left out: it enters at its age as soon as that
 * exceeds the mean of the others, which makes the mean a lower bound.
 *
 * @param meanDays mean length, days, at least 0
 * @param cv coefficient of variation, at least 0; empty with fewer than two
 * @param closed disruptions that are over
 * @param open disruptions that are not
 * @param openCounted those of them that entered at their age
 */
public record ObservedLength(double meanDays, OptionalDouble cv, int closed, int open, int openCounted) {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.observedLength.1",
            "mean and sample deviation of the lengths of those that are over, and the ages above that mean of those that are not",
            "DOMAIN F.1, B.2");

    /**
     * The length of some disruptions.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static ObservedLength of(DisruptionLengths lengths) {
        if (lengths.count() == 0) {
            throw new IllegalArgumentException("no disruption was seen, so nothing is known of how long they last");
        }
        double closedMean = lengths.closedDays().isEmpty() ? 0 : mean(lengths.closedDays());
        List<Double> entered = new ArrayList<>(lengths.closedDays());
        lengths.openDays().stream().filter(age -> age > closedMean).forEach(entered::add);
        if (entered.isEmpty()) {
            entered.addAll(lengths.openDays()); // all of them began on the day that is looked at
        }
        double mean = mean(entered);
        return new ObservedLength(
                mean,
                cv(entered, mean),
                lengths.closedDays().size(),
                lengths.openDays().size(),
                entered.size() - lengths.closedDays().size());
    }

    private static double mean(List<Double> days) {
        return sum(days) / days.size();
    }

    private static OptionalDouble cv(List<Double> days, double mean) {
        if (days.size() < 2 || !(mean > 0)) {
            return OptionalDouble.empty();
        }
        double squares = sum(
                days.stream().map(length -> (length - mean) * (length - mean)).toList());
        return OptionalDouble.of(Math.sqrt(squares / (days.size() - 1)) / mean);
    }

    private static double sum(List<Double> values) {
        return Sums.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
