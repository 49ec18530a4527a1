package io.posture.profile;

import io.posture.api.Trend;
import io.posture.numerics.Quantiles;
import java.util.List;
import java.util.Optional;

/**
 * Whether a supplier gets slower: Mann-Kendall test of the lead times in the order of their order dates.
 *
 * <p>The question is how many days are lost in 90 days of time, and lines do not come at even distances: the slope is the median
 * of the slopes of all pairs of order days against the days between them (Sen 1968, whose slope is against time, not rank).
 *
 * <p>Open lines are left out: their ages fall with the order date and would hide a rise. They show in the lower bound of the mean
 * and in the percentiles.
 */
final class LeadTimeTrend {

    private static final int FEWEST = 8;
    private static final double SIGNIFICANT = 0.05;
    private static final double HORIZON_DAYS = 90;
    private static final double NOTABLE_SHARE = 0.10;

    private LeadTimeTrend() {}

    /**
     * The trend of the closed lines; empty with fewer than eight days with an order.
     *
     * @param lines in time
     */
    static Optional<Trend> of(List<OrderedLine> lines) {
        OrderDays days =
                new OrderDays(lines.stream().filter(OrderedLine::closed).toList());
        if (days.size() < FEWEST) {
            return Optional.empty();
        }
        double[] leadTimes = days.means();
        MannKendall.Result test = MannKendall.of(leadTimes);
        double slope = slope(days.numbers(), leadTimes);
        boolean slower = slope > 0 && slope * HORIZON_DAYS >= NOTABLE_SHARE * Quantiles.describing(leadTimes, 0.5);
        return Optional.of(new Trend(test.z(), test.p(), slope, test.p() < SIGNIFICANT && slower));
    }

    /**
     * Median slope of all pairs. A window has a limited number of days, and so of pairs, however many lines there are.
     *
     * @param days day numbers, ascending, at least two
     * @param values a value for each day
     */
    static double slope(int[] days, double[] values) {
        double[] slopes = new double[days.length * (days.length - 1) / 2];
        int count = 0;
        for (int later = 1; later < days.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                slopes[count++] = (values[later] - values[earlier]) / (days[later] - days[earlier]);
            }
        }
        return Selection.median(slopes);
    }
}
