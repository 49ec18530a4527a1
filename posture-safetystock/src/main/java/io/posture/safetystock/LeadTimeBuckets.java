package io.posture.safetystock;

import io.posture.api.LeadTime;
import io.posture.explain.Origin;
import io.posture.numerics.Gamma;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lead time as a number of whole buckets. One between two numbers is split over both so that its mean is kept.
 *
 * @param probabilities probability of 0, 1, 2, ... buckets; they add up to 1
 * @param origin how it was made
 * @param lines receipt lines behind it; 0 if it was made from mean and deviation
 */
record LeadTimeBuckets(List<Double> probabilities, Origin.Formula origin, int lines) {

    /** Own closed lines from which on they speak for themselves. */
    private static final int ENOUGH_LINES = 10;

    /** Longer lead times together have at most this expected excess over the mean, which is left out. */
    private static final double NEGLIGIBLE = 1e-7;

    private static final int LONGEST = 4000;

    /** Coefficient of variation up to which a lead time is taken as always the same: no bucket would notice. */
    private static final double STEADY = 1e-5;

    private static final Origin.Formula SEEN = new Origin.Formula(
            "buf.leadTimePmf.seen.1",
            "each own receipt line equally likely, in buckets, floor and ceiling mixed so that the mean is kept",
            "DOMAIN E.6");
    private static final Origin.Formula GAMMA = new Origin.Formula(
            "buf.leadTimePmf.gamma.1",
            "P(k) = E(1 - |L - k|)+, L gamma with the mean and deviation, each supplier by its share",
            "DOMAIN E.6, B.5");

    /** The whole part of this record as an array. */
    double[] toArray() {
        return probabilities.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The lead time of an item: its own receipts where there are ten and no line is still open beyond them, else a gamma
     * distribution of the estimated mean and deviation.
     *
     * @param facts the item
     * @param moreDays added to every lead time, days
     */
    static LeadTimeBuckets of(SizingFacts facts, double moreDays) {
        double bucketDays = facts.bucket().days();
        List<Double> closed = facts.supplySignals().closedDays();
        if (ownLines(facts)) {
            double[] sums = new double[0];
            for (double days : closed) {
                sums = added(sums, fixed((days + moreDays) / bucketDays), 1.0 / closed.size());
            }
            return new LeadTimeBuckets(listed(sums), SEEN, closed.size());
        }
        double[] sums = new double[0];
        if (facts.leadTime().parts().isEmpty()) {
            sums = gamma(facts.leadTime(), moreDays, bucketDays);
        }
        for (LeadTime.Part part : facts.leadTime().parts()) {
            sums = added(sums, gamma(part.leadTime(), moreDays, bucketDays), part.share());
        }
        return new LeadTimeBuckets(listed(sums), GAMMA, 0);
    }

    /** Whether the own receipts of an item speak for themselves. */
    static boolean ownLines(SizingFacts facts) {
        return facts.supplySignals().closedDays().size() >= ENOUGH_LINES
                && facts.leadTime().parts().isEmpty()
                && !facts.supplySignals().lowerBound();
    }

    private static double[] gamma(LeadTime leadTime, double moreDays, double bucketDays) {
        return gamma((leadTime.meanDays() + moreDays) / bucketDays, leadTime.sdDays() / bucketDays);
    }

    /**
     * A gamma distribution on whole buckets.
     *
     * @param mean buckets, at least 0
     * @param sd buckets, at least 0
     */
    static double[] gamma(double mean, double sd) {
        if (!(mean > 0 && sd > STEADY * mean)) {
            return fixed(mean);
        }
        double shape = mean / sd * (mean / sd);
        double scale = sd / mean * sd;
        List<Double> probabilities = new ArrayList<>();
        double before = mean + 1;
        double here = mean;
        while (here > NEGLIGIBLE * mean && probabilities.size() < LONGEST) {
            double next = Gamma.expectedExcess(shape, scale, probabilities.size() + 1.0);
            probabilities.add(Math.max(0, before - 2 * here + next));
            before = here;
            here = next;
        }
        double sum = probabilities.stream().mapToDouble(Double::doubleValue).sum();
        probabilities.add(Math.max(0, 1 - sum));
        return probabilities.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] fixed(double buckets) {
        int floor = (int) buckets;
        double rest = buckets - floor;
        double[] probabilities = new double[floor + (rest > 0 ? 2 : 1)];
        probabilities[floor] = 1 - rest;
        if (rest > 0) {
            probabilities[floor + 1] = rest;
        }
        return probabilities;
    }

    private static double[] added(double[] sums, double[] more, double weight) {
        double[] added = Arrays.copyOf(sums, Math.max(sums.length, more.length));
        for (int k = 0; k < more.length; k++) {
            added[k] += weight * more[k];
        }
        return added;
    }

    private static List<Double> listed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
