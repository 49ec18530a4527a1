package io.posture.benchmarks.closedloop;

import java.util.List;

/** When to order and how much. Positions are in pieces: on hand plus on order less owed to customers. */
public sealed interface Rule {

    /** Days from one look at the position to the next. */
    int reviewDays();

    /**
     * The order.
     *
     * @param day the day in whose evening the position is looked at
     * @param position the position
     * @return pieces; below 0 for no order
     */
    double order(int day, double position);

    /** No order. */
    double NOTHING = -1;

    /**
     * Every evening: at or below the reorder point, as many lots as bring the position above it.
     *
     * @param point reorder point, pieces
     * @param lot lot, pieces
     */
    record ReorderPoint(double point, double lot) implements Rule {

        @Override
        public int reviewDays() {
            return 1;
        }

        @Override
        public double order(int day, double position) {
            return position > point ? NOTHING : lot * (Math.floor((point - position) / lot) + 1);
        }
    }

    /**
     * A rule for every week of the year.
     *
     * @param weeks the rules, all with the same days between reviews
     */
    record ByWeek(List<Rule> weeks) implements Rule {

        @Override
        public int reviewDays() {
            return weeks.get(0).reviewDays();
        }

        @Override
        public double order(int day, double position) {
            // this evening's order covers what begins tomorrow
            return weeks.get((day + 1) % DailyDemand.YEAR / 7).order(day, position);
        }
    }

    /**
     * At every review, up to a level; a review without demand before it makes an order of nothing.
     *
     * @param reviewDays days between reviews
     * @param level order-up-to level, pieces
     */
    record OrderUpTo(int reviewDays, double level) implements Rule {

        @Override
        public double order(int day, double position) {
            return Math.max(0, level - position);
        }
    }

    /**
     * At every review: at or below the reorder point, up to a level.
     *
     * @param reviewDays days between reviews
     * @param point reorder point, pieces
     * @param level order-up-to level, pieces
     */
    record ReorderUpTo(int reviewDays, double point, double level) implements Rule {

        @Override
        public double order(int day, double position) {
            return position > point ? NOTHING : level - position;
        }
    }
}
