package io.posture.benchmarks.closedloop;

import io.posture.benchmarks.Draws;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A stockroom, day by day. In the morning the orders that are due arrive, in the order in which they were placed, and
 * first serve what is owed. Then the day's demand comes; what stock cannot serve is owed (or lost). In the evening of a
 * review day the rule may order. An order with a lead time of L days arrives in the morning after L further days of
 * demand. Orders do not cross: one that would overtake waits for the one before it (or, if asked, overtakes).
 *
 * <p>A cycle ends with each arrival, and has gone well when nothing was owed just before it. A piece counts as filled when
 * it was served from stock on the day it was asked for.
 *
 * @param crossing whether orders may overtake each other
 * @param lostSales whether customers go away instead of waiting
 * @param leadTimeFollowsDemand how much of the level of demand on the day of the order the lead time takes on, 0 for none
 */
public record Stockroom(boolean crossing, boolean lostSales, double leadTimeFollowsDemand) {

    /** As the formulas assume. */
    public static final Stockroom PLAIN = new Stockroom(false, false, 0);

    /**
     * What happened.
     *
     * @param cycles cycles ended
     * @param goodCycles cycles that went well
     * @param pieces pieces asked for
     * @param filled pieces served at once
     * @param stockDays sum over the days of the stock in the evening
     * @param days days counted
     */
    public record Account(long cycles, long goodCycles, double pieces, double filled, double stockDays, long days) {

        /** Nothing yet. */
        public static final Account EMPTY = new Account(0, 0, 0, 0, 0, 0);

        /** Both together. */
        public Account plus(Account other) {
            return new Account(
                    cycles + other.cycles,
                    goodCycles + other.goodCycles,
                    pieces + other.pieces,
                    filled + other.filled,
                    stockDays + other.stockDays,
                    days + other.days);
        }

        /** Share of good cycles. */
        public double cycleService() {
            return (double) goodCycles / cycles;
        }

        /** Share of pieces served at once. */
        public double fillRate() {
            return filled / pieces;
        }

        /** Standard error of the share of good cycles, cycles taken as independent. */
        public double cycleServiceError() {
            double share = cycleService();
            return Math.sqrt(Math.max(share * (1 - share), 1.0 / cycles) / cycles);
        }
    }

    private record Arrival(int day, int number, double pieces) {}

    /** Runs a rule. */
    Account run(Rule rule, Course course, LeadTimes leadTimes, Draws draws) {
        PriorityQueue<Arrival> due =
                new PriorityQueue<>(Comparator.comparingInt(Arrival::day).thenComparingInt(Arrival::number));
        double net = Math.max(0, rule.order(0, 0));
        double onOrder = 0;
        int lastArrival = 0;
        int orders = 0;
        long cycles = 0;
        long good = 0;
        double pieces = 0;
        double filled = 0;
        double stockDays = 0;
        for (int day = 0; day < course.days(); day++) {
            boolean counted = day >= Course.WARM_UP_DAYS;
            while (isDue(due.peek(), day)) {
                Arrival arrival = due.remove();
                if (counted) {
                    cycles++;
                    good += net >= 0 ? 1 : 0;
                }
                net += arrival.pieces;
                onOrder -= arrival.pieces;
            }
            double asked = course.pieces(day);
            double served = Math.min(asked, Math.max(0, net));
            net -= lostSales ? served : asked;
            if (counted) {
                pieces += asked;
                filled += served;
                stockDays += Math.max(0, net);
            }
            if (day % rule.reviewDays() == 0) {
                double order = rule.order(day, net + onOrder);
                if (order >= 0) {
                    double stretch = 1 + leadTimeFollowsDemand * (course.level(day) - 1);
                    int arrives = day + 1 + (int) Math.round(stretch * leadTimes.draw(draws));
                    lastArrival = crossing ? arrives : Math.max(arrives, lastArrival);
                    due.add(new Arrival(lastArrival, orders++, order));
                    onOrder += order;
                }
            }
        }
        return new Account(cycles, good, pieces, filled, stockDays, course.days() - Course.WARM_UP_DAYS);
    }

    private static boolean isDue(@Nullable Arrival next, int day) {
        return next != null && next.day <= day;
    }
}
