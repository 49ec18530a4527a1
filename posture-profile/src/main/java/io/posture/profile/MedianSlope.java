package io.posture.profile;

import java.util.Arrays;

/**
 * Exact median of the slopes between all pairs of values. A sample of the slopes gives a bracket around the median; one pass
 * over all pairs counts what lies outside and keeps what lies inside, so that hardly anything is sorted and the memory does not
 * grow with the square of the length.
 */
final class MedianSlope {

    /** Below this number of slopes a plain sort is as fast. */
    private static final int SORTED_UP_TO = 300;

    private static final double SAMPLE_EXPONENT = 2.0 / 3;

    /** Half the width of the first bracket in standard errors of the sample's median, which is at most 1 / (2 sqrt(n)). */
    private static final double STANDARD_ERRORS = 2.5;

    private final double[] series;
    private final long pairs;

    private MedianSlope(double[] series) {
        this.series = series;
        this.pairs = (long) series.length * (series.length - 1) / 2;
    }

    /**
     * The median slope per step; with an even number of slopes the mean of the middle two.
     *
     * @param series values, finite, at least 2
     */
    static double of(double[] series) {
        return new MedianSlope(series).median();
    }

    private double median() {
        if (pairs <= SORTED_UP_TO) {
            double[] slopes = sample(1);
            Arrays.sort(slopes);
            return middle(slopes[(slopes.length - 1) / 2], slopes[slopes.length / 2]);
        }
        long stride = Math.max(2, (long) Math.pow((double) pairs, 1 - SAMPLE_EXPONENT));
        double[] sample = sample(stride);
        Arrays.sort(sample);
        double half = STANDARD_ERRORS * Math.sqrt(sample.length) / 2;
        while (true) {
            int below = (int) Math.floor((sample.length - 1) / 2.0 - half);
            int above = (int) Math.ceil((sample.length - 1) / 2.0 + half);
            Bracket bracket = new Bracket(
                    below < 0 ? Double.NEGATIVE_INFINITY : sample[below],
                    above >= sample.length ? Double.POSITIVE_INFINITY : sample[above]);
            if (bracket.holds((pairs - 1) / 2) && bracket.holds(pairs / 2)) {
                return middle(bracket.atRank((pairs - 1) / 2), bracket.atRank(pairs / 2));
            }
            half *= 4;
        }
    }

    /** Every so-manieth slope, counted from the shortest distances on: each distance has its share. */
    private double[] sample(long stride) {
        double[] slopes = new double[Math.toIntExact((pairs - 1) / stride + 1)];
        int taken = 0;
        long next = 0;
        for (int lag = 1; lag < series.length; lag++) {
            int slopesOfLag = series.length - lag;
            while (next < slopesOfLag) {
                int i = (int) next;
                slopes[taken++] = (series[i + lag] - series[i]) / lag;
                next += stride;
            }
            next -= slopesOfLag;
        }
        return slopes;
    }

    private static double middle(double lower, double upper) {
        return lower == upper ? lower : (lower + upper) / 2;
    }

    /** The slopes strictly between two bounds, sorted, and how many lie where else. */
    private final class Bracket {

        private final double low;
        private final double high;
        private long below;
        private long atLow;
        private long atHigh;
        private double[] inside = new double[1024];
        private int count;

        Bracket(double low, double high) {
            this.low = low;
            this.high = high;
            for (int lag = 1; lag < series.length; lag++) {
                add(lag);
            }
            Arrays.sort(inside, 0, count);
        }

        /** One pass over a distance, written without branches that depend on the values. */
        private void add(int lag) {
            int length = series.length;
            if (inside.length - count < length) {
                inside = Arrays.copyOf(inside, Math.max(inside.length * 2, count + length));
            }
            double[] kept = inside;
            int end = count;
            int less = 0;
            int equalLow = 0;
            int equalHigh = 0;
            for (int i = lag; i < length; i++) {
                double slope = (series[i] - series[i - lag]) / lag;
                kept[end] = slope;
                end += (slope > low ? 1 : 0) * (slope < high ? 1 : 0);
                less += slope < low ? 1 : 0;
                equalLow += slope == low ? 1 : 0;
                equalHigh += slope == high ? 1 : 0;
            }
            count = end;
            below += less;
            atLow += equalLow;
            atHigh += low == high ? 0 : equalHigh;
        }

        /** Whether the slope of a rank, from 0, is known. */
        boolean holds(long rank) {
            return below <= rank && rank < below + atLow + count + atHigh;
        }

        double atRank(long rank) {
            long inner = rank - below - atLow;
            if (inner < 0) {
                return low;
            }
            return inner < count ? inside[(int) inner] : high;
        }
    }
}
