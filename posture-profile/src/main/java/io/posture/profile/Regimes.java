package io.posture.profile;

import io.posture.api.Regime;
import io.posture.explain.Origin;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;

/** Labels the segments between change points as stable or disrupted. */
final class Regimes {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.regimes.1",
            "DISRUPTED: |mean / reference mean - 1| > 0.30 or sd > 1.5 reference sd; reference = longest segment, latest on a tie;"
                    + " label sd = sqrt(pooled variance within segments)",
            "DOMAIN A.7");

    private static final double MEAN_LIMIT = 0.30;
    private static final double SD_LIMIT = 1.5;
    private static final double SLACK = 1e-9;

    /** 13 over 10, less 1, is a hair above 0.30 in doubles. */
    private static final double RATIO_SLACK = 1e-12;

    private Regimes() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("values, each at least 0, oldest first, at least 1")
            List<Double> series,

            @Doc("index, from 0, of the first value of each later segment, ascending")
            List<Integer> changePoints) {

        Inputs {
            series = Series.notNegative("series", series);
            Series.atLeast("series", series, 1);
            if (changePoints == null) {
                throw new IllegalArgumentException("changePoints must be a list of indices, was null");
            }
            int last = 0;
            for (int i = 0; i < changePoints.size(); i++) {
                Integer point = changePoints.get(i);
                if (point == null || point <= last || point >= series.size()) {
                    throw new IllegalArgumentException("changePoints[" + i + "] must be in [" + (last + 1) + ", "
                            + (series.size() - 1) + "], ascending indices of the series, was " + point);
                }
                last = point;
            }
            changePoints = List.copyOf(changePoints);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param labels kind of every segment, oldest first
     * @param stableMean mean of all values in stable segments
     * @param stableSd deviation within them; absent if each has a single value
     * @param disruptedMean mean of all values in disrupted segments; absent without any
     * @param disruptedSd deviation within them; absent likewise
     */
    record Result(
            List<Regime> labels,
            OptionalDouble stableMean,
            OptionalDouble stableSd,
            OptionalDouble disruptedMean,
            OptionalDouble disruptedSd) {}

    /** Labels and figures. */
    static Result of(Inputs inputs) {
        double[] series = Series.array(inputs.series());
        Stretching split = label(series, inputs.changePoints());
        return new Result(
                split.labels(),
                split.mean(series, Regime.STABLE),
                split.sd(series, Regime.STABLE),
                split.mean(series, Regime.DISRUPTED),
                split.sd(series, Regime.DISRUPTED));
    }

    /** The segments, labelled against the longest one, the latest on a tie. */
    static Stretching label(double[] series, List<Integer> changePoints) {
        Stretching segments = Stretching.between(changePoints, series.length);
        int reference = 0;
        for (int i = 1; i < segments.size(); i++) {
            if (segments.length(i) >= segments.length(reference)) {
                reference = i;
            }
        }
        return label(series, segments, reference);
    }

    /** The segments, labelled against one of them. */
    static Stretching label(double[] series, Stretching segments, int reference) {
        double mean = segments.mean(series, reference);
        OptionalDouble sd = segments.sd(series, reference);
        return segments.labelled(segment -> segment != reference
                        && (differs(segments.mean(series, segment), mean) || exceeds(segments.sd(series, segment), sd))
                ? Regime.DISRUPTED
                : Regime.STABLE);
    }

    private static boolean differs(double mean, double reference) {
        return reference > 0 ? Math.abs(mean / reference - 1) > MEAN_LIMIT + RATIO_SLACK : mean > 0;
    }

    /** A deviation that is unknown says nothing. */
    private static boolean exceeds(OptionalDouble sd, OptionalDouble reference) {
        return sd.isPresent() && reference.isPresent() && sd.getAsDouble() > SD_LIMIT * reference.getAsDouble() + SLACK;
    }
}
