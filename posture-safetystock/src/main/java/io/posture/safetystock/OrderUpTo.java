package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Order-up-to level when stock is looked at every review period: it must last until the order after this one is in. */
final class OrderUpTo {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.periodicReview.1",
            "S = d (R + L) + max(0, z * sqrt((R + L) sd^2 + d^2 sL^2))",
            "Silver, Pyke & Thomas 2017; Chopra & Meindl");

    private OrderUpTo() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean demand, pieces a day, at least 0; 0 needs no order")
            double demandMean,

            @Doc("standard deviation of daily demand, pieces, at least 0")
            double demandSd,

            @Doc("mean lead time, days, at least 0") double leadMean,

            @Doc("standard deviation of the lead time, days, at least 0")
            double leadSd,

            @Doc("days between two reviews, at least 0; 0 is continuous review")
            double reviewPeriod,

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

    /** Standard deviation of the demand that must be covered, safety stock and order-up-to level, pieces. */
    record Result(double sigma, double safetyStock, double orderUpTo) {}

    static Result calculate(Inputs inputs) {
        double days = inputs.reviewPeriod + inputs.leadMean;
        double sigma = ZFormula.sigma(inputs.demandMean, inputs.demandSd, days, inputs.leadSd);
        if (inputs.demandMean == 0) {
            return new Result(sigma, 0, 0);
        }
        double safetyStock = Math.max(0, Normal.quantile(inputs.csl) * sigma);
        return new Result(sigma, safetyStock, inputs.demandMean * days + safetyStock);
    }
}
