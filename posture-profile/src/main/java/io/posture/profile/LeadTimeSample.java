package io.posture.profile;

import io.posture.api.RowRefs;
import io.posture.numerics.DoubleColumn;
import io.posture.numerics.IntColumn;
import io.posture.numerics.Moments;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Lead times of one item from one supplier. Immutable. */
final class LeadTimeSample {

    /** No line. */
    static final LeadTimeSample NONE = new LeadTimeSample(new double[0], 0, RowRefs.NONE);

    private final double[] days;
    private final int closed;
    private final RowRefs rows;

    private LeadTimeSample(double[] days, int closed, RowRefs rows) {
        this.days = days;
        this.closed = closed;
        this.rows = rows;
    }

    /** Number of lead times. */
    int size() {
        return days.length;
    }

    /** Number of lead times of closed lines. */
    int closed() {
        return closed;
    }

    /** Whether open lines entered at their age. */
    boolean lowerBound() {
        return closed < days.length;
    }

    /** Lead times in days, ascending. */
    double[] days() {
        return days.clone();
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

    /** Collects lead times; the order in which they come does not matter. */
    static final class Builder {

        private final DoubleColumn closed = new DoubleColumn();
        private final DoubleColumn ages = new DoubleColumn();
        private final IntColumn rows = new IntColumn();

        Builder() {}

        /** Adds a line that is complete. */
        void closed(double leadTimeDays, PurchaseLine line) {
            closed.add(leadTimeDays);
            line.rows().forEach(rows::add);
        }

        /** Adds a line that is not complete. */
        void open(double ageDays) {
            ages.add(ageDays);
        }

        /**
         * The sample: closed lines, and open ones that are older than the mean of the closed, at their age. Leaving
         * those out would flatter a supplier that fails.
         */
        LeadTimeSample build(String source) {
            double mean = Moments.of(sorted(closed)).mean().orElse(Double.POSITIVE_INFINITY);
            double[] late =
                    Arrays.stream(ages.toArray()).filter(age -> age > mean).toArray();
            double[] days = Arrays.copyOf(closed.toArray(), closed.size() + late.length);
            System.arraycopy(late, 0, days, closed.size(), late.length);
            Arrays.sort(days);
            return new LeadTimeSample(days, closed.size(), RowRefs.of(source, rows.toArray()));
        }

        private static double[] sorted(DoubleColumn column) {
            double[] values = column.toArray();
            Arrays.sort(values);
            return values;
        }
    }
}
