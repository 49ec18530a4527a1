package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.numerics.UnitLoss;
import io.posture.spi.Doc;

/**
 * What a reorder point and a lot serve under normal lead-time demand: the share of cycles without a stock-out, and the share
 * of pieces from stock. The two are never mixed up: 0.95 of the cycles may be 0.999 of the pieces.
 */
final class FillRate {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.fillRate.1",
            "1 - sigma (G(k) - G(k + Q / sigma)) / Q; lost sales 1 - sigma G(k) / (Q + sigma G(k))",
            "Silver, Pyke & Thomas 2017; Axsäter 2015");

    private FillRate() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean of lead-time demand, pieces, at least 0")
            double ltdMean,

            @Doc("standard deviation of lead-time demand, pieces, at least 0")
            double ltdSd,

            @Doc("reorder point, pieces, finite") double reorderPoint,

            @Doc("order quantity Q, pieces, above 0") double orderQuantity) {

        Inputs {
            Require.notNegative("ltdMean", ltdMean);
            Require.notNegative("ltdSd", ltdSd);
            Require.finite("reorderPoint", reorderPoint);
            Require.positive("orderQuantity", orderQuantity);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param csl cycle service level
     * @param esc expected shortage of a cycle, pieces, counted once
     * @param escSimple the same with what an earlier cycle was short counted again
     * @param fillRate share of the pieces served from stock; what is short is delivered later
     * @param fillRateLostSales the same when what is short is lost
     */
    record Result(double csl, double esc, double escSimple, double fillRate, double fillRateLostSales) {}

    static Result calculate(Inputs inputs) {
        double lot = inputs.orderQuantity;
        if (inputs.ltdSd == 0) {
            double gap = inputs.ltdMean - inputs.reorderPoint;
            double simple = Math.max(0, gap);
            double once = simple - Math.max(0, gap - lot);
            return result(gap <= 0 ? 1 : 0, once, simple, lot);
        }
        double k = (inputs.reorderPoint - inputs.ltdMean) / inputs.ltdSd;
        return result(
                Normal.cdf(k),
                inputs.ltdSd * UnitLoss.between(k, lot / inputs.ltdSd),
                inputs.ltdSd * UnitLoss.of(k),
                lot);
    }

    private static Result result(double csl, double once, double simple, double lot) {
        return new Result(csl, once, simple, 1 - once / lot, 1 - simple / (lot + simple));
    }
}
