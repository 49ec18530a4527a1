package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Quantiles of lead times of which some are not over yet: an open line says only that its lead time is longer than its
 * age. Leaving open lines out would flatter a supplier that fails.
 */
final class KaplanMeier {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "supply.kaplanMeier.1",
            "smallest t with S(t) <= 1 - p, S(t) = product over closed days u <= t of 1 - closed at u / lines of u days or more",
            "Kaplan & Meier, JASA 53 (1958) 457-481");

    /** Survival after as many steps as there are lines is known to so much. */
    private static final double SLACK = 1e-12;

    private KaplanMeier() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("lead times of closed lines and ages of open ones, days, each at least 0; at least one")
            List<Double> days,

            @Doc("whether each line is closed, in the order of days")
            List<Boolean> closed,

            @Doc("probabilities p of the percentiles asked for, each in (0, 1]; at least one")
            List<Double> percentiles) {

        Inputs {
            days = Series.notNegative("days", days);
            percentiles = Series.finite("percentiles", percentiles);
            if (days.isEmpty() || percentiles.isEmpty()) {
                throw new IllegalArgumentException("days and percentiles must hold at least one number, held "
                        + days.size() + " and " + percentiles.size());
            }
            // a document may hold null where the type says that none can be
            if (closed == null
                    || closed.size() != days.size()
                    || closed.stream().anyMatch(flag -> flag == null)) {
                throw new IllegalArgumentException(
                        "closed must hold true or false for each of the " + days.size() + " days, was " + closed);
            }
            closed = List.copyOf(closed);
            for (int i = 0; i < percentiles.size(); i++) {
                double p = percentiles.get(i);
                if (!(p > 0 && p <= 1)) {
                    throw new IllegalArgumentException("percentiles[" + i + "] must be in (0, 1], was " + p);
                }
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param percentiles days for each probability asked for, same order; absent if so many lines are not closed yet
     */
    record Result(List<OptionalDouble> percentiles) {}

    /**
     * A step of the survival curve.
     *
     * @param days lead time t at which lines closed, days
     * @param survival share of lines that take longer than t, 0 to 1
     */
    record Step(double days, double survival) {}

    /** Percentiles of lines. */
    static Result of(Inputs inputs) {
        List<Step> curve = curve(inputs.days(), inputs.closed());
        return new Result(
                inputs.percentiles().stream().map(p -> percentile(curve, p)).toList());
    }

    /**
     * The survival curve, ascending in time; empty if no line is closed.
     *
     * @param days lead times of closed lines and ages of open ones, days
     * @param closed whether each is closed, same order
     */
    static List<Step> curve(List<Double> days, List<Boolean> closed) {
        // a line that is open at an age was still there when others closed at that age
        int[] inTime = IntStream.range(0, days.size())
                .boxed()
                .sorted(Comparator.comparing(days::get))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Step> curve = new ArrayList<>();
        double survival = 1;
        int first = 0;
        while (first < inTime.length) {
            double time = days.get(inTime[first]);
            int next = first;
            int ended = 0;
            while (next < inTime.length && days.get(inTime[next]) == time) {
                ended += closed.get(inTime[next]) ? 1 : 0;
                next++;
            }
            if (ended > 0) {
                survival *= 1 - (double) ended / (inTime.length - first);
                curve.add(new Step(time, survival));
            }
            first = next;
        }
        return curve;
    }

    /** The smallest time by which a share p of all lines is closed; empty if the curve does not get there. */
    static OptionalDouble percentile(List<Step> curve, double p) {
        return curve.stream()
                .filter(step -> step.survival() <= 1 - p + SLACK)
                .mapToDouble(Step::days)
                .findFirst();
    }
}
