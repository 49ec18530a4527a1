package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Reorder point where a piece more costs as much in holding as it saves in backorders, for a certain lead time. */
final class CriticalRatio {

    static final Origin.Formula FORMULA =
            new Origin.Formula("buf.criticalRatioRop.1", "d L + z s sqrt(L), z at p / (p + h)", "Snyder & Shen 2019");

    private CriticalRatio() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean demand, pieces per unit of time, at least 0")
            double demandMean,

            @Doc("standard deviation of demand in a unit of time, pieces, at least 0")
            double demandSd,

            @Doc("lead time, same unit of time, at least 0") double lead,

            @Doc("holding cost h, money per piece and unit of time, above 0")
            double holdingCost,

            @Doc("backorder cost p, money per piece and unit of time, above 0")
            double backorderCost) {

        Inputs {
            Require.notNegative("demandMean", demandMean);
            Require.notNegative("demandSd", demandSd);
            Require.notNegative("lead", lead);
            Require.positive("holdingCost", holdingCost);
            Require.positive("backorderCost", backorderCost);
        }
    }

    /** Reorder point, pieces. */
    record Result(double reorderPoint) {}

    static Result calculate(Inputs inputs) {
        // the lower tail, where h / (p + h) keeps its digits
        double z = -Normal.quantile(inputs.holdingCost / (inputs.holdingCost + inputs.backorderCost));
        return new Result(inputs.demandMean * inputs.lead + z * inputs.demandSd * Math.sqrt(inputs.lead));
    }
}
