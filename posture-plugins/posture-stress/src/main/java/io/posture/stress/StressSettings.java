package io.posture.stress;

import io.posture.numerics.Require;

/**
 * How stress tests are run.
 *
 * @param longestDays days that a ledger runs at most, 1 to 36500
 * @param safetyStockShare share of the safety stock that is there when the shock comes, [0, 1]; 0.5 is the sober look
 * @param threads threads that work at the same time, at least 1
 */
public record StressSettings(int longestDays, double safetyStockShare, int threads) {

    /** As long as the longest shock and a lead time like it, all of the safety stock, one thread. */
    public static final StressSettings DEFAULTS = new StressSettings(2 * Shock.LONGEST_DAYS, 1, 1);

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
        return new StressSettings(longestDays, other, threads);
    }

    /** The same with another number of threads. */
    public StressSettings withThreads(int other) {
        return new StressSettings(longestDays, safetyStockShare, other);
    }

    /** The stock that a ledger starts with, pieces. */
    double opening(ItemStock stock) {
        double missing = (1 - safetyStockShare) * Math.min(stock.safetyStock(), stock.operating());
        return stock.operating() - missing + stock.strategic();
    }
}
