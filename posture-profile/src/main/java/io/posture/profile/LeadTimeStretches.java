package io.posture.profile;

import io.posture.api.DemandClass;
import io.posture.api.Regime;
import io.posture.api.Stretch;
import io.posture.api.Stretches;
import io.posture.numerics.Moments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stable and disrupted stretches of the lead times of one supply, by order date: the user's windows, else what the lead times
 * themselves show on ln(1 + days), on which a long tail is no change of level. Immutable.
 */
final class LeadTimeStretches {

    /** Nothing was looked at. */
    static final LeadTimeStretches NONE = new LeadTimeStretches(List.of(), Stretches.NONE, List.of());

    private static final int NEW_NORMAL_DAYS = 26 * 7;

    /** The user's windows, where they decide. */
    private final List<Period> windows;

    private final Stretches stretches;

    /** First order day and kind of every stretch; without a disrupted one, nothing. */
    private final List<Start> starts;

    private LeadTimeStretches(List<Period> windows, Stretches stretches, List<Start> starts) {
        this.windows = windows;
        this.stretches = stretches;
        this.starts = starts;
    }

    private record Start(int day, Regime regime) {}

    /**
     * The stretches of a supply.
     *
     * @param lines lines that no event explains, in time
     * @param periods windows that the user labelled; one that touches the lines, and nothing is looked for
     */
    static LeadTimeStretches of(List<OrderedLine> lines, List<Period> periods) {
        List<Period> windows = touch(lines, periods) ? periods : List.of();
        OrderDays days =
                new OrderDays(lines.stream().filter(OrderedLine::closed).toList());
        if (days.size() == 0) {
            return windows.isEmpty() ? NONE : new LeadTimeStretches(windows, Stretches.NONE, List.of());
        }
        Stretching split = windows.isEmpty() ? found(days) : byUser(days, windows);
        return new LeadTimeStretches(windows, describe(days, split, !windows.isEmpty()), starts(days, split));
    }

    /** Whether a line belongs to the disruption record. */
    boolean disrupted(int orderDay) {
        if (!windows.isEmpty()) {
            return disrupted(windows, orderDay);
        }
        Regime regime = Regime.STABLE;
        for (Start start : starts) {
            regime = start.day() <= orderDay ? start.regime() : regime;
        }
        return regime == Regime.DISRUPTED;
    }

    Stretches stretches() {
        return stretches;
    }

    private static boolean touch(List<OrderedLine> lines, List<Period> periods) {
        if (lines.isEmpty() || periods.isEmpty()) {
            return false;
        }
        LocalDate first = LocalDate.ofEpochDay(lines.get(0).orderDay());
        LocalDate last = LocalDate.ofEpochDay(lines.get(lines.size() - 1).orderDay());
        return StretchFinder.touches(periods, Regime.DISRUPTED, first, last)
                || StretchFinder.touches(periods, Regime.STABLE, first, last);
    }

    private static boolean disrupted(List<Period> windows, int orderDay) {
        LocalDate date = LocalDate.ofEpochDay(orderDay);
        return StretchFinder.touches(windows, Regime.DISRUPTED, date, date)
                && !StretchFinder.touches(windows, Regime.STABLE, date, date);
    }

    private static Stretching byUser(OrderDays days, List<Period> windows) {
        boolean[] disrupted = new boolean[days.size()];
        for (int i = 0; i < disrupted.length; i++) {
            disrupted[i] = disrupted(windows, days.day(i));
        }
        return Stretching.byUser(disrupted);
    }

    /** Looked for only where the logarithms are smooth: elsewhere the search splits what is merely irregular. */
    private static Stretching found(OrderDays days) {
        double[] logs = days.logMeans();
        if (DemandPattern.of(logs).demandClass() != DemandClass.SMOOTH) {
            return Stretching.whole(logs.length);
        }
        int last = days.day(days.size() - 1);
        return Stretching.found(logs, first -> last - days.day(first) + 1 >= NEW_NORMAL_DAYS);
    }

    private static List<Start> starts(OrderDays days, Stretching split) {
        return split.has(Regime.DISRUPTED)
                ? IntStream.range(0, split.size())
                        .mapToObj(segment -> new Start(days.day(split.from(segment)), split.regime(segment)))
                        .toList()
                : List.of();
    }

    private static Stretches describe(OrderDays days, Stretching split, boolean byUser) {
        List<Stretch> list = new ArrayList<>(split.size());
        Optional<LocalDate> suspected = Optional.empty();
        double disruptedTime = 0;
        double time = 0;
        for (int segment = 0; segment < split.size(); segment++) {
            Regime regime = split.regime(segment);
            int from = days.day(split.from(segment));
            int to = days.day(split.to(segment) - 1);
            // a stretch lasts until the next one begins
            int next = segment + 1 < split.size() ? days.day(split.to(segment)) : to + 1;
            time += next - from;
            disruptedTime += regime == Regime.DISRUPTED ? next - from : 0;
            if (segment > 0 && regime == Regime.STABLE && split.regime(segment - 1) == Regime.STABLE) {
                suspected = Optional.of(LocalDate.ofEpochDay(from));
            }
            Moments moments = Moments.of(leadTimes(days, split.from(segment), split.to(segment)));
            list.add(new Stretch(
                    regime,
                    LocalDate.ofEpochDay(from),
                    LocalDate.ofEpochDay(to),
                    moments.n(),
                    moments.mean().orElseThrow(),
                    moments.sd().orElse(0)));
        }
        return new Stretches(list, byUser, split.levelShift(), suspected, disrupted(list, disruptedTime / time));
    }

    /**
     * The stretches of several suppliers of an item together: all of them, oldest first. The share of time is the mean of the
     * suppliers' by their lines.
     */
    static Stretches joined(List<Stretches> suppliers) {
        if (suppliers.size() == 1) {
            return suppliers.get(0);
        }
        List<Stretch> list = suppliers.stream()
                .flatMap(stretches -> stretches.list().stream())
                .sorted(Comparator.comparing(Stretch::from).thenComparing(Stretch::to))
                .toList();
        double disruptedLines = 0;
        for (Stretches stretches : suppliers) {
            disruptedLines +=
                    stretches.disrupted().map(Stretches.Disrupted::share).orElse(0.0) * lines(stretches.list());
        }
        return new Stretches(
                list,
                suppliers.stream().anyMatch(Stretches::byUser),
                suppliers.stream().anyMatch(Stretches::levelShift),
                suppliers.stream()
                        .flatMap(stretches -> stretches.suspectedShift().stream())
                        .max(Comparator.naturalOrder()),
                disrupted(list, disruptedLines / lines(list)));
    }

    private static int lines(List<Stretch> stretches) {
        return stretches.stream().mapToInt(Stretch::buckets).sum();
    }

    /** Mean of all disrupted lines, and their deviation pooled within the stretches; empty without any. */
    private static Optional<Stretches.Disrupted> disrupted(List<Stretch> stretches, double share) {
        List<Stretch> disrupted = stretches.stream()
                .filter(stretch -> stretch.regime() == Regime.DISRUPTED)
                .toList();
        if (disrupted.isEmpty()) {
            return Optional.empty();
        }
        double total = 0;
        double squares = 0;
        for (Stretch stretch : disrupted) {
            total += stretch.buckets() * stretch.mean();
            squares += (stretch.buckets() - 1) * stretch.sd() * stretch.sd();
        }
        int lines = lines(disrupted);
        int degrees = lines - disrupted.size();
        double variance = degrees > 0 ? squares / degrees : 0;
        return Optional.of(new Stretches.Disrupted(total / lines, Math.sqrt(variance), share));
    }

    private static double[] leadTimes(OrderDays days, int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .flatMap(position -> days.lines(position).stream())
                .mapToDouble(OrderedLine::days)
                .toArray();
    }
}
