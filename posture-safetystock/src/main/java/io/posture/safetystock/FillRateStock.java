package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.numerics.UnitLoss;
import io.posture.spi.Doc;

/** Safety stock that serves a share of the demand from stock, normal lead-time demand. */
final class FillRateStock {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.ssForFillRate.1",
            "SS = k sigma, k with sigma (G(k) - G(k + Q / sigma)) = (1 - fill) Q",
            "Silver, Pyke & Thomas 2017; Axsäter 2015");

    private FillRateStock() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("share of the pieces served from stock, (0, 1)")
            double fillRate,

            @Doc("standard deviation of lead-time demand, pieces, above 0")
            double ltdSd,

            @Doc("order quantity Q, pieces, above 0") double orderQuantity) {

        Inputs {
            Require.probability("fillRate", fillRate);
            Require.positive("ltdSd", ltdSd);
            Require.positive("orderQuantity", orderQuantity);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param k safety stock in deviations
     * @param rawSafetyStock pieces, below 0 where the lot alone serves more
     * @param safetyStock pieces, at least 0
     * @param kSimple k without the second loss term
     */
    record Result(double k, double rawSafetyStock, double safetyStock, double kSimple) {}

    static Result calculate(Inputs inputs) {
        double lot = inputs.orderQuantity / inputs.ltdSd;
        double shortfall = (1 - inputs.fillRate) * lot;
        double k = UnitLoss.inverseBetween(shortfall, lot);
        double stock = k * inputs.ltdSd;
        return new Result(k, stock, Math.max(0, stock), UnitLoss.inverse(shortfall));
    }
}
