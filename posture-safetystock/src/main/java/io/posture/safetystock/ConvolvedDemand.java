package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Lattice;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.Tuple;
import java.util.List;

/**
 * Lead-time demand as observed buckets, drawn independently, added over an observed lead time: what a bootstrap of them
 * converges to, without its sampling error.
 */
final class ConvolvedDemand {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.empiricalLtd.1",
            "smallest r with sum over L of P(L) F^(*L)(r) >= CSL, F the observed buckets",
            "Willemain, Smart & Schwarz 2004");

    /** Longest lead time: what ten years have in days. */
    private static final int MOST_BUCKETS = 3650;

    private static final double TOTAL_SLACK = 1e-9;

    private ConvolvedDemand() {}

    /** A lead time of so many buckets, and its probability. */
    @Tuple
    record LeadTime(int buckets, double probability) {

        LeadTime {
            if (!(buckets >= 0 && buckets <= MOST_BUCKETS)) {
                throw new IllegalArgumentException(
                        "leadTimePmf must have lead times of 0 to " + MOST_BUCKETS + " buckets, was " + buckets);
            }
            Require.share("probability of leadTimePmf", probability);
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("demand per bucket, pieces, each at least 0, at least one bucket")
            List<Double> series,

            @Doc("pairs of a lead time in whole buckets and its probability; together 1")
            List<LeadTime> leadTimePmf,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            series = Require.notEmpty("series", Require.notNegative("series", series));
            leadTimePmf = List.copyOf(Require.notEmpty("leadTimePmf", leadTimePmf));
            double total =
                    leadTimePmf.stream().mapToDouble(LeadTime::probability).sum();
            if (!(Math.abs(total - 1) <= TOTAL_SLACK)) {
                throw new IllegalArgumentException("leadTimePmf must have probabilities of sum 1, was " + total);
            }
            Require.probability("csl", csl);
        }
    }

    /** Reorder point, the service level it reaches, mean lead-time demand and expected shortage of a cycle, pieces. */
    record Result(double reorderPoint, double achievedCsl, double mean, double esc) {}

    static Result calculate(Inputs inputs) {
        int most = 0;
        for (LeadTime lead : inputs.leadTimePmf) {
            most = Math.max(most, lead.buckets);
        }
        double[] weights = new double[most + 1];
        for (LeadTime lead : inputs.leadTimePmf) {
            weights[lead.buckets] += lead.probability;
        }
        double[] series =
                inputs.series.stream().mapToDouble(Double::doubleValue).toArray();
        double step = LatticeStep.pieces(series, weights);
        Lattice demand = Lattice.observed(step, series).compound(weights);
        int level = demand.quantile(inputs.csl);
        return new Result(level * step, demand.cdf(level), demand.mean() * step, demand.expectedExcess(level) * step);
    }
}
