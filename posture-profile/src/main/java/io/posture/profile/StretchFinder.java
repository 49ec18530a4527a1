package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.Regime;
import io.posture.api.Stretch;
import io.posture.api.Stretches;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds the stable and disrupted stretches of demand: the user's windows, else those that a smooth series shows. */
final class StretchFinder {

    private static final int NEW_NORMAL_DAYS = 26 * 7;
    private static final int WEEKS_PER_SUM = 4;

    private StretchFinder() {}

    /**
     * Cuts a history into stretches.
     *
     * @param steady pieces per bucket without their season, each at least 0
     * @param pattern pattern of the whole history
     */
    static Stretching cut(BucketSpan span, double[] steady, DemandClass pattern, List<Period> periods) {
        if (byUser(span, periods)) {
            boolean[] disrupted = new boolean[span.count()];
            for (int i = 0; i < disrupted.length; i++) {
                LocalDate start = span.start(i);
                LocalDate end = span.end(i);
                disrupted[i] =
                        touches(periods, Regime.DISRUPTED, start, end) && !touches(periods, Regime.STABLE, start, end);
            }
            return Stretching.byUser(disrupted);
        }
        if (pattern != DemandClass.SMOOTH) {
            return Stretching.whole(span.count());
        }
        double days = span.bucket().days();
        return Stretching.found(steady, from -> (span.count() - from) * days >= NEW_NORMAL_DAYS);
    }

    /** Whether the user labelled any day of a history: one word of the user's, and nothing is looked for. */
    static boolean byUser(BucketSpan span, List<Period> periods) {
        return span.count() > 0
                && (touches(periods, Regime.DISRUPTED, span.first(), span.end(span.count() - 1))
                        || touches(periods, Regime.STABLE, span.first(), span.end(span.count() - 1)));
    }

    /** Whether a window of a kind has a day in common with a span of days. */
    static boolean touches(List<Period> periods, Regime regime, LocalDate from, LocalDate to) {
        return periods.stream()
                .anyMatch(period -> period.regime() == regime
                        && !period.from().isAfter(to)
                        && !period.to().isBefore(from));
    }

    /**
     * Day of the latest change in the square root of sums of four weeks, or of months; for a person to look at. On irregular
     * demand the search in the buckets themselves would split what is only irregular.
     */
    static Optional<LocalDate> suspectedShift(BucketSpan span, double[] steady) {
        int perSum = span.bucket() == Bucket.MONTH ? 1 : WEEKS_PER_SUM;
        int sums = steady.length / perSum;
        int left = steady.length - sums * perSum;
        double[] roots = new double[sums];
        for (int i = 0; i < sums; i++) {
            double sum = 0;
            for (int j = 0; j < perSum; j++) {
                sum += steady[left + i * perSum + j];
            }
            roots[i] = Math.sqrt(sum);
        }
        List<Integer> changes = ChangePoints.of(roots, ChangePoints.MIN_SEGMENT);
        return changes.isEmpty() ? Optional.empty() : Optional.of(span.start(left + Collections.max(changes) * perSum));
    }

    /** The stretches with their figures per day. */
    static Stretches describe(BucketSpan span, double[] series, Stretching split, boolean byUser) {
        double days = span.bucket().days();
        List<Stretch> list = new ArrayList<>(split.size());
        for (int i = 0; i < split.size(); i++) {
            list.add(new Stretch(
                    split.regime(i),
                    span.start(split.from(i)),
                    span.end(split.to(i) - 1),
                    split.length(i),
                    split.mean(series, i) / days,
                    split.sd(series, i).orElse(0) / Math.sqrt(days)));
        }
        Optional<Stretches.Disrupted> disrupted = split.has(Regime.DISRUPTED)
                ? Optional.of(new Stretches.Disrupted(
                        split.mean(series, Regime.DISRUPTED).orElseThrow() / days,
                        split.sd(series, Regime.DISRUPTED).orElse(0) / Math.sqrt(days),
                        (double) split.count(Regime.DISRUPTED) / span.count()))
                : Optional.empty();
        return new Stretches(list, byUser, split.levelShift(), Optional.empty(), disrupted);
    }
}
