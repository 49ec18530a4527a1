package io.posture.profile;

import io.posture.api.SupplySignals;
import io.posture.api.SupplySignals.Punctuality;
import io.posture.api.Trend;
import io.posture.numerics.Moments;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the receipts of one item show beyond the moments of its lead time. */
final class ReceiptSignals {

    private static final double MEDIAN = 0.50;
    private static final double P90 = 0.90;

    private ReceiptSignals() {}

    /**
     * The signals of an item.
     *
     * @param samples its lead times by supplier, in order of the suppliers' ids
     * @param promises what was promised
     * @param item number of the item
     * @param overReceived lines with more than 110 % of the ordered pieces received
     */
    static SupplySignals of(List<LeadTimeSample> samples, Promises promises, int item, int overReceived) {
        List<OrderedLine> counting = samples.stream()
                .flatMap(sample -> sample.counting().stream())
                .sorted(OrderedLine.IN_TIME)
                .toList();
        List<OrderedLine> closed = counting.stream().filter(OrderedLine::closed).toList();
        List<KaplanMeier.Step> curve = KaplanMeier.curve(
                counting.stream().map(OrderedLine::days).toList(),
                counting.stream().map(OrderedLine::closed).toList());
        Optional<Punctuality> first = promises.first(item);
        return new SupplySignals(
                closed.stream().map(OrderedLine::days).toList(),
                counting.size() - closed.size(),
                samples.stream().anyMatch(LeadTimeSample::lowerBound),
                KaplanMeier.percentile(curve, MEDIAN),
                KaplanMeier.percentile(curve, P90),
                promises.unpromised(item),
                first.map(Punctuality::slipDays).orElse(OptionalDouble.empty()),
                trend(samples),
                LeadTimeStretches.joined(
                        samples.stream().map(LeadTimeSample::stretches).toList()),
                samples.stream().mapToInt(LeadTimeSample::eventLines).sum(),
                mean(closed, LineCompletion.Result::firstLeadTime),
                mean(closed, LineCompletion.Result::weightedLeadTime),
                overReceived,
                first,
                promises.last(item));
    }

    /** A flagged trend first, then that of the most lines, then that of the first supplier by id. */
    private static Optional<Trend> trend(List<LeadTimeSample> samples) {
        return samples.stream()
                .filter(sample -> sample.trend().isPresent())
                .min(Comparator.comparing((LeadTimeSample sample) ->
                                !sample.trend().orElseThrow().flagged())
                        .thenComparing(LeadTimeSample::size, Comparator.reverseOrder()))
                .flatMap(LeadTimeSample::trend);
    }

    private static OptionalDouble mean(
            List<OrderedLine> closed, Function<LineCompletion.Result, OptionalDouble> leadTime) {
        return Moments.of(closed.stream()
                        .flatMapToDouble(line -> leadTime.apply(line.completion()).stream())
                        .sorted()
                        .toArray())
                .mean();
    }
}
