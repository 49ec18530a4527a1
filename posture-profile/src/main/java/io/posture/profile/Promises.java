package io.posture.profile;

import io.posture.api.SupplySignals.Punctuality;
import io.posture.numerics.DoubleColumn;
import io.posture.numerics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Purchase-order lines against what was promised: the first promise, and apart from it the last one, which makes nearly
 * everyone punctual. Not thread-safe.
 */
final class Promises {

    private final List<ServiceLevels.DueLine> due = new ArrayList<>();
    private final Map<Integer, Count> first = new HashMap<>();
    private final Map<Integer, Count> last = new HashMap<>();
    private final int[] unpromised;
    private final SupplyTables tables;
    private final Window window;
    private final ProfileSettings settings;
    private final AssumptionLog log;

    /**
     * No line yet.
     *
     * @param items number of items
     */
    Promises(int items, SupplyTables tables, Window window, ProfileSettings settings, AssumptionLog log) {
        this.unpromised = new int[items];
        this.tables = tables;
        this.window = window;
        this.settings = settings;
        this.log = log;
    }

    /** Adds a line. */
    void add(PurchaseLine line) {
        OptionalDouble agreed = agreed(line);
        OptionalDouble promise =
                line.promisedDay().isPresent() ? day(line.promisedDay().getAsInt()) : agreed;
        OptionalDouble lastPromise =
                line.lastPromisedDay().isPresent() ? day(line.lastPromisedDay().getAsInt()) : agreed;
        if (promise.isEmpty()) {
            unpromised[line.item()]++;
            log.add(Premise.PROMISE_UNKNOWN, line.item());
        } else if (line.promisedDay().isEmpty()) {
            log.add(Premise.PROMISE_FROM_LEAD_TIME, line.item());
        }
        promise.ifPresent(day -> judge(line, day).ifPresent(verdict -> {
            due.add(new ServiceLevels.DueLine(new Supply(line.item(), line.supplier()), verdict.hit(), line.rows()));
            first.computeIfAbsent(line.item(), key -> new Count()).add(verdict);
        }));
        lastPromise.ifPresent(day -> judge(line, day)
                .ifPresent(verdict ->
                        last.computeIfAbsent(line.item(), key -> new Count()).add(verdict)));
    }

    /** All lines due against their first promise. */
    List<ServiceLevels.DueLine> due() {
        return due;
    }

    /** Lines of an item with neither a promise nor an agreed lead time. */
    int unpromised(int item) {
        return unpromised[item];
    }

    /** An item's lines against their first promise; empty if none was due. */
    Optional<Punctuality> first(int item) {
        return Optional.ofNullable(first.get(item)).map(Count::punctuality);
    }

    /** An item's lines against their last promise; empty if none was due. */
    Optional<Punctuality> last(int item) {
        return Optional.ofNullable(last.get(item)).map(Count::punctuality);
    }

    private Optional<OnTimeInFull.Verdict> judge(PurchaseLine line, double promisedDay) {
        return OnTimeInFull.judge(
                new OnTimeInFull.Line(line.ordered(), promisedDay, line.receipts()),
                window.lastDay(),
                settings.lateToleranceDays(),
                0);
    }

    /** Order date + agreed lead time; empty if one of them is unknown. */
    private OptionalDouble agreed(PurchaseLine line) {
        OptionalDouble leadTime = tables.sourcing(new Supply(line.item(), line.supplier()))
                .map(SourcingRow::leadTimeDays)
                .orElse(OptionalDouble.empty());
        return leadTime.isPresent() && line.orderDay().isPresent()
                ? OptionalDouble.of(line.orderDay().getAsInt() + leadTime.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble day(int day) {
        return OptionalDouble.of(day);
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

        Punctuality punctuality() {
            double[] sorted = slips.toArray();
            Arrays.sort(sorted);
            return new Punctuality(due, hits, Moments.of(sorted).mean());
        }
    }
}
