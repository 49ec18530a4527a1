package io.posture.profile;

import io.posture.numerics.Require;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the profiles. Demand is added up per ISO week, or per month where it is only known per month.
 *
 * @param asOf the run's date: nothing later is looked at; empty for the newest date of demand and receipts
 * @param windowMonths months of history looked at, 1 to 1200
 * @param completeShare share of the ordered pieces that counts as complete for lead times, (0, 1]
 * @param lateToleranceDays days after the promise that are still on time, at least 0
 * @param priorStrength lines that a pool's service rate is worth, above 0
 * @param priorDegrees lines that a pool's lead-time variance is worth, at least 0
 * @param poolLines lines that a group or a pool needs to stand on its own, at least 2
 * @param carryingRate carrying rate assumed of items without one, share of the unit cost a year, 0 to 1
 * @param periods windows that the user labels, for demand and for lead times; they may overlap
 * @param winsorise whether buckets of demand far outside the others are cut to the outlier limit; else they are only flagged
 */
public record ProfileSettings(
        Optional<LocalDate> asOf,
        int windowMonths,
        double completeShare,
        int lateToleranceDays,
        double priorStrength,
        double priorDegrees,
        int poolLines,
        double carryingRate,
        List<Period> periods,
        boolean winsorise) {

    /** The defaults. */
    public static final ProfileSettings DEFAULTS =
            new ProfileSettings(Optional.empty(), 24, 0.95, 0, 10, 4, 10, 0.25, List.of(), false);

    private static final int LONGEST_WINDOW = 1200;

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a setting is outside its range
     */
    public ProfileSettings {
        if (!(1 <= windowMonths && windowMonths <= LONGEST_WINDOW)) {
            throw new IllegalArgumentException("windowMonths must be in [1, 1200], was " + windowMonths);
        }
        Require.positive("completeShare", Require.share("completeShare", completeShare));
        Require.notNegative("lateToleranceDays", lateToleranceDays);
        Require.positive("priorStrength", priorStrength);
        Require.notNegative("priorDegrees", priorDegrees);
        if (poolLines < 2) {
            throw new IllegalArgumentException(
                    "poolLines must be at least 2, was " + poolLines + ": one line shows no deviation");
        }
        Require.share("carryingRate", carryingRate);
        periods = List.copyOf(periods);
    }

    /** The same settings at a date. */
    public ProfileSettings withAsOf(LocalDate date) {
        return with(Optional.of(date), windowMonths, periods, winsorise);
    }

    /** The same settings with another window. */
    public ProfileSettings withWindowMonths(int months) {
        return with(asOf, months, periods, winsorise);
    }

    /** The same settings with other windows of the user. */
    public ProfileSettings withPeriods(List<Period> windows) {
        return with(asOf, windowMonths, windows, winsorise);
    }

    /** The same settings, with or without cutting outliers. */
    public ProfileSettings withWinsorise(boolean cut) {
        return with(asOf, windowMonths, periods, cut);
    }

    private ProfileSettings with(Optional<LocalDate> date, int months, List<Period> windows, boolean cut) {
        return new ProfileSettings(
                date,
                months,
                completeShare,
                lateToleranceDays,
                priorStrength,
                priorDegrees,
                poolLines,
                carryingRate,
                windows,
                cut);
    }
}
