package io.posture.benchmarks.closedloop;

import io.posture.benchmarks.Draws;

/**
 * Demand day by day, in whole pieces: on a day somebody orders with a chance, and an order has a size of one piece more
 * than a Poisson number whose mean is gamma distributed. All days are independent unless a disturbance says otherwise.
 *
 * @param chancePerDay chance of an order on a day, (0, 1]
 * @param sizeMean mean size of an order, pieces, above 1
 * @param sizeSpread coefficient of variation of the gamma mean, at least 0
 * @param swing amplitude of a season of 364 days, share of the mean; 0 for none
 * @param disturbance what breaks the independence of days
 */
public record DailyDemand(
        double chancePerDay, double sizeMean, double sizeSpread, double swing, Disturbance disturbance) {

    /** Days of a year of 52 weeks, so that weeks and seasons agree. */
    public static final int YEAR = 364;

    private static final double LEVEL_MEMORY = 0.9;
    private static final double LEVEL_SD = 0.35;
    private static final double BUSY = 1.8;
    private static final double QUIET = 0.8;

    /** What breaks the independence of days. */
    public enum Disturbance {
        /** Nothing. */
        NONE,
        /** The level of demand wanders: a first-order autoregression from day to day. */
        WANDERING_LEVEL,
        /** Busy spells of a month with much more, quiet spells of four months with less; lead times follow. */
        BUSY_SPELLS,
        /** Demand grows by a quarter each year and nobody sizes again; the mean is the one of the first day. */
        GROWTH;

        /** Whether the level changes and yet has a mean and a deviation in the long run. */
        boolean isStationary() {
            return this == WANDERING_LEVEL || this == BUSY_SPELLS;
        }
    }

    /** Demand of one kind, with a season or without. */
    public static DailyDemand of(Kind kind, double scale) {
        return switch (kind) {
            case SMOOTH -> new DailyDemand(1, 1 + 12 * scale, 0.3, 0, Disturbance.NONE);
            case ERRATIC -> new DailyDemand(0.6, 1 + 15 * scale, 1.3, 0, Disturbance.NONE);
            case INTERMITTENT -> new DailyDemand(0.06, 1 + 8 * scale, 0.3, 0, Disturbance.NONE);
            case LUMPY -> new DailyDemand(0.05, 1 + 20 * scale, 1.2, 0, Disturbance.NONE);
            case SEASONAL -> new DailyDemand(1, 1 + 12 * scale, 0.3, 0.5, Disturbance.NONE);
        };
    }

    /** The kinds of demand. */
    public enum Kind {
        /** Every day, in much the same size. */
        SMOOTH,
        /** Most days, in very different sizes. */
        ERRATIC,
        /** Seldom, in much the same size. */
        INTERMITTENT,
        /** Seldom, in very different sizes. */
        LUMPY,
        /** As smooth demand, with a season. */
        SEASONAL
    }

    /** The same with a disturbance. */
    public DailyDemand with(Disturbance other) {
        return new DailyDemand(chancePerDay, sizeMean, sizeSpread, swing, other);
    }

    /** Mean of a day over the year, pieces. */
    public double mean() {
        return chancePerDay * sizeMean;
    }

    /** Standard deviation of a day, pieces, without season and disturbance. */
    public double sd() {
        double poisson = sizeMean - 1;
        double sizeVariance = poisson + poisson * poisson * sizeSpread * sizeSpread;
        return Math.sqrt(chancePerDay * (sizeVariance + sizeMean * sizeMean) - mean() * mean());
    }

    /** Expected demand of a day of the year as a share of the mean. */
    public double season(int day) {
        return 1 + swing * Math.sin(2 * Math.PI * (day % YEAR) / YEAR);
    }

    /** A path of days, from the first day of a year. */
    double[] path(int days, Draws draws) {
        return path(levels(days, draws), draws);
    }

    /** A path of days on given levels. */
    double[] path(double[] level, Draws draws) {
        double[] path = new double[level.length];
        for (int day = 0; day < level.length; day++) {
            if (draws.chance(chancePerDay)) {
                double mean = Math.max(0, sizeMean * season(day) * level[day] - 1);
                path[day] = 1 + draws.poisson(draws.gamma(mean, sizeSpread));
            }
        }
        return path;
    }

    /** Level of demand by day, mean 1 in the long run except under growth. */
    double[] levels(int days, Draws draws) {
        double[] level = new double[days];
        double state = 0;
        boolean busy = false;
        for (int day = 0; day < days; day++) {
            switch (disturbance) {
                case NONE -> level[day] = 1;
                case WANDERING_LEVEL -> {
                    state = LEVEL_MEMORY * state
                            + LEVEL_SD * Math.sqrt(1 - LEVEL_MEMORY * LEVEL_MEMORY) * draws.normal();
                    level[day] = Math.max(0.1, 1 + state);
                }
                case BUSY_SPELLS -> {
                    busy = draws.chance(busy ? 1 - 1.0 / 30 : 1.0 / 120);
                    level[day] = busy ? BUSY : QUIET;
                }
                case GROWTH -> level[day] = 1 + 0.25 * (day % YEAR) / YEAR;
            }
        }
        return level;
    }
}
