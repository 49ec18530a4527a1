package io.posture.profile;

import io.posture.api.LeadTime;
import io.posture.api.LeadTimeEvidence.Use;
import io.posture.api.RowRefs;
import io.posture.api.Stretches;
import io.posture.api.Trend;
import io.posture.numerics.Moments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/**
 * Lead times of one item from one supplier. What was ordered in a disrupted stretch or is tagged with a disruption event does
 * not count: it is in the disruption record, and counting it in both would insure twice. Immutable.
 */
final class LeadTimeSample {

    /** No line. */
    static final LeadTimeSample NONE =
            new LeadTimeSample(List.of(), List.of(), LeadTimeStretches.NONE, Optional.empty(), new RowSource(""));

    private final List<OrderedLine> lines;
    private final List<OrderedLine> counting;
    private final LeadTimeStretches stretches;
    private final Optional<Trend> trend;
    private final RowRefs rows;
    private final double[] days;
    private final int closed;
    private final int disruptedLines;
    private final int eventLines;

    /**
     * Sorts lines out.
     *
     * @param lines all lines in time
     * @param counting those that count, in time
     */
    private LeadTimeSample(
            List<OrderedLine> lines,
            List<OrderedLine> counting,
            LeadTimeStretches stretches,
            Optional<Trend> trend,
            RowSource source) {
        this.lines = lines;
        this.counting = counting;
        this.stretches = stretches;
        this.trend = trend;
        List<OrderedLine> believed = believed(counting);
        this.days = days(believed);
        this.closed = (int) believed.stream().filter(OrderedLine::closed).count();
        this.rows = source.refs(believed.stream()
                .flatMapToInt(line -> line.line().rows().stream().mapToInt(Integer::intValue))
                .toArray());
        this.eventLines =
                (int) lines.stream().filter(line -> line.line().tagged()).count();
        this.disruptedLines = (int) lines.stream()
                .filter(line -> !line.line().tagged() && line.closed() && stretches.disrupted(line.orderDay()))
                .count();
    }

    /**
     * The sample of a supply's lines.
     *
     * @param lines lines with a usable order date, in any order
     * @param periods windows that the user labelled
     * @param source files of the receipts
     */
    static LeadTimeSample of(List<OrderedLine> lines, List<Period> periods, RowSource source) {
        List<OrderedLine> inTime = lines.stream().sorted(OrderedLine.IN_TIME).toList();
        List<OrderedLine> unexplained =
                inTime.stream().filter(line -> !line.line().tagged()).toList();
        LeadTimeStretches stretches = LeadTimeStretches.of(unexplained, periods);
        List<OrderedLine> counting = unexplained.stream()
                .filter(line -> !stretches.disrupted(line.orderDay()))
                .toList();
        return new LeadTimeSample(inTime, counting, stretches, LeadTimeTrend.of(unexplained), source);
    }

    /** Number of lead times, late open lines included. */
    int size() {
        return days.length;
    }

    /** Number of lead times of closed lines. */
    int closed() {
        return closed;
    }

    /** Number of lines tagged with a disruption event. */
    int eventLines() {
        return eventLines;
    }

    /** Whether open lines entered at their age. */
    boolean lowerBound() {
        return closed < days.length;
    }

    /** Lead times in days, ascending. */
    double[] days() {
        return days.clone();
    }

    /** The lines that count, closed and open, in order of the order date. */
    List<OrderedLine> counting() {
        return counting;
    }

    /** All lines with a usable order date, in time, each with what it is to the lead time. */
    void forEach(BiConsumer<OrderedLine, Use> action) {
        double closedMean = closedMean(counting);
        lines.forEach(line -> action.accept(line, use(line, closedMean)));
    }

    private Use use(OrderedLine line, double closedMean) {
        if (line.line().tagged()) {
            return Use.EVENT;
        }
        if (stretches.disrupted(line.orderDay())) {
            return Use.DISRUPTED;
        }
        if (line.closed()) {
            return Use.STABLE;
        }
        return line.days() > closedMean ? Use.OPEN_LATE : Use.OPEN;
    }

    /** Stable and disrupted stretches. */
    Stretches stretches() {
        return stretches.stretches();
    }

    /** Trend over all closed lines that no event explains; empty for too few. */
    Optional<Trend> trend() {
        return trend;
    }

    Moments moments() {
        return Moments.of(days);
    }

    OptionalDouble longest() {
        return days.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(days[days.length - 1]);
    }

    RowRefs rows() {
        return rows;
    }

    /** What a lead time says of these lines beside their moments. */
    LeadTime.Basis basis(OptionalDouble agreedDays) {
        return new LeadTime.Basis(
                days.length - closed, disruptedLines, eventLines, stretches().levelShift(), trend, agreedDays);
    }

    /**
     * Closed lines, and open ones that are older than the mean of the closed, at their age. Leaving those out would flatter a
     * supplier that fails; a younger one says nothing yet.
     */
    private static List<OrderedLine> believed(List<OrderedLine> lines) {
        double mean = closedMean(lines);
        return lines.stream()
                .filter(line -> line.closed() || line.days() > mean)
                .toList();
    }

    /** Mean of the closed lines; above every age without any. */
    private static double closedMean(List<OrderedLine> lines) {
        double[] closedDays = days(lines.stream().filter(OrderedLine::closed).toList());
        return Moments.of(closedDays).mean().orElse(Double.POSITIVE_INFINITY);
    }

    /** Lead times ascending: a sum over them does not depend on the order of the lines. */
    private static double[] days(List<OrderedLine> lines) {
        return lines.stream().mapToDouble(OrderedLine::days).sorted().toArray();
    }
}
