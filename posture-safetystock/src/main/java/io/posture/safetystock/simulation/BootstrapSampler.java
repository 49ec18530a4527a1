package io.posture.safetystock.simulation;

import io.posture.numerics.RandomStream;
import java.util.Arrays;

/**
 * Demand over a lead time put together from buckets of the history, drawn with replacement. A lead time that is no whole
 * number of buckets is the one below or above, so that its mean is kept. Immutable.
 */
public final class BootstrapSampler implements DemandSampler {

    private final double[] buckets;
    private final LeadTimes leadTimes;
    private final int[] wholeLeadTimes;
    private final Undershoot undershoot;

    /**
     * A sampler.
     *
     * @param buckets demand in each bucket of the history, at least one, pieces; copied
     * @param leadTimes lead times in buckets
     * @param undershoot what is added to each draw
     */
    public BootstrapSampler(double[] buckets, LeadTimes leadTimes, Undershoot undershoot) {
        if (buckets.length == 0) {
            throw new IllegalArgumentException("buckets must not be empty");
        }
        this.buckets = buckets.clone();
        this.leadTimes = leadTimes;
        this.wholeLeadTimes = leadTimes.whole();
        this.undershoot = undershoot;
    }

    @Override
    public void draw(RandomStream random, double[] into, int from, int to) {
        if (wholeLeadTimes.length > 0) {
            drawWhole(random, into, from, to);
        } else {
            for (int i = from; i < to; i++) {
                into[i] = sum(random, wholeBuckets(leadTimes.next(random), random));
            }
        }
        if (!undershoot.none()) {
            for (int i = from; i < to; i++) {
                into[i] += undershoot.next(random);
            }
        }
    }

    private void drawWhole(RandomStream random, double[] into, int from, int to) {
        int[] choices = wholeLeadTimes;
        for (int i = from; i < to; i++) {
            into[i] = sum(random, choices[random.below(choices.length)]);
        }
    }

    /** Sum of some buckets, two from each 64 bits. */
    private double sum(RandomStream random, int count) {
        double[] choices = buckets;
        double sum = 0;
        for (int left = count; left > 1; left -= 2) {
            long bits = random.bits();
            sum += choices[RandomStream.scaled(bits >>> 32, choices.length)]
                    + choices[RandomStream.scaled(bits & 0xffffffffL, choices.length)];
        }
        return (count & 1) == 0 ? sum : sum + choices[random.below(choices.length)];
    }

    /** A lead time in whole buckets, up or down at random so that the mean is kept. */
    static int wholeBuckets(double leadTime, RandomStream random) {
        int floor = (int) leadTime;
        double rest = leadTime - floor;
        return rest > 0 && random.uniform() < rest ? floor + 1 : floor;
    }

    /** The share of buckets with demand. */
    static double busyShare(double[] buckets) {
        return Arrays.stream(buckets).filter(pieces -> pieces > 0).count() / (double) buckets.length;
    }
}
