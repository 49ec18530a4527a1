package io.posture.safetystock.simulation;

import io.posture.numerics.RandomStream;
import java.util.Arrays;

/**
 * Lead times to draw from: one of those seen, each equally likely, or a gamma distribution, or one gamma distribution for
 * each supplier. Immutable.
 */
public final class LeadTimes {

    private final double[] seen;
    private final double[] upTo;
    private final double[] mean;
    private final double[] d;
    private final double[] c;
    private final double[] shape;

    private LeadTimes(double[] seen, double[] shares, double[] mean, double[] sd) {
        this.seen = seen;
        this.mean = mean;
        this.upTo = new double[shares.length];
        this.shape = new double[mean.length];
        this.d = new double[mean.length];
        this.c = new double[mean.length];
        double total = Arrays.stream(shares).sum();
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += shares[i];
            upTo[i] = sum / total;
            if (mean[i] > 0 && sd[i] > 0) {
                shape[i] = mean[i] / sd[i] * (mean[i] / sd[i]);
                d[i] = shape[i] - 1.0 / 3;
                c[i] = 1 / Math.sqrt(9 * Math.abs(d[i]));
            }
        }
    }

    /**
     * One of those seen.
     *
     * @param times at least one, in the time unit of the demand, at least 0; copied
     */
    public static LeadTimes seen(double... times) {
        if (times.length == 0) {
            throw new IllegalArgumentException("times must not be empty");
        }
        return new LeadTimes(times.clone(), new double[0], new double[0], new double[0]);
    }

    /**
     * Gamma distributed; fixed where the deviation is 0.
     *
     * @param mean in the time unit of the demand, at least 0
     * @param sd in the same unit, at least 0
     */
    public static LeadTimes gamma(double mean, double sd) {
        return mixture(new double[] {1}, new double[] {mean}, new double[] {sd});
    }

    /**
     * A gamma distribution for each supplier.
     *
     * @param shares how often each supplier gets the order, at least 0, not all 0
     * @param means in the time unit of the demand, at least 0
     * @param sds in the same unit, at least 0
     */
    public static LeadTimes mixture(double[] shares, double[] means, double[] sds) {
        if (shares.length == 0 || shares.length != means.length || shares.length != sds.length) {
            throw new IllegalArgumentException("shares, means and sds must have one length above 0, had "
                    + shares.length + ", " + means.length + " and " + sds.length);
        }
        if (!(Arrays.stream(shares).min().getAsDouble() >= 0
                && Arrays.stream(shares).sum() > 0)) {
            throw new IllegalArgumentException(
                    "shares must be at least 0 and not all 0, were " + Arrays.toString(shares));
        }
        return new LeadTimes(new double[0], shares, means.clone(), sds);
    }

    /** The next lead time. */
    double next(RandomStream random) {
        if (seen.length > 0) {
            return seen[random.below(seen.length)];
        }
        int part = upTo.length == 1 ? 0 : pick(random.uniform());
        double k = shape[part];
        if (k == 0) {
            return mean[part];
        }
        return mean[part] / k * (k < 1 ? random.gamma(k) : random.gamma(d[part], c[part]));
    }

    private int pick(double uniform) {
        int part = 0;
        while (part < upTo.length - 1 && uniform >= upTo[part]) {
            part++;
        }
        return part;
    }

    /** The whole lead times seen; empty if any is not whole or they are not seen ones. */
    int[] whole() {
        int[] whole = new int[seen.length];
        for (int i = 0; i < seen.length; i++) {
            whole[i] = (int) seen[i];
            if (whole[i] != seen[i]) {
                return new int[0];
            }
        }
        return whole;
    }
}
