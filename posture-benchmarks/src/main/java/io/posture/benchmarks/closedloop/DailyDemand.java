package io.posture.benchmarks.closedloop;

import io.posture.benchmarks.Draws;

/**
 * Demand day by day, in whole pieces. Regular demand comes every day and is normal. Otherwise somebody orders on a day with
 * a chance, and an order has a size of one piece more than a Poisson number whose mean is gamma distributed. All days are
 * independent unless a disturbance says otherwise.
 *
 * @param regular whether demand comes every day in normally distributed sizes
 * @param chancePerDay chance of an order on a day, (0, 1]
 * @param sizeMean mean size of an order, pieces, above 1
 * @param sizeSpread coefficient of variation of regular sizes, else of the gamma mean, at least 0
 * @param year how the level moves within a year of 364 days
 * @param disturbance what breaks the independence of days
 */
public record DailyDemand(
        boolean regular,
        double chancePerDay,
        double sizeMean,
        double sizeSpread,
        Year year,
        Disturbance disturbance) {

    /** Days of a year of 52 weeks, so that weeks and seasons agree. */
    public static final int YEAR = 364;

    private static final double LEVEL_MEMORY = 0.9;
    private static final double LEVEL_SD = 0.35;
    private static final double WAVE = 0.5;
    private static final double PEAK = 3;
    private static final int PEAK_DAYS = 28;
    private static final double PEAK_YEAR = 1 + (PEAK - 1) * PEAK_DAYS / YEAR;
    private static final double ROUNDING_SD = Math.sqrt(1.0 / 12);
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
            case SMOOTH -> new DailyDemand(true, 1, 5 + 15 * scale, 0.35, Year.LEVEL, Disturbance.NONE);
            case ERRATIC -> new DailyDemand(false, 0.6, 1 + 15 * scale, 1.3, Year.LEVEL, Disturbance.NONE);
            case INTERMITTENT -> new DailyDemand(false, 0.06, 1 + 8 * scale, 0.3, Year.LEVEL, Disturbance.NONE);
            case LUMPY -> new DailyDemand(false, 0.05, 1 + 20 * scale, 1.2, Year.LEVEL, Disturbance.NONE);
            case WAVE -> new DailyDemand(true, 1, 5 + 15 * scale, 0.35, Year.WAVE, Disturbance.NONE);
            case PEAK -> new DailyDemand(true, 1, 5 + 15 * scale, 0.35, Year.PEAK, Disturbance.NONE);
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
        /** As smooth demand, half as much again in summer and half as much in winter. */
        WAVE,
        /** As smooth demand, three times as much in four weeks of the year. */
        PEAK;

        /** Whether the level moves within a year. */
        boolean isSeasonal() {
            return this == WAVE || this == PEAK;
        }
    }

    /** How the level moves within a year. */
    public enum Year {
        /** Not at all. */
        LEVEL,
        /** As a sine. */
        WAVE,
        /** Up in the last four weeks. */
        PEAK
    }

    /** The same with a disturbance. */
    public DailyDemand with(Disturbance other) {
        return new DailyDemand(regular, chancePerDay, sizeMean, sizeSpread, year, other);
    }

    /** Mean of a day over the year, pieces. */
    public double mean() {
        return chancePerDay * sizeMean;
    }

    /** Standard deviation of a day, pieces, without season and disturbance. */
    public double sd() {
        if (regular) {
            return Math.hypot(sizeSpread * sizeMean, ROUNDING_SD);
        }
        double poisson = sizeMean - 1;
        double sizeVariance = poisson + poisson * poisson * sizeSpread * sizeSpread;
        return Math.sqrt(chancePerDay * (sizeVariance + sizeMean * sizeMean) - mean() * mean());
    }

    /** Expected demand of a day of the year as a share of the mean. */
    public double season(int day) {
        int at = day % YEAR;
        return switch (year) {
            case LEVEL -> 1;
            case WAVE -> 1 + WAVE * Math.sin(2 * Math.PI * at / YEAR);
            case PEAK -> (at >= YEAR - PEAK_DAYS ? PEAK : 1) / PEAK_YEAR;
        };
    }

    /** A path of days, from the first day of a year. */
    double[] path(int days, Draws draws) {
        return path(levels(days, draws), draws);
    }

    /** A path of days on given levels. */
    double[] path(double[] level, Draws draws) {
        double[] path = new double[level.length];
        for (int day = 0; day < level.length; day++) {
            double mean = sizeMean * season(day) * level[day];
            if (regular) {
                path[day] = Math.max(0, Math.rint(mean * (1 + sizeSpread * draws.normal())));
            } else if (draws.chance(chancePerDay)) {
                path[day] = 1 + draws.poisson(draws.gamma(Math.max(0, mean - 1), sizeSpread));
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
