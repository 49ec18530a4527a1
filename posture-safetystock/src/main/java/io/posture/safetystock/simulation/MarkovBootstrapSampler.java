package io.posture.safetystock.simulation;

import io.posture.numerics.RandomStream;
import java.util.Arrays;

/**
 * Demand over a lead time put together from buckets of the history, where a bucket with demand follows one without as often
 * as it did in the history, and sizes near those seen may occur. It starts in a bucket with demand as often as the history
 * has them: the reorder point must hold for every order, not only for the next. Immutable.
 *
 * @see "Willemain, Smart & Schwarz, IJF 20 (2004)"
 */
public final class MarkovBootstrapSampler implements DemandSampler {

    private final double[] sizes;
    private final double busyAtStart;
    private final double busyAfterBusy;
    private final double busyAfterIdle;
    private final boolean jitter;
    private final LeadTimes leadTimes;
    private final Undershoot undershoot;

    /**
     * A sampler.
     *
     * @param buckets demand in each bucket of the history, oldest first, at least one, pieces
     * @param jitter whether sizes near those seen may occur; for whole pieces only
     * @param leadTimes lead times in buckets
     * @param undershoot what is added to each draw
     */
    public MarkovBootstrapSampler(double[] buckets, boolean jitter, LeadTimes leadTimes, Undershoot undershoot) {
        if (buckets.length == 0) {
            throw new IllegalArgumentException("buckets must not be empty");
        }
        this.sizes = Arrays.stream(buckets).filter(pieces -> pieces > 0).toArray();
        this.busyAtStart = BootstrapSampler.busyShare(buckets);
        int[] from = new int[2];
        int[] toBusy = new int[2];
        for (int i = 1; i < buckets.length; i++) {
            int before = buckets[i - 1] > 0 ? 1 : 0;
            from[before]++;
            toBusy[before] += buckets[i] > 0 ? 1 : 0;
        }
        this.busyAfterIdle = from[0] > 0 ? toBusy[0] / (double) from[0] : busyAtStart;
        this.busyAfterBusy = from[1] > 0 ? toBusy[1] / (double) from[1] : busyAtStart;
        this.jitter = jitter;
        this.leadTimes = leadTimes;
        this.undershoot = undershoot;
    }

    @Override
    public void draw(RandomStream random, double[] into, int from, int to) {
        for (int i = from; i < to; i++) {
            into[i] = sum(random, BootstrapSampler.wholeBuckets(leadTimes.next(random), random))
                    + undershoot.next(random);
        }
    }

    private double sum(RandomStream random, int count) {
        double busy = busyAtStart;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            if (random.uniform() < busy) {
                double size = sizes[random.below(sizes.length)];
                sum += jitter ? jittered(size, random) : size;
                busy = busyAfterBusy;
            } else {
                busy = busyAfterIdle;
            }
        }
        return sum;
    }

    /** {@code 1 + int(x + Z sqrt(x))}, or x where that is not above 0. */
    private static double jittered(double size, RandomStream random) {
        double near = 1.0 + (long) (size + random.gaussian() * Math.sqrt(size));
        return near > 0 ? near : size;
    }
}
