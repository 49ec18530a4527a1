package io.posture.analysis.budget;

import io.posture.io.run.ItemEconomics;
import io.posture.numerics.NegativeBinomial;
import io.posture.numerics.Poisson;
import java.util.Arrays;
import java.util.Optional;

/**
 * Demand over the lead time in whole pieces: Poisson, or negative binomial where its variance is above 1.1 of its mean (DOMAIN
 * E.5, G.8). Each whole piece of safety stock raises the reorder point, a whole number, by one.
 */
final class CountedDemand {

    private static final double CLUSTERED = 1.1;

    /** A piece that is needed less often counts for nothing. */
    private static final double NEVER = 1e-16;

    /** An item that would need more is fast enough for a smooth law. */
    private static final int MOST = 4096;

    /** At place s the probability that demand is above the reorder point that s pieces of safety stock make. */
    private final double[] above;
    /** Expected pieces above that reorder point. */
    private final double[] excess;

    private CountedDemand(double[] above, double[] excess) {
        this.above = above;
        this.excess = excess;
    }

    /** The law of an item's demand; empty where it is not to be counted in pieces. */
    static Optional<CountedDemand> of(Optional<ItemEconomics.Counted> demand) {
        return demand.flatMap(counted -> of(counted.mean(), counted.variance()));
    }

    private static Optional<CountedDemand> of(double mean, double variance) {
        if (mean >= MOST) {
            return Optional.empty();
        }
        boolean clustered = variance > CLUSTERED * mean;
        double p = clustered ? mean / variance : 1;
        double size = clustered ? mean * p / (1 - p) : 0;
        long first = (long) Math.floor(mean);
        double beyond = clustered ? NegativeBinomial.upper(size, p, first) : Poisson.upper(mean, first);
        double next = clustered ? NegativeBinomial.upper(size, p, first + 1) : Poisson.upper(mean, first + 1);
        double[] mass = new double[MOST];
        int count = 0;
        double here = beyond - next;
        while (here > NEVER && count < MOST) {
            mass[count] = here;
            count++;
            double k = first + 1.0 + count;
            here *= clustered ? (size + (k - 1)) / k * (1 - p) : mean / k;
        }
        return count < MOST ? Optional.of(summed(Arrays.copyOf(mass, count))) : Optional.empty();
    }

    private static CountedDemand summed(double[] mass) {
        double[] above = new double[mass.length + 1];
        double[] excess = new double[mass.length + 1];
        for (int s = mass.length - 1; s >= 0; s--) {
            above[s] = above[s + 1] + mass[s];
            excess[s] = excess[s + 1] + above[s];
        }
        return new CountedDemand(above, excess);
    }

    /** Pieces of safety stock from which on none is ever missing. */
    int enough() {
        return above.length - 1;
    }

    /**
     * Share of the cycles in which the next piece would be needed.
     *
     * @param safety pieces; below 0 there is none
     */
    double missing(double safety) {
        return safety >= above.length ? 0 : above[(int) Math.max(0, safety)];
    }

    /**
     * Expected pieces short at the end of a cycle; between whole pieces on a line.
     *
     * @param safety pieces; below 0 there is none
     */
    double shortPieces(double safety) {
        if (safety >= excess.length) {
            return 0;
        }
        double held = Math.max(0, safety);
        int whole = (int) held;
        return excess[whole] - (held - whole) * above[whole];
    }
}
