package io.posture.profile;

import java.util.Arrays;

/** Order statistics without sorting everything. */
final class Selection {

    private static final int SORTED_UP_TO = 24;

    private Selection() {}

    /**
     * Median; with an even number the mean of the middle two.
     *
     * @param values finite, at least one; their order is changed
     */
    static double median(double[] values) {
        return mean(values, values.length, (values.length - 1) / 2, values.length / 2);
    }

    /**
     * Mean of the values of two ranks.
     *
     * @param values finite; the order of the first so many is changed
     * @param count how many of them count
     * @param lower rank, from 0
     * @param upper the same rank or the next
     */
    static double mean(double[] values, int count, int lower, int upper) {
        double low = atRank(values, count, lower);
        if (upper == lower) {
            return low;
        }
        double high = values[upper];
        for (int i = upper + 1; i < count; i++) {
            high = Math.min(high, values[i]);
        }
        return low == high ? low : (low + high) / 2;
    }

    /** Hoare's quickselect with the middle of three as pivot; afterwards nothing behind the rank is smaller. */
    private static double atRank(double[] values, int count, int rank) {
        int from = 0;
        int to = count - 1;
        while (to - from > SORTED_UP_TO) {
            double pivot = middle(values[from], values[(from + to) >>> 1], values[to]);
            int left = from;
            int right = to;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (rank <= right) {
                to = right;
            } else if (rank >= left) {
                from = left;
            } else {
                return values[rank];
            }
        }
        Arrays.sort(values, from, to + 1);
        return values[rank];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
