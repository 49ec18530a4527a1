package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Order-up-to level of a periodic review, (R, S), normal demand. */
final class PeriodicReview {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.periodicReview.1",
            "S = d (R + L) + max(0, z sqrt((R + L) sd^2 + d^2 sL^2))",
            "Silver, Pyke & Thomas 2017; Chopra & Meindl");

    private PeriodicReview() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean demand, pieces a day, at least 0") double demandMean,

            @Doc("standard deviation of daily demand, pieces, at least 0")
            double demandSd,

            @Doc("mean lead time, days, at least 0") double leadMean,

            @Doc("standard deviation of the lead time, days, at least 0")
            double leadSd,

            @Doc("days between two looks R, at least 0") double reviewPeriod,
            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            Require.notNegative("demandMean", demandMean);
            Require.notNegative("demandSd", demandSd);
            Require.notNegative("leadMean", leadMean);
            Require.notNegative("leadSd", leadSd);
            Require.notNegative("reviewPeriod", reviewPeriod);
            Require.probability("csl", csl);
        }
    }

    /** Deviation of the demand of review and lead time, safety stock and order-up-to level, pieces. */
    record Result(double sigma, double safetyStock, double orderUpTo) {}

    static Result calculate(Inputs inputs) {
        double days = inputs.reviewPeriod + inputs.leadMean;
        double sigma = ZFormula.sigma(inputs.demandMean, inputs.demandSd, days, inputs.leadSd);
        double safetyStock = Math.max(0, Normal.quantile(inputs.csl) * sigma);
        return new Result(sigma, safetyStock, inputs.demandMean * days + safetyStock);
    }
}
