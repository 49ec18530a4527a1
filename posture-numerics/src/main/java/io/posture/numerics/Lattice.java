package io.posture.numerics;

import java.util.Arrays;

/**
 * A distribution on 0, 1, 2, ...: what is demanded in a number of periods, by convolution instead of simulation.
 *
 * <p>Sums are exact to rounding. Few values are convolved directly, many by the fast Fourier transform, which is as
 * exact: its error per probability is about 1e-16, negative ones are set to 0 and the total is 1. Immutable.
 */
public final class Lattice {

    /** Largest number of points a sum may have: 32 MB. */
    public static final int LARGEST = 1 << 22;

    /** How much cheaper a multiplication of the direct convolution is than one point and stage of the transform. */
    private static final double TRANSFORM_COST = 3;

    private static final double TOTAL_SLACK = 1e-9;

    /** A value so near to a point is on it: 0.3 is three steps of 0.1 in any arithmetic. */
    private static final double POINT_SLACK = 1e-12;

    private final double[] probabilities;
    private final int occupied;

    private Lattice(double[] probabilities) {
        int size = probabilities.length;
        while (size > 1 && probabilities[size - 1] == 0) {
            size--;
        }
        this.probabilities = size == probabilities.length ? probabilities : Arrays.copyOf(probabilities, size);
        int count = 0;
        for (double probability : this.probabilities) {
            count += probability > 0 ? 1 : 0;
        }
        occupied = count;
    }

    /**
     * A distribution by its probabilities.
     *
     * @param probabilities of 0, 1, 2, ...; each at least 0, together 1 within 1e-9, scaled to exactly that
     * @throws IllegalArgumentException if there is none, one is negative or NaN, or the total is not 1
     */
    public static Lattice of(double... probabilities) {
        double total = 0;
        for (int i = 0; i < probabilities.length; i++) {
            total += Require.notNegative("probabilities[" + i + "]", probabilities[i]);
        }
        if (!(Math.abs(total - 1) <= TOTAL_SLACK)) {
            throw new IllegalArgumentException("probabilities must have the sum 1, was " + total);
        }
        return new Lattice(scaled(probabilities.clone(), total));
    }

    /** The certain value k, [0, 4194303]. */
    public static Lattice at(int k) {
        if (!(k >= 0 && k < LARGEST)) {
            throw new IllegalArgumentException("k must be in [0, " + (LARGEST - 1) + "], was " + k);
        }
        double[] probabilities = new double[k + 1];
        probabilities[k] = 1;
        return new Lattice(probabilities);
    }

    /**
     * Observed values, all equally likely, on a lattice of the given step; a value between two points is split among
     * them so that the mean stays. The variance grows by at most a quarter of the squared step.
     *
     * @param step distance of two points, in the unit of the values, above 0
     * @param values at least one, each at least 0
     * @throws IllegalArgumentException if an argument is outside its range or the largest value has too many steps
     */
    public static Lattice observed(double step, double... values) {
        Require.positive("step", step);
        if (values.length == 0) {
            throw new IllegalArgumentException("values must hold at least one number, was empty");
        }
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Require.notNegative("values[" + i + "]", values[i]));
        }
        double[] probabilities = new double[points(largest / step + 2)];
        for (double value : values) {
            double position = value / step;
            if (Math.abs(position - Math.rint(position)) <= POINT_SLACK * Math.max(1, position)) {
                position = Math.rint(position);
            }
            int below = (int) position;
            double above = position - below;
            probabilities[below] += 1 - above;
            if (above > 0) {
                probabilities[below + 1] += above;
            }
        }
        return new Lattice(scaled(probabilities, values.length));
    }

    /**
     * Distributions mixed by weight.
     *
     * @param weights at least 0, as many as parts, with a sum above 0; only their ratios count
     * @param parts at least one
     * @throws IllegalArgumentException if an argument is outside its range or the lengths differ
     */
    public static Lattice mixture(double[] weights, Lattice... parts) {
        if (parts.length == 0 || weights.length != parts.length) {
            throw new IllegalArgumentException("weights and parts must have the same length, at least 1, were "
                    + weights.length + " and " + parts.length);
        }
        double total = total(weights);
        int size = 0;
        for (Lattice part : parts) {
            size = Math.max(size, part.size());
        }
        double[] sum = new double[size];
        for (int i = 0; i < parts.length; i++) {
            add(sum, parts[i].probabilities, weights[i] / total);
        }
        return new Lattice(sum);
    }

    /** The sum of this and another, independent. */
    public Lattice plus(Lattice other) {
        int size = points(size() + (double) other.size() - 1);
        Lattice fewer = occupied <= other.occupied ? this : other;
        Lattice more = fewer == this ? other : this;
        if ((double) fewer.occupied * more.size() <= transformCost(size, 3)) {
            return new Lattice(convolved(fewer.probabilities, more.probabilities, size));
        }
        Fourier fourier = Fourier.forTerms(size);
        double[][] values = fourier.values(probabilities);
        multiply(values, fourier.values(other.probabilities));
        return cleaned(fourier.coefficients(values, size));
    }

    /**
     * The sum of n independent values of this.
     *
     * @param n at least 0
     * @throws IllegalArgumentException if n is negative or the sum has more than {@link #LARGEST} points
     */
    public Lattice times(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0, was " + n);
        }
        double[] counts = new double[n + 1];
        counts[n] = 1;
        return compound(counts);
    }

    /**
     * The sum of a random number of independent values of this: the demand of a lead time that varies.
     *
     * @param counts weight of 0, 1, 2, ... values, at least 0 with a sum above 0; only their ratios count
     * @throws IllegalArgumentException if a weight is negative, all are 0 or the sum has more than {@link #LARGEST}
     *     points
     */
    public Lattice compound(double... counts) {
        return compoundWithin(LARGEST, counts);
    }

    /**
     * The sum of a random number of independent values of this where all that is beyond a reach is so unlikely that it may
     * be left out. Left out without a word: the reach is the caller's to bound.
     *
     * @param reach largest value that matters, at least the largest value of this
     * @param counts weight of 0, 1, 2, ... values, at least 0 with a sum above 0; only their ratios count
     * @throws IllegalArgumentException if the reach is too short, a weight is negative, all are 0 or the sum has more than
     *     {@link #LARGEST} points
     */
    public Lattice compoundWithin(int reach, double... counts) {
        if (reach < size() - 1) {
            throw new IllegalArgumentException("reach must be at least " + (size() - 1) + ", was " + reach);
        }
        double total = total(counts);
        int most = counts.length - 1;
        while (counts[most] == 0) {
            most--;
        }
        double largest = (size() - 1.0) * most;
        int size = points(Math.min(largest, reach) + 1);
        // one convolution for every further value, half as long on average as the last
        if (0.5 * occupied * size * most <= transformCost(size, 2) + (double) size * most) {
            return cleaned(directCompound(counts, most, total, size));
        }
        Fourier fourier = Fourier.forTerms(size);
        double[][] base = fourier.values(probabilities);
        double[][] values = new double[2][fourier.points()];
        Arrays.fill(values[0], counts[most] / total);
        // Horner's scheme of the generating function, at every point
        for (int n = most - 1; n >= 0; n--) {
            multiply(values, base);
            double weight = counts[n] / total;
            for (int k = 0; k < values[0].length; k++) {
                values[0][k] += weight;
            }
        }
        return cleaned(fourier.coefficients(values, size));
    }

    /** Mean. */
    public double mean() {
        double sum = 0;
        for (int k = size() - 1; k > 0; k--) {
            sum += k * probabilities[k];
        }
        return sum;
    }

    /** Variance. */
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int k = size() - 1; k >= 0; k--) {
            sum += (k - mean) * (k - mean) * probabilities[k];
        }
        return sum;
    }

    /**
     * The smallest k with a probability of at most k of at least p; 1e-13 less than p is enough, so that a level met
     * exactly does not cost a piece.
     *
     * @param p probability, (0, 1)
     * @throws IllegalArgumentException if p is outside its range
     */
    public int quantile(double p) {
        Require.probability("probability", p);
        // from the top, so that small probabilities are added to small sums
        double allowed = 1 - p + DiscreteWalk.SLACK;
        double above = 0;
        int k = size() - 1;
        while (k > 0 && above + probabilities[k] <= allowed) {
            above += probabilities[k];
            k--;
        }
        return k;
    }

    /** Probability of at most r; 0 below 0. */
    public double cdf(int r) {
        if (r < 0) {
            return 0;
        }
        double sum = 0;
        for (int k = Math.min(r, size() - 1); k >= 0; k--) {
            sum += probabilities[k];
        }
        return Math.min(1, sum);
    }

    /** Probability of more than r, accurate in the upper tail. */
    public double upper(int r) {
        double sum = 0;
        for (int k = size() - 1; k > Math.max(-1, r); k--) {
            sum += probabilities[k];
        }
        return Math.min(1, sum);
    }

    /**
     * Expected excess {@code E(X - r)+}.
     *
     * @param r finite
     * @throws IllegalArgumentException if r is NaN or infinite
     */
    public double expectedExcess(double r) {
        Require.finite("r", r);
        double sum = 0;
        for (int k = size() - 1; k >= 0 && k > r; k--) {
            sum += (k - r) * probabilities[k];
        }
        return sum;
    }

    /** Probabilities of 0, 1, 2, ..., as a copy. */
    public double[] toArray() {
        return probabilities.clone();
    }

    /** Number of points: one more than the largest possible value. */
    public int size() {
        return probabilities.length;
    }

    private double[] directCompound(double[] counts, int most, double total, int size) {
        double[] sum = new double[size];
        double[] power = {1};
        add(sum, power, counts[0] / total);
        for (int n = 1; n <= most; n++) {
            power = convolved(probabilities, power, Math.min(size, power.length + size() - 1));
            if (counts[n] > 0) {
                add(sum, power, counts[n] / total);
            }
        }
        return sum;
    }

    private static void add(double[] sum, double[] part, double weight) {
        for (int k = 0; k < part.length; k++) {
            sum[k] += weight * part[k];
        }
    }

    private static double[] convolved(double[] fewer, double[] more, int size) {
        double[] sum = new double[size];
        for (int i = 0; i < fewer.length; i++) {
            double weight = fewer[i];
            if (weight > 0) {
                int end = Math.min(more.length, size - i);
                for (int k = 0; k < end; k++) {
                    sum[i + k] += weight * more[k];
                }
            }
        }
        return sum;
    }

    private static void multiply(double[][] values, double[][] by) {
        double[] re = values[0];
        double[] im = values[1];
        double[] byRe = by[0];
        double[] byIm = by[1];
        for (int k = 0; k < re.length; k++) {
            double product = re[k] * byRe[k] - im[k] * byIm[k];
            im[k] = re[k] * byIm[k] + im[k] * byRe[k];
            re[k] = product;
        }
    }

    private static double transformCost(int size, int transforms) {
        int points = Math.max(2, Integer.highestOneBit(size));
        return TRANSFORM_COST * transforms * 0.5 * points * (31 - Integer.numberOfLeadingZeros(points));
    }

    private static Lattice cleaned(double[] probabilities) {
        double total = 0;
        for (int k = probabilities.length - 1; k >= 0; k--) {
            probabilities[k] = Math.max(0, probabilities[k]);
            total += probabilities[k];
        }
        return new Lattice(scaled(probabilities, total));
    }

    private static double[] scaled(double[] probabilities, double total) {
        if (total != 1) {
            for (int k = 0; k < probabilities.length; k++) {
                probabilities[k] /= total;
            }
        }
        return probabilities;
    }

    private static double total(double[] weights) {
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += Require.notNegative("weights[" + i + "]", weights[i]);
        }
        return Require.positive("sum of weights", total);
    }

    private static int points(double points) {
        if (!(points <= LARGEST)) {
            throw new IllegalArgumentException("a lattice may have at most " + LARGEST + " points, would have "
                    + (long) points + ". Maybe count in packs or use a coarser step.");
        }
        return (int) points;
    }
}
