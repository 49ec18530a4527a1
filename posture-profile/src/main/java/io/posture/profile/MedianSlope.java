package io.posture.profile;

import java.util.Arrays;

/**
 * Exact median of the slopes between all pairs of values. A sample of the slopes gives a bracket around the median; one pass
 * over all pairs counts what lies below it and keeps what lies inside, so that hardly anything is sorted or stored.
 */
final class MedianSlope {

    /** Below this number of slopes a plain selection is as fast. */
    private static final int SELECTED_UP_TO = 300;

    private static final double SAMPLE_EXPONENT = 0.6;

    /** Half the width of the first bracket in standard errors of a sample's median rank, sqrt(n) / 2. */
    private static final double STANDARD_ERRORS = 2;

    private static final int WIDER = 4;

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
        if (pairs <= SELECTED_UP_TO) {
            return Selection.median(sample(1));
        }
        double[] sample = sample((long) Math.pow((double) pairs, 1 - SAMPLE_EXPONENT));
        Arrays.sort(sample);
        double half = STANDARD_ERRORS * Math.sqrt(sample.length) / 2;
        while (true) {
            int below = (int) Math.floor((sample.length - 1) / 2.0 - half);
            int above = (int) Math.ceil((sample.length - 1) / 2.0 + half);
            Bracket bracket = new Bracket(
                    below < 0 ? Double.NEGATIVE_INFINITY : sample[below],
                    above >= sample.length ? Double.POSITIVE_INFINITY : sample[above]);
            if (bracket.holds((pairs - 1) / 2) && bracket.holds(pairs / 2)) {
                return bracket.mean((pairs - 1) / 2, pairs / 2);
            }
            half *= WIDER;
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

    /** The slopes from one bound to another, and how many lie below. */
    private final class Bracket {

        private final double low;
        private final double high;
        private long below;
        private double[] inside = new double[1024];
        private int count;

        Bracket(double low, double high) {
            this.low = low;
            this.high = high;
            for (int lag = 1; lag < series.length; lag++) {
                add(lag);
            }
        }

        /** The slopes of one distance, written without branches that depend on the values. */
        private void add(int lag) {
            int length = series.length;
            if (inside.length - count < length) {
                inside = Arrays.copyOf(inside, Math.max(inside.length * 2, count + length));
            }
            double[] kept = inside;
            int end = count;
            int reached = 0;
            for (int i = lag; i < length; i++) {
                double slope = (series[i] - series[i - lag]) / lag;
                int notBelow = slope >= low ? 1 : 0;
                int notAbove = slope <= high ? 1 : 0;
                kept[end] = slope;
                end += notBelow & notAbove;
                reached += notBelow;
            }
            count = end;
            below += length - lag - reached;
        }

        /** Whether the slope of a rank, from 0, is inside. */
        boolean holds(long rank) {
            return below <= rank && rank < below + count;
        }

        double mean(long lower, long upper) {
            return Selection.mean(inside, count, Math.toIntExact(lower - below), Math.toIntExact(upper - below));
        }
    }
}
