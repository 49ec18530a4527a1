package io.posture.benchmarks.closedloop;

import io.posture.benchmarks.Draws;

/** Demand that one stockroom after another can meet, so that rules are compared on equal days. */
final class Course {

    /** Days at the start that are not counted. */
    static final int WARM_UP_DAYS = 2 * DailyDemand.YEAR;

    private final double[] level;
    private final double[] pieces;

    private Course(double[] level, double[] pieces) {
        this.level = level;
        this.pieces = pieces;
    }

    /** A course of a number of days after the warm-up. */
    static Course of(DailyDemand demand, int days, Draws draws) {
        double[] level = demand.levels(WARM_UP_DAYS + days, draws);
        return new Course(level, demand.path(level, draws));
    }

    /** Number of days, warm-up included. */
    int days() {
        return pieces.length;
    }

    /** Pieces asked for on a day. */
    double pieces(int day) {
        return pieces[day];
    }

    /** Level of demand on a day, 1 as a rule. */
    double level(int day) {
        return level[day];
    }
}
