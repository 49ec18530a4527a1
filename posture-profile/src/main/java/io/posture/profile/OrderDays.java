package io.posture.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines gathered by the day of their order, oldest first. Lines of one day have no order among themselves: whatever were taken
 * for one would look like a trend or a change, so that a day is one observation, the mean of its lines.
 */
final class OrderDays {

    private final List<List<OrderedLine>> days = new ArrayList<>();

    /**
     * Gathers lines.
     *
     * @param lines in time
     */
    OrderDays(List<OrderedLine> lines) {
        for (OrderedLine line : lines) {
            if (days.isEmpty() || line.orderDay() > day(days.size() - 1)) {
                days.add(new ArrayList<>(1));
            }
            days.get(days.size() - 1).add(line);
        }
    }

    /** Number of days with an order. */
    int size() {
        return days.size();
    }

    /** One of the days, an epoch day. */
    int day(int position) {
        return days.get(position).get(0).orderDay();
    }

    /** The lines of one day, quickest first. */
    List<OrderedLine> lines(int position) {
        return days.get(position);
    }

    /** The days, epoch days, ascending. */
    int[] numbers() {
        return IntStream.range(0, size()).map(this::day).toArray();
    }

    /** Mean lead time of every day, days. */
    double[] means() {
        return days.stream().mapToDouble(OrderDays::mean).toArray();
    }

    /** Mean of ln(1 + lead time) of every day. */
    double[] logMeans() {
        return days.stream().mapToDouble(OrderDays::logMean).toArray();
    }

    private static double mean(List<OrderedLine> lines) {
        double sum = 0;
        for (OrderedLine line : lines) {
            sum += line.days();
        }
        return sum / lines.size();
    }

    private static double logMean(List<OrderedLine> lines) {
        double sum = 0;
        for (OrderedLine line : lines) {
            sum += Math.log1p(line.days());
        }
        return sum / lines.size();
    }
}
