package io.posture.benchmarks.catalogue;

import io.posture.benchmarks.Draws;
import java.time.temporal.ChronoUnit;
import java.time.LocalDate;

/**
 * How the demand of an item comes, week by week, in whole pieces.
 *
 * @param pattern its pattern
 * @param perWeek mean, pieces a week
 * @param busyShare share of weeks with demand
 * @param sizeCv coefficient of variation of the weeks with demand
 * @param swing amplitude of the season, share of the mean
 * @param peakMonth month in which demand is four times as high, 1 to 12; 0 for none
 * @param yearlyGrowth growth a year, share of the mean
 * @param spikeWeek week of a single large order; below 0 for none
 * @param surgeFromWeek first of the weeks in which demand more than doubles; below 0 for none
 */
record WeeklyDemand(
        Family.Pattern pattern,
        double perWeek,
        double busyShare,
        double sizeCv,
        double swing,
        int peakMonth,
        double yearlyGrowth,
        int spikeWeek,
        int surgeFromWeek) {

    private static final int SURGE_WEEKS = 12;
    private static final double SURGE = 2.2;
    private static final double PEAK = 4;
    private static final double SPIKE = 8;
    private static final double WEEKS_PER_YEAR = 365.0 / 7;

    static WeeklyDemand draw(Family.Pattern pattern, double perWeek, Draws draws) {
        double growth = draws.chance(0.05) ? draws.between(-0.35, 0.35) : 0;
        int spike = draws.chance(0.02) ? draws.below(100) : -1;
        int surge = draws.chance(0.03) ? draws.below(80) : -1;
        boolean seasonal = pattern == Family.Pattern.SEASONAL;
        boolean peak = seasonal && draws.chance(0.5);
        double swing = seasonal && !peak ? draws.between(0.35, 0.6) : 0;
        int peakMonth = peak ? 1 + draws.below(12) : 0;
        double busy =
                switch (pattern) {
                    case SMOOTH, ERRATIC, SEASONAL -> 1;
                    case INTERMITTENT -> draws.between(0.12, 0.6);
                    case LUMPY -> draws.between(0.08, 0.5);
                };
        double cv =
                switch (pattern) {
                    case SMOOTH, SEASONAL -> draws.between(0.12, 0.45);
                    case ERRATIC -> draws.between(0.8, 1.2);
                    case INTERMITTENT -> draws.between(0.2, 0.55);
                    case LUMPY -> draws.between(0.85, 1.5);
                };
        return new WeeklyDemand(pattern, perWeek, busy, cv, swing, peakMonth, growth, spike, surge);
    }

    /** Pieces of one week, 0 for none. */
    double pieces(int week, LocalDate monday, Draws draws) {
        boolean busy = draws.chance(busyShare);
        double level = 1 + yearlyGrowth * (week / WEEKS_PER_YEAR - 1);
        double turn = 2 * Math.PI * ChronoUnit.DAYS.between(LocalDate.of(2020, 1, 1), monday) / 365;
        level *= 1 + swing * Math.sin(turn);
        if (monday.getMonthValue() == peakMonth) {
            level *= PEAK;
        }
        if (surgeFromWeek >= 0 && week >= surgeFromWeek && week < surgeFromWeek + SURGE_WEEKS) {
            level *= SURGE;
        }
        double size = draws.gamma(Math.max(0, level) * perWeek / busyShare, sizeCv);
        if (week == spikeWeek) {
            return Math.max(1, Math.rint(SPIKE * perWeek));
        }
        return busy ? Math.max(busyShare < 1 ? 1 : 0, Math.rint(size)) : 0;
    }
}
