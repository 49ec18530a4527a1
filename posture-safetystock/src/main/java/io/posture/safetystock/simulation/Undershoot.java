package io.posture.safetystock.simulation;

import io.posture.numerics.RandomStream;
import java.util.Arrays;

/** How far the position is below the reorder point when an order goes out, to draw from. Immutable. */
public final class Undershoot {

    /** Orders go out exactly at the reorder point. */
    public static final Undershoot NONE = new Undershoot(new double[0], new double[0], false, LeadTimes.gamma(0, 0));

    private final double[] sizes;
    private final double[] piecesUpTo;
    private final boolean whole;
    private final LeadTimes moments;

    private Undershoot(double[] sizes, double[] piecesUpTo, boolean whole, LeadTimes moments) {
        this.sizes = sizes;
        this.piecesUpTo = piecesUpTo;
        this.whole = whole;
        this.moments = moments;
    }

    /**
     * Gamma distributed with a given mean and deviation.
     *
     * @param mean pieces, at least 0
     * @param sd pieces, at least 0
     */
    public static Undershoot moments(double mean, double sd) {
        return mean > 0 ? new Undershoot(new double[0], new double[0], false, LeadTimes.gamma(mean, sd)) : NONE;
    }

    /**
     * What is left of an order of these sizes behind the piece that reached the reorder point, every piece of every order
     * equally likely to be that piece: {@code P(U = u)} proportional to {@code P(size > u)}.
     *
     * @param sizes sizes of orders, pieces; those that are 0 do not count; copied
     * @param whole whether only whole pieces are ordered
     */
    public static Undershoot ofSizes(double[] sizes, boolean whole) {
        double[] positive = Arrays.stream(sizes).filter(size -> size > 0).toArray();
        if (positive.length == 0) {
            return NONE;
        }
        double[] upTo = positive.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
        return new Undershoot(positive, upTo, whole, LeadTimes.gamma(0, 0));
    }

    /** Whether it is always 0. */
    boolean none() {
        return this == NONE;
    }

    /** The next one, pieces. */
    double next(RandomStream random) {
        if (sizes.length == 0) {
            return moments.next(random);
        }
        double piece = random.uniform() * piecesUpTo[piecesUpTo.length - 1];
        int found = Arrays.binarySearch(piecesUpTo, piece);
        int order = found < 0 ? -found - 1 : found + 1;
        double left = Math.min(sizes[order], Math.max(0, piecesUpTo[order] - piece));
        return whole ? Math.max(0, Math.ceil(left) - 1) : left;
    }
}
