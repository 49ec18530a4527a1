package io.posture.stress;

import io.posture.numerics.Require;

/**
 * How stress tests are run.
 *
 * @param longestDays days that a ledger runs at most, 1 to 36500
 * @param safetyStockShare share of the safety stock that is there when the shock comes, [0, 1]; 0.5 is the sober look
 * @param strategicReleased whether strategic stock is released
 * @param threads threads that work at the same time, at least 1
 */
public record StressSettings(int longestDays, double safetyStockShare, boolean strategicReleased, int threads) {

    /** Two years, all of the safety stock, strategic stock released, one thread. */
    public static final StressSettings DEFAULTS = new StressSettings(730, 1, true, 1);

    /** Checks. */
    public StressSettings {
        if (!(longestDays >= 1 && longestDays <= 36_500)) {
            throw new IllegalArgumentException("longestDays must be in 1..36500, was " + longestDays);
        }
        Require.share("safetyStockShare", safetyStockShare);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
    }

    /** The same with another share of the safety stock. */
    public StressSettings withSafetyStockShare(double other) {
        return new StressSettings(longestDays, other, strategicReleased, threads);
    }

    /** The same with strategic stock released or not. */
    public StressSettings withStrategicReleased(boolean other) {
        return new StressSettings(longestDays, safetyStockShare, other, threads);
    }

    /** The same with another number of threads. */
    public StressSettings withThreads(int other) {
        return new StressSettings(longestDays, safetyStockShare, strategicReleased, other);
    }

    /** The stock that a ledger starts with, pieces. */
    double opening(ItemStock stock) {
        double missing = (1 - safetyStockShare) * Math.min(stock.safetyStock(), stock.operating());
        return stock.operating() - missing + reserve(stock);
    }

    /** The strategic part of it, pieces. */
    double reserve(ItemStock stock) {
        return strategicReleased ? stock.strategic() : 0;
    }
}
