package io.posture.profile;

import io.posture.api.Regime;
import io.posture.numerics.Moments;
import io.posture.numerics.Sums;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A series cut into segments in a row, each stable or disrupted. Used for weekly or monthly demand, and for lead times in the
 * order of their order dates on ln(1 + days). Immutable.
 */
final class Stretching {

    /** First index of every segment, ascending from 0, and the length of the series. */
    private final int[] cuts;

    private final List<Regime> labels;
    private final boolean levelShift;

    private Stretching(int[] cuts, List<Regime> labels, boolean levelShift) {
        this.cuts = cuts;
        this.labels = labels;
        this.levelShift = levelShift;
    }

    /** One stable segment. */
    static Stretching whole(int length) {
        return between(List.of(), length);
    }

    /**
     * Stable segments between change points.
     *
     * @param changePoints first index of each later segment, ascending, inside (0, length)
     */
    static Stretching between(List<Integer> changePoints, int length) {
        int[] cuts = new int[changePoints.size() + 2];
        for (int i = 0; i < changePoints.size(); i++) {
            cuts[i + 1] = changePoints.get(i);
        }
        cuts[cuts.length - 1] = length;
        Regime[] labels = new Regime[cuts.length - 1];
        Arrays.fill(labels, Regime.STABLE);
        return new Stretching(cuts, List.of(labels), false);
    }

    /**
     * The segments that the user's windows leave.
     *
     * @param disrupted whether each value lies in a disrupted window, at least one
     */
    static Stretching byUser(boolean[] disrupted) {
        List<Integer> changes = IntStream.range(1, disrupted.length)
                .filter(i -> disrupted[i] != disrupted[i - 1])
                .boxed()
                .toList();
        Stretching segments = between(changes, disrupted.length);
        return segments.labelled(segment -> disrupted[segments.from(segment)] ? Regime.DISRUPTED : Regime.STABLE);
    }

    /**
     * The segments that the series itself shows. A disrupted last segment that is long enough is the new normal: the others are
     * then compared with it.
     *
     * @param series values of at least 0, oldest first, at least 1
     * @param longEnough whether a last segment that starts at an index is long enough to be the new normal
     */
    static Stretching found(double[] series, IntPredicate longEnough) {
        List<Integer> changes = ChangePoints.of(series, ChangePoints.MIN_SEGMENT);
        if (changes.isEmpty()) {
            return whole(series.length);
        }
        Stretching labelled = Regimes.label(series, changes);
        int last = labelled.size() - 1;
        if (labelled.regime(last) == Regime.STABLE || !longEnough.test(labelled.from(last))) {
            return labelled;
        }
        Stretching shifted = Regimes.label(series, labelled, last);
        return new Stretching(shifted.cuts, shifted.labels, true);
    }

    Stretching labelled(IntFunction<Regime> label) {
        return new Stretching(cuts, IntStream.range(0, size()).mapToObj(label).toList(), levelShift);
    }

    /** Number of segments. */
    int size() {
        return labels.size();
    }

    /** First index of a segment. */
    int from(int segment) {
        return cuts[segment];
    }

    /** Index after the last of a segment. */
    int to(int segment) {
        return cuts[segment + 1];
    }

    /** Values in a segment. */
    int length(int segment) {
        return to(segment) - from(segment);
    }

    /** Kind of a segment. */
    Regime regime(int segment) {
        return labels.get(segment);
    }

    /** Kind of every segment, oldest first. */
    List<Regime> labels() {
        return labels;
    }

    /** Whether the last segment became the new normal. */
    boolean levelShift() {
        return levelShift;
    }

    /** Whether there is a segment of a kind. */
    boolean has(Regime regime) {
        return labels.contains(regime);
    }

    /** Values in all segments of a kind. */
    int count(Regime regime) {
        int count = 0;
        for (int segment = 0; segment < size(); segment++) {
            count += regime(segment) == regime ? length(segment) : 0;
        }
        return count;
    }

    /** The values in all segments of a kind, oldest first. */
    double[] of(double[] series, Regime regime) {
        double[] values = new double[count(regime)];
        int at = 0;
        for (int segment = 0; segment < size(); segment++) {
            if (regime(segment) == regime) {
                System.arraycopy(series, from(segment), values, at, length(segment));
                at += length(segment);
            }
        }
        return values;
    }

    /** Mean of one segment. */
    double mean(double[] series, int segment) {
        return Sums.of(slice(series, segment)) / length(segment);
    }

    /** Sample deviation of one segment; empty with fewer than two values. */
    OptionalDouble sd(double[] series, int segment) {
        return Moments.of(slice(series, segment)).sd();
    }

    /** Mean of all values of a kind; empty without any. */
    OptionalDouble mean(double[] series, Regime regime) {
        return Moments.of(of(series, regime)).mean();
    }

    /**
     * Deviation of a kind: root of the variance pooled within its segments, so that shifts between them do not pass as noise;
     * empty if no segment of it has two values.
     */
    OptionalDouble sd(double[] series, Regime regime) {
        double squares = 0;
        int degrees = 0;
        for (int segment = 0; segment < size(); segment++) {
            if (regime(segment) == regime && length(segment) > 1) {
                double sd = sd(series, segment).orElseThrow();
                squares += sd * sd * (length(segment) - 1);
                degrees += length(segment) - 1;
            }
        }
        return degrees == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / degrees));
    }

    private double[] slice(double[] series, int segment) {
        return Arrays.copyOfRange(series, from(segment), to(segment));
    }
}
