package io.posture.safetystock;

/**
 * The step of a lattice for lead-time demand: the pack that all buckets are whole multiples of, if that is fine enough
 * to be exact and coarse enough to be quick; otherwise a small share of the standard deviation.
 */
final class LatticeStep {

    /** Largest number of points for which every pack has its own: about two milliseconds. */
    private static final int EXACT_POINTS = 1 << 15;

    /** Steps to a standard deviation where packs are too many: rounding up to a step costs less than 0.005 of it. */
    private static final double STEPS_PER_DEVIATION = 250;

    /** Quantities are looked at in thousandths of a piece, the most that kilograms and metres are booked with. */
    private static final double PER_PIECE = 1000;

    private static final double WHOLE_SLACK = 1e-6;
    private static final double LARGEST_WHOLE = 1L << 52;

    private LatticeStep() {}

    /**
     * The step in pieces.
     *
     * @param buckets demand per bucket, pieces, each at least 0, at least one
     * @param leadTimes weight of a lead time of 0, 1, 2, ... buckets, with the sum 1
     */
    static double pieces(double[] buckets, double[] leadTimes) {
        double largest = 0;
        for (double bucket : buckets) {
            largest = Math.max(largest, bucket);
        }
        if (largest == 0) {
            return 1;
        }
        double pack = pack(buckets);
        double points = largest / pack * (leadTimes.length - 1);
        if (points <= EXACT_POINTS) {
            return pack;
        }
        double deviation = deviation(buckets, leadTimes);
        // nothing varies: every bucket is the largest
        return deviation > 0 ? Math.min(largest, Math.max(pack, deviation / STEPS_PER_DEVIATION)) : largest;
    }

    /** Greatest common divisor in thousandths of a piece; 0 if a bucket is no whole number of those. */
    private static double pack(double[] buckets) {
        long divisor = 0;
        for (double bucket : buckets) {
            double scaled = bucket * PER_PIECE;
            if (scaled > LARGEST_WHOLE || Math.abs(scaled - Math.rint(scaled)) > WHOLE_SLACK * Math.max(1, scaled)) {
                return 0;
            }
            divisor = greatestCommonDivisor((long) Math.rint(scaled), divisor);
        }
        return divisor / PER_PIECE;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** {@code sqrt(E[L] s^2 + m^2 Var L)}, moments of the observed buckets themselves. */
    private static double deviation(double[] buckets, double[] leadTimes) {
        double mean = 0;
        for (double bucket : buckets) {
            mean += bucket / buckets.length;
        }
        double variance = 0;
        for (double bucket : buckets) {
            variance += (bucket - mean) * (bucket - mean) / buckets.length;
        }
        double lead = 0;
        double leadSquares = 0;
        for (int n = 0; n < leadTimes.length; n++) {
            lead += n * leadTimes[n];
            leadSquares += (double) n * n * leadTimes[n];
        }
        return Math.sqrt(lead * variance + mean * mean * Math.max(0, leadSquares - lead * lead));
    }
}
