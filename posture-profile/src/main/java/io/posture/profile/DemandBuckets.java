package io.posture.profile;

/**
 * One item's demand in full buckets, and in full months, oldest first. The arrays are only read.
 */
final class DemandBuckets {

    private final BucketSpan span;
    private final double[] series;
    private final BucketSpan monthSpan;
    private final double[] months;
    private final double[] daysWithoutStock;

    /**
     * Buckets.
     *
     * @param span the buckets
     * @param series pieces in each, at least 0
     * @param monthSpan the months
     * @param months pieces in each, at least 0
     * @param daysWithoutStock days without stock in each bucket; empty if there were none or nobody knows
     */
    DemandBuckets(BucketSpan span, double[] series, BucketSpan monthSpan, double[] months, double[] daysWithoutStock) {
        this.span = span;
        this.series = series;
        this.monthSpan = monthSpan;
        this.months = months;
        this.daysWithoutStock = daysWithoutStock;
    }

    BucketSpan span() {
        return span;
    }

    double[] series() {
        return series;
    }

    BucketSpan monthSpan() {
        return monthSpan;
    }

    double[] months() {
        return months;
    }

    /** Share of each bucket's days with stock, 0 to 1; empty if it is 1 for all. */
    double[] inStockShares() {
        double[] shares = new double[daysWithoutStock.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = 1 - Math.min(1, daysWithoutStock[i] / span.days(i));
        }
        return shares;
    }

    /** The same with other pieces in the buckets. */
    DemandBuckets with(double[] other) {
        return new DemandBuckets(span, other, monthSpan, months, daysWithoutStock);
    }
}
