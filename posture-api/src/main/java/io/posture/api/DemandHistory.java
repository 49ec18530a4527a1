package io.posture.api;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;

/** Demand in equal buckets, oldest first; a bucket without orders is 0, not absent. Immutable. */
public final class DemandHistory implements Serializable {

    private static final long serialVersionUID = 1;

    private final LocalDate firstBucket;
    private final Bucket bucket;
    private final double[] values;
    private final int from;
    private final int length;

    private DemandHistory(LocalDate firstBucket, Bucket bucket, double[] values, int from, int length) {
        this.firstBucket = firstBucket;
        this.bucket = bucket;
        this.values = values;
        this.from = from;
        this.length = length;
    }

    /**
     * A history of its own.
     *
     * @param firstBucket first day of the oldest bucket
     * @param bucket length of every bucket
     * @param pieces demand per bucket, oldest first, finite and at least 0; copied
     * @throws IllegalArgumentException if a value is negative, NaN or infinite
     */
    public static DemandHistory of(LocalDate firstBucket, Bucket bucket, double... pieces) {
        return window(firstBucket, bucket, pieces.clone(), 0, pieces.length);
    }

    /**
     * A window on an array that many histories share. The array is not copied: whoever hands it over must not change it
     * again.
     *
     * @param firstBucket first day of the oldest bucket
     * @param bucket length of every bucket
     * @param shared values of many histories
     * @param from index of the oldest bucket
     * @param length number of buckets
     * @throws IllegalArgumentException if a value is negative, NaN or infinite
     */
    public static DemandHistory window(LocalDate firstBucket, Bucket bucket, double[] shared, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!(shared[i] >= 0 && shared[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "demand must be finite and at least 0, was " + shared[i] + " in bucket " + (i - from));
            }
        }
        return new DemandHistory(firstBucket, bucket, shared, from, length);
    }

    /** First day of the oldest bucket. */
    public LocalDate firstBucket() {
        return firstBucket;
    }

    /** First day behind the newest bucket; that of the oldest one if there is none. */
    public LocalDate end() {
        return switch (bucket) {
            case DAY -> firstBucket.plusDays(length);
            case WEEK -> firstBucket.plusWeeks(length);
            case MONTH -> firstBucket.plusMonths(length);
        };
    }

    /** Length of every bucket. */
    public Bucket bucket() {
        return bucket;
    }

    /** Number of buckets. */
    public int length() {
        return length;
    }

    /**
     * Demand of one bucket, pieces.
     *
     * @param index 0 is the oldest
     */
    public double pieces(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("bucket " + index + " of " + length);
        }
        return values[from + index];
    }

    /** All buckets, oldest first, as a copy. */
    public double[] toArray() {
        return Arrays.copyOfRange(values, from, from + length);
    }
}
