package io.posture.safetystock.simulation;

import io.posture.numerics.RandomStream;

/** Demand over a lead time drawn as gamma, so that it is never negative: mean and variance grow with it. Immutable. */
public final class GammaSampler implements DemandSampler {

    private final double shapePerUnit;
    private final double scale;
    private final double mean;
    private final LeadTimes leadTimes;
    private final Undershoot undershoot;

    /**
     * A sampler.
     *
     * @param mean mean demand, pieces a time unit, above 0
     * @param sd deviation of the demand of a time unit, pieces, at least 0
     * @param leadTimes lead times in time units
     * @param undershoot what is added to each draw
     */
    public GammaSampler(double mean, double sd, LeadTimes leadTimes, Undershoot undershoot) {
        this.mean = mean;
        this.shapePerUnit = sd > 0 ? mean / sd * (mean / sd) : 0;
        this.scale = sd * sd / mean;
        this.leadTimes = leadTimes;
        this.undershoot = undershoot;
    }

    @Override
    public void draw(RandomStream random, double[] into, int from, int to) {
        for (int i = from; i < to; i++) {
            double leadTime = leadTimes.next(random);
            double shape = shapePerUnit * leadTime;
            into[i] = (shape > 0 ? scale * random.gamma(shape) : mean * leadTime) + undershoot.next(random);
        }
    }
}
