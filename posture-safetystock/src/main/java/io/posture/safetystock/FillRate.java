package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.numerics.UnitLoss;
import io.posture.spi.Doc;

/**
 * What a reorder point and a lot promise when lead-time demand is normal: the chance of a cycle without stock-out, and
 * the share of pieces served from stock. The two are not the same: 0.95 of the first may be 0.999 of the second.
 */
final class FillRate {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.fillRate.1",
            "1 - ESC / Q, ESC = s (G(k) - G(k + Q / s)), k = (r - m) / s; lost sales: 1 - s G(k) / (Q + s G(k))",
            "Silver, Pyke & Thomas 2017; Chopra & Meindl; Axsater 2015");

    private FillRate() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("mean lead-time demand, pieces, at least 0")
            double ltdMean,

            @Doc("standard deviation of lead-time demand, pieces, at least 0; 0 means certain")
            double ltdSd,

            @Doc("reorder point, pieces, finite") double reorderPoint,
            @Doc("order quantity, pieces, above 0") double orderQuantity) {

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
     * @param csl chance of a cycle without stock-out, [0, 1]
     * @param esc expected shortage of a cycle, pieces, without what the cycle before was short of already
     * @param escSimple the same, shortages that last longer than a cycle counted twice
     * @param fillRate share of pieces served from stock when the others are backordered
     * @param fillRateLostSales share of pieces served from stock when the others are lost
     */
    record Result(double csl, double esc, double escSimple, double fillRate, double fillRateLostSales) {}

    static Result calculate(Inputs inputs) {
        double lot = inputs.orderQuantity;
        double spare = inputs.reorderPoint - inputs.ltdMean;
        if (inputs.ltdSd == 0) {
            double missing = Math.max(0, -spare);
            return result(spare >= 0 ? 1 : 0, missing - Math.max(0, missing - lot), missing, lot);
        }
        double k = spare / inputs.ltdSd;
        return result(
                Normal.cdf(k),
                inputs.ltdSd * UnitLoss.between(k, lot / inputs.ltdSd),
                inputs.ltdSd * UnitLoss.of(k),
                lot);
    }

    private static Result result(double csl, double shortage, double simple, double lot) {
        return new Result(csl, shortage, simple, 1 - shortage / lot, 1 - simple / (lot + simple));
    }
}
