package io.posture.benchmarks;

import io.posture.numerics.Lattice;
import io.posture.numerics.RandomStream;
import io.posture.safetystock.simulation.BootstrapSampler;
import io.posture.safetystock.simulation.DemandSampler;
import io.posture.safetystock.simulation.LeadTimes;
import io.posture.safetystock.simulation.NormalSampler;
import io.posture.safetystock.simulation.Selection;
import io.posture.safetystock.simulation.Undershoot;

/**
 * Three quantiles of the demand over a lead time for a series of made-up items, by trials and exactly. The items are those
 * of the usual yardstick program in C: rates of 1 to 50 a week with weekly deviations of 0.2 to 1.4 of it, a gamma lead
 * time of six weeks; or 104 weeks with demand in a tenth of them or all, and twenty receipts of three to nine weeks.
 */
public final class LeadTimeDemand {

    /** Levels of the quantiles. */
    static final double[] LEVELS = {0.95, 0.99, 0.999};

    private static final int WEEKS = 104;
    private static final int RECEIPTS = 20;
    private static final double LEAD_WEEKS = 6;
    private static final double LEAD_SD_WEEKS = 3;

    private final int item;
    private final double[] weeks = new double[WEEKS];
    private final double[] leadTimes = new double[RECEIPTS];

    /** An item by its number, from 0. */
    public LeadTimeDemand(int item) {
        this.item = item;
        Draws draws = Draws.of(42, "yardstick", item);
        for (int week = 0; week < WEEKS; week++) {
            weeks[week] = draws.below(100) < 10 + item % 90 ? 1 + draws.below(1 + item % 60) : 0;
        }
        for (int line = 0; line < RECEIPTS; line++) {
            leadTimes[line] = 3 + draws.below(7);
        }
    }

    /** Normal demand over a gamma lead time, by trials. */
    public double[] normalTrials(double[] trials) {
        double mean = 1 + item % 50;
        double sd = mean * (0.2 + item % 7 * 0.2);
        return simulated(
                new NormalSampler(mean, sd, LeadTimes.gamma(LEAD_WEEKS, LEAD_SD_WEEKS), Undershoot.NONE), trials);
    }

    /** Weeks drawn with replacement over receipts drawn with replacement, by trials. */
    public double[] bootstrapTrials(double[] trials) {
        return simulated(new BootstrapSampler(weeks, LeadTimes.seen(leadTimes), Undershoot.NONE), trials);
    }

    private double[] simulated(DemandSampler sampler, double[] trials) {
        sampler.draw(RandomStream.of(42 + item), trials, 0, trials.length);
        double[] quantiles = new double[LEVELS.length];
        int last = trials.length - 1;
        // from the highest down: what is above a quantile is not looked at again
        for (int i = LEVELS.length - 1; i >= 0; i--) {
            int position = (int) Math.ceil(LEVELS[i] * trials.length) - 1;
            quantiles[i] = Selection.select(trials, 0, last, position);
            last = position;
        }
        return quantiles;
    }

    /** The distribution of the weeks over the receipts, without sampling error. */
    public Lattice exact() {
        double[] counts = new double[10];
        for (double weeksUntilArrival : leadTimes) {
            counts[(int) weeksUntilArrival]++;
        }
        return Lattice.observed(1, weeks).compound(counts);
    }

    /** Quantiles of {@link #exact}. */
    public double[] exactQuantiles() {
        Lattice demand = exact();
        double[] quantiles = new double[LEVELS.length];
        for (int i = 0; i < LEVELS.length; i++) {
            quantiles[i] = demand.quantile(LEVELS[i]);
        }
        return quantiles;
    }

    /** Demand by week, as a copy. */
    public double[] weeks() {
        return weeks.clone();
    }

    /** Lead times in weeks, as a copy. */
    public double[] leadTimes() {
        return leadTimes.clone();
    }
}
