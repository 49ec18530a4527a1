package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.Key;

/**
 * Reorder point s and order-up-to level S when stock is looked at every review period and ordered only at or below s:
 * between two reviews the position falls below s, and the lead time begins from there.
 */
final class PeriodicReorderPoint {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.rssPolicy.1",
            "s = d L + E[U] + max(0, z) * sqrt(L sd^2 + d^2 sL^2 + Var U), S = s + max(0, Q - E[U])",
            "Tijms & Groenevelt 1984; Silver, Pyke & Thomas 2017");

    /** S - s must be at least so many review periods of demand. */
    private static final double LEAST_PERIODS = 1.5;

    private PeriodicReorderPoint() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean demand, pieces a day, at least 0; 0 needs no order")
            double demandMean,

            @Doc("standard deviation of daily demand, pieces, at least 0")
            double demandSd,

            @Doc("mean lead time, days, at least 0") double leadMean,

            @Doc("standard deviation of the lead time, days, at least 0")
            double leadSd,

            @Doc("days between two reviews, above 0") double reviewPeriod,
            @Doc("order quantity, pieces, at least 0") double orderQuantity,
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
     * @param undershootMean mean undershoot at a review, pieces
     * @param undershootVar its variance, square pieces
     * @param reorderPoint s, pieces
     * @param orderUpTo S, pieces
     * @param holds whether S - s is large enough for the undershoot's moments to hold; if not, order up to a level
     */
    record Result(
            double undershootMean,
            double undershootVar,
            @Key("s") double reorderPoint,
            @Key("S") double orderUpTo,
            boolean holds) {}

    static Result calculate(Inputs inputs) {
        double demand = inputs.demandMean;
        if (demand == 0) {
            return new Result(0, 0, 0, 0, true);
        }
        ZFormula.Undershoot below =
                ZFormula.undershoot(demand * inputs.reviewPeriod, inputs.demandSd * Math.sqrt(inputs.reviewPeriod));
        double sigma = ZFormula.sigma(demand, inputs.demandSd, inputs.leadMean, inputs.leadSd);
        double level = demand * inputs.leadMean
                + below.mean()
                + Math.max(0, Normal.quantile(inputs.csl)) * Math.sqrt(sigma * sigma + below.variance());
        double lot = Math.max(0, inputs.orderQuantity - below.mean());
        return new Result(
                below.mean(),
                below.variance(),
                level,
                level + lot,
                lot >= LEAST_PERIODS * demand * inputs.reviewPeriod);
    }
}
