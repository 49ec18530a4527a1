package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.Key;

/** Reorder point and order-up-to level of a periodic review that orders only below the point, (R, s, S), normal demand. */
final class RssPolicy {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.rssPolicy.1",
            "s = d L + E[U] + max(0, z) sqrt(L sd^2 + d^2 sL^2 + Var U), S = s + max(Q - E[U], 0)",
            "Tijms & Groenevelt 1984; Silver, Pyke & Thomas 2017");

    private RssPolicy() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean demand, pieces a day, at least 0; without demand nothing is ordered")
            double demandMean,

            @Doc("standard deviation of daily demand, pieces, at least 0")
            double demandSd,

            @Doc("mean lead time, days, at least 0") double leadMean,

            @Doc("standard deviation of the lead time, days, at least 0")
            double leadSd,

            @Doc("days between two looks R, above 0") double reviewPeriod,
            @Doc("order quantity Q, pieces, at least 0") double orderQuantity,
            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            Require.notNegative("demandMean", demandMean);
            Require.notNegative("demandSd", demandSd);
            Require.notNegative("leadMean", leadMean);
            Require.notNegative("leadSd", leadSd);
            Require.positive("reviewPeriod", reviewPeriod);
            Require.notNegative("orderQuantity", orderQuantity);
            Require.probability("csl", csl);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param undershootMean mean undershoot, pieces
     * @param undershootVar its variance, square pieces
     * @param s reorder point, pieces
     * @param orderUpTo order-up-to level S, pieces
     */
    record Result(
            double undershootMean,
            double undershootVar,
            double s,
            @Key("S") double orderUpTo) {}

    static Result calculate(Inputs inputs) {
        if (inputs.demandMean == 0) {
            return new Result(0, 0, 0, 0);
        }
        ZFormula.Undershoot below = ZFormula.undershoot(
                inputs.demandMean * inputs.reviewPeriod, inputs.demandSd * Math.sqrt(inputs.reviewPeriod));
        double sigma = ZFormula.sigma(inputs.demandMean, inputs.demandSd, inputs.leadMean, inputs.leadSd);
        double point = inputs.demandMean * inputs.leadMean
                + below.mean()
                + Math.max(0, Normal.quantile(inputs.csl)) * Math.sqrt(sigma * sigma + below.variance());
        return new Result(
                below.mean(), below.variance(), point, point + Math.max(inputs.orderQuantity - below.mean(), 0));
    }
}
