package io.posture.safetystock.simulation;

import io.posture.numerics.RandomStream;

/** Demand over a lead time drawn as normal: mean and variance grow with the lead time. Immutable. */
public final class NormalSampler implements DemandSampler {

    private final double mean;
    private final double sd;
    private final LeadTimes leadTimes;
    private final Undershoot undershoot;

    /**
     * A sampler.
     *
     * @param mean mean demand, pieces a time unit, at least 0
     * @param sd deviation of the demand of a time unit, pieces, at least 0
     * @param leadTimes lead times in time units
     * @param undershoot what is added to each draw
     */
    public NormalSampler(double mean, double sd, LeadTimes leadTimes, Undershoot undershoot) {
        this.mean = mean;
        this.sd = sd;
        this.leadTimes = leadTimes;
        this.undershoot = undershoot;
    }

    @Override
    public void draw(RandomStream random, double[] into, int from, int to) {
        for (int i = from; i < to; i++) {
            double leadTime = leadTimes.next(random);
            into[i] = mean * leadTime + sd * Math.sqrt(leadTime) * random.gaussian();
        }
        if (!undershoot.none()) {
            for (int i = from; i < to; i++) {
                into[i] += undershoot.next(random);
            }
        }
    }
}
