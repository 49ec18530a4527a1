package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Reorder point of a base stock under constant lead time, by the ratio of the costs of short and of left over. */
final class CriticalRatioReorderPoint {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.criticalRatioRop.1",
            "d L + z sd sqrt(L), z the normal quantile at p / (p + h)",
            "Snyder & Shen 2019 ch. 4");

    private CriticalRatioReorderPoint() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean demand, pieces a unit of time, at least 0")
            double demandMean,

            @Doc("deviation of the demand of a unit of time, pieces, at least 0")
            double demandSd,

            @Doc("lead time, units of time, at least 0") double lead,

            @Doc("holding cost, money a piece and unit of time, above 0")
            double holdingCost,

            @Doc("cost of a backorder, money a piece and unit of time, above 0")
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
        double z = Normal.quantile(inputs.backorderCost / (inputs.backorderCost + inputs.holdingCost));
        return new Result(inputs.demandMean * inputs.lead + z * inputs.demandSd * Math.sqrt(inputs.lead));
    }
}
