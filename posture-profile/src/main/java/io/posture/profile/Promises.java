package io.posture.profile;

import io.posture.api.LeadTimeEvidence;
import io.posture.api.SupplySignals.Punctuality;
import io.posture.numerics.DoubleColumn;
import io.posture.numerics.Moments;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Purchase-order lines against what was promised: the first promise, and apart from it the last one, which makes nearly
 * everyone punctual. Not thread-safe.
 */
final class Promises {

    private final Map<Supply, LinesDue> due = new HashMap<>();
    // lines are told apart by what they are, not by what they say: two alike are two lines
    private final IdentityHashMap<PurchaseLine, LeadTimeEvidence.Due> verdicts = new IdentityHashMap<>();
    private final Map<Integer, Count> first = new HashMap<>();
    private final Map<Integer, Count> last = new HashMap<>();
    private final int[] unpromised;
    private final Window window;
    private final ProfileSettings settings;
    private final AssumptionLog log;

    /**
     * No line yet.
     *
     * @param items number of items
     */
    Promises(int items, Window window, ProfileSettings settings, AssumptionLog log) {
        this.unpromised = new int[items];
        this.window = window;
        this.settings = settings;
        this.log = log;
    }

    /**
     * Adds the lines of a supply.
     *
     * @param agreedDays agreed lead time, days; empty if unknown
     */
    void add(Supply supply, List<PurchaseLine> lines, OptionalDouble agreedDays) {
        LinesDue linesDue = new LinesDue();
        Count firstCount = first.computeIfAbsent(supply.item(), key -> new Count());
        Count lastCount = last.computeIfAbsent(supply.item(), key -> new Count());
        for (PurchaseLine line : lines) {
            OptionalDouble agreed = agreed(line, agreedDays);
            OptionalDouble promise = promise(line.promisedDay(), agreed);
            OptionalDouble lastPromise = promise(line.lastPromisedDay(), agreed);
            note(line, promise);
            Optional<OnTimeInFull.Verdict> verdict = judge(line, promise);
            verdict.ifPresent(known -> {
                linesDue.add(line, known.hit());
                verdicts.put(
                        line,
                        new LeadTimeEvidence.Due(LocalDate.ofEpochDay(Math.round(promise.orElseThrow())), known.hit()));
                firstCount.add(known);
            });
            (lastPromise.equals(promise) ? verdict : judge(line, lastPromise)).ifPresent(lastCount::add);
        }
        if (linesDue.count() > 0) {
            due.put(supply, linesDue);
        }
    }

    /** Lines due against their first promise, by supply. */
    Map<Supply, LinesDue> due() {
        return due;
    }

    /** A line against its first promise; empty without one, or before it is due. */
    Optional<LeadTimeEvidence.Due> due(PurchaseLine line) {
        return Optional.ofNullable(verdicts.get(line));
    }

    /** Lines of an item with neither a promise nor an agreed lead time. */
    int unpromised(int item) {
        return unpromised[item];
    }

    /** An item's lines against their first promise; empty if none was due. */
    Optional<Punctuality> first(int item) {
        return Optional.ofNullable(first.get(item)).flatMap(Count::punctuality);
    }

    /** An item's lines against their last promise; empty if none was due. */
    Optional<Punctuality> last(int item) {
        return Optional.ofNullable(last.get(item)).flatMap(Count::punctuality);
    }

    /** How a line fared; empty without a promise or before it is due. */
    private Optional<OnTimeInFull.Verdict> judge(PurchaseLine line, OptionalDouble promisedDay) {
        return promisedDay.isEmpty()
                ? Optional.empty()
                : OnTimeInFull.judge(
                        new OnTimeInFull.Line(line.ordered(), promisedDay.getAsDouble(), line.receipts()),
                        window.lastDay(),
                        settings.lateToleranceDays(),
                        0);
    }

    private void note(PurchaseLine line, OptionalDouble promise) {
        if (promise.isEmpty()) {
            unpromised[line.item()]++;
            log.add(Premise.PROMISE_UNKNOWN, line.item());
        } else if (line.promisedDay().isEmpty()) {
            log.add(Premise.PROMISE_FROM_LEAD_TIME, line.item());
        }
    }

    private static OptionalDouble promise(OptionalInt day, OptionalDouble agreed) {
        return day.isPresent() ? OptionalDouble.of(day.getAsInt()) : agreed;
    }

    /** Order date + agreed lead time; empty if one of them is unknown. */
    private static OptionalDouble agreed(PurchaseLine line, OptionalDouble agreedDays) {
        return agreedDays.isPresent() && line.orderDay().isPresent()
                ? OptionalDouble.of(line.orderDay().getAsInt() + agreedDays.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Lines of an item that are due. */
    private static final class Count {

        private int due;
        private int hits;
        private final DoubleColumn slips = new DoubleColumn();

        void add(OnTimeInFull.Verdict verdict) {
            due++;
            hits += verdict.hit() ? 1 : 0;
            verdict.slipDays().ifPresent(slips::add);
        }

        /** Empty if none is due. */
        Optional<Punctuality> punctuality() {
            if (due == 0) {
                return Optional.empty();
            }
            double[] sorted = slips.toArray();
            Arrays.sort(sorted);
            return Optional.of(new Punctuality(due, hits, Moments.of(sorted).mean()));
        }
    }
}
