package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.Tuple;
import java.util.List;

/** Reorder point with the buckets themselves as the distribution of demand: what a bootstrap converges to. */
final class EmpiricalDemand {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.empiricalLtd.1",
            "smallest r with F(r) >= CSL, F the L-fold convolution of the buckets, mixed over the lead times",
            "Willemain, Smart & Schwarz 2004, in the limit");

    private static final double SLACK = 1e-9;
    private static final int LONGEST = 10_000;

    private EmpiricalDemand() {}

    /** A lead time and how likely it is. */
    @Tuple
    record LeadTimeShare(
            @Doc("lead time, buckets, 0 to 10000") int buckets,
            @Doc("its probability, 0 to 1") double probability) {

        LeadTimeShare {
            if (!(buckets >= 0 && buckets <= LONGEST)) {
                throw new IllegalArgumentException("buckets must be in [0, " + LONGEST + "], was " + buckets);
            }
            Require.share("probability", probability);
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("demand in each bucket, whole pieces, at least 0; at least one bucket")
            List<Double> series,

            @Doc("lead times and their probabilities, which add up to 1")
            List<LeadTimeShare> leadTimePmf,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            series = List.copyOf(series);
            leadTimePmf = List.copyOf(leadTimePmf);
            if (series.isEmpty()) {
                throw new IllegalArgumentException("series must hold at least one bucket, was empty");
            }
            for (int i = 0; i < series.size(); i++) {
                double pieces = Require.notNegative("series[" + i + "]", series.get(i));
                if (pieces != Math.rint(pieces)) {
                    throw new IllegalArgumentException("series[" + i + "] must be a whole number, was " + pieces);
                }
            }
            double total =
                    leadTimePmf.stream().mapToDouble(LeadTimeShare::probability).sum();
            if (!(Math.abs(total - 1) <= SLACK)) {
                throw new IllegalArgumentException("probabilities of leadTimePmf must add up to 1, were " + total);
            }
            Require.probability("csl", csl);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param reorderPoint pieces
     * @param achievedCsl the service level it reaches
     * @param mean mean lead-time demand, pieces
     * @param esc expected pieces short a cycle
     */
    record Result(long reorderPoint, double achievedCsl, double mean, double esc) {}

    static Result calculate(Inputs inputs) {
        int longest = inputs.leadTimePmf.stream()
                .mapToInt(LeadTimeShare::buckets)
                .max()
                .orElseThrow();
        double[] leadTime = new double[longest + 1];
        inputs.leadTimePmf.forEach(share -> leadTime[share.buckets] += share.probability);
        double[] buckets =
                inputs.series.stream().mapToDouble(Double::doubleValue).toArray();
        EmpiricalCover demand = EmpiricalCover.onSteps(1, buckets, leadTime, EmpiricalCover.Below.NONE);
        int level = demand.lattice().quantile(inputs.csl);
        return new Result(level, demand.lattice().cdf(level), demand.lattice().mean(), demand.shortfall(level));
    }
}
