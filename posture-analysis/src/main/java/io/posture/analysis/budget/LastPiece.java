package io.posture.analysis.budget;

import io.posture.numerics.Normal;

/**
 * What the last piece of a safety stock does for service: the share of the cycles in which it is missing, {@code Phi(-k) -
 * Phi(-k - q)}, k the stock and q the lot in deviations. A piece that is short over several cycles is counted once (DOMAIN E.4).
 */
final class LastPiece {

    private static final double SMALL_LOT = 1e-6;
    private static final double ENOUGH = 1e-10;
    private static final double FAR = 38;
    private static final int ROUNDS = 100;

    private LastPiece() {}

    /**
     * The share of the cycles in which it is missing.
     *
     * @param k at least 0
     * @param q above 0
     */
    static double missing(double k, double q) {
        return q < SMALL_LOT ? Normal.density(k + q / 2) * q : Normal.upper(k) - Normal.upper(k + q);
    }

    /**
     * The stock whose last piece is missing in a share of the cycles, deviations; 0 if it is missing more rarely already.
     *
     * @param share above 0
     * @param q lot, deviations, above 0
     */
    static double stock(double share, double q) {
        if (!(share < missing(0, q))) {
            return 0;
        }
        double low = 0;
        double high = share < Normal.upper(FAR) ? FAR : -Normal.quantile(share);
        double k = high;
        for (int i = 0; i < ROUNDS; i++) {
            double value = missing(k, q);
            double above = Math.log(value / share);
            if (above >= 0) {
                low = k;
            } else {
                high = k;
            }
            double slope = Normal.density(k) - Normal.density(k + q);
            double next = k + above * value / slope;
            if (Math.abs(next - k) <= ENOUGH) {
                return Math.max(0, next);
            }
            if (!(next > low && next < high)) {
                next = low + (high - low) / 2;
            }
            if (next <= low || next >= high) {
                return next;
            }
            k = next;
        }
        return k;
    }
}
