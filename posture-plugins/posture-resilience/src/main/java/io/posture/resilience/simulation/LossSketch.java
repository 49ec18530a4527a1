package io.posture.resilience.simulation;

/**
 * Any number of losses in little memory: how many fell into each of 1,024 classes per power of two, their sum, the least
 * and the largest of them. A quantile is off by less than a class, 0.1 %; where all losses of a class are the same it is exact.
 */
final class LossSketch {

    /** Drops so many bits of a double: what is left is its class. */
    private static final int DROPPED_BITS = 42;

    private static final int GROWTH = 1024;

    private long zeros;
    private long count;
    private int first;
    private long[] counts = new long[0];
    private double[] least = new double[0];
    private double[] largest = new double[0];
    private double[] sums = new double[0];

    LossSketch() {}

    /** Adds a loss, at least 0. */
    void add(double loss) {
        count++;
        if (!(loss > 0)) {
            zeros++;
            return;
        }
        int at = place((int) (Double.doubleToRawLongBits(loss) >>> DROPPED_BITS));
        if (counts[at] == 0) {
            least[at] = loss;
            largest[at] = loss;
        } else {
            least[at] = Math.min(least[at], loss);
            largest[at] = Math.max(largest[at], loss);
        }
        counts[at]++;
        sums[at] += loss;
    }

    private int place(int number) {
        if (counts.length == 0) {
            first = number;
        }
        int before = Math.max(0, first - number);
        int needed = Math.max(first + counts.length, number + 1) - (first - before);
        if (before > 0 || needed > counts.length) {
            int spaceBefore = before > 0 ? before + GROWTH : 0;
            int spaceAfter = needed - before > counts.length ? GROWTH : 0;
            int size = needed + spaceBefore - before + spaceAfter;
            counts = moved(counts, spaceBefore, size);
            least = moved(least, spaceBefore, size);
            largest = moved(largest, spaceBefore, size);
            sums = moved(sums, spaceBefore, size);
            first -= spaceBefore;
        }
        return number - first;
    }

    private static long[] moved(long[] from, int by, int size) {
        long[] to = new long[size];
        System.arraycopy(from, 0, to, by, from.length);
        return to;
    }

    private static double[] moved(double[] from, int by, int size) {
        double[] to = new double[size];
        System.arraycopy(from, 0, to, by, from.length);
        return to;
    }

    /** Classes that memory is held for. */
    int classes() {
        return counts.length;
    }

    /** The smallest loss with a share of at least a level at or below it. */
    double quantile(double level) {
        return at(rank(level));
    }

    /** Place from 1 of that loss among all. */
    private long rank(double level) {
        return Math.max(1, Math.min(count, (long) Math.ceil(level * count * (1 - 1e-15))));
    }

    private double at(long rank) {
        long left = rank - zeros;
        if (left <= 0) {
            return 0;
        }
        int place = 0;
        while (left > counts[place]) {
            left -= counts[place];
            place++;
        }
        return within(place, left);
    }

    /** The loss at a place from 1 of a class, as if its losses lay evenly between the least and the largest. */
    private double within(int place, long rank) {
        long n = counts[place];
        double share = n > 1 ? (rank - 1) / (double) (n - 1) : 0;
        return least[place] + share * (largest[place] - least[place]);
    }

    /**
     * Mean and mean square of what losses exceed a value, over all losses.
     *
     * @param value at least 0
     * @return two numbers
     */
    double[] excess(double value) {
        double sum = 0;
        double squares = 0;
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] == 0 || largest[place] <= value) {
                continue;
            }
            double above = counts[place];
            double middle = sums[place] / above - value;
            if (least[place] < value) {
                // the part of the class above the value
                above *= (largest[place] - value) / (largest[place] - least[place]);
                middle = (largest[place] - value) / 2;
            }
            sum += above * middle;
            squares += above * middle * middle;
        }
        return new double[] {sum / count, squares / count};
    }
}
