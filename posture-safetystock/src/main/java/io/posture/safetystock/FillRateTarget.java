package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.numerics.UnitLoss;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** Safety stock that serves a wanted share of pieces from stock, lead-time demand normal and shortages backordered. */
final class FillRateTarget {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.ssForFillRate.1",
            "k s with s (G(k) - G(k + Q / s)) = (1 - fill) Q",
            "Silver, Pyke & Thomas 2017; Axsater 2015");

    private FillRateTarget() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("share of pieces served from stock, (0, 1)")
            double fillRate,

            @Doc("standard deviation of lead-time demand, pieces, at least 0; 0 means certain")
            double ltdSd,

            @Doc("order quantity, pieces, above 0") double orderQuantity) {

        Inputs {
            Require.probability("fillRate", fillRate);
            Require.notNegative("ltdSd", ltdSd);
            Require.positive("orderQuantity", orderQuantity);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param k standard deviations above the mean; absent if demand is certain
     * @param rawSafetyStock pieces; negative where a lot alone serves more than wanted
     * @param safetyStock the same, at least 0
     * @param kSimple k if shortages that last longer than a cycle are counted twice; absent if demand is certain
     */
    record Result(OptionalDouble k, double rawSafetyStock, double safetyStock, OptionalDouble kSimple) {}

    static Result calculate(Inputs inputs) {
        double allowed = (1 - inputs.fillRate) * inputs.orderQuantity;
        if (inputs.ltdSd == 0) {
            return new Result(OptionalDouble.empty(), -allowed, 0, OptionalDouble.empty());
        }
        double loss = allowed / inputs.ltdSd;
        double lot = inputs.orderQuantity / inputs.ltdSd;
        // a fill rate of nearly 0 rounds to the whole lot being short
        double k = UnitLoss.inverseBetween(Math.min(loss, Math.nextDown(lot)), lot);
        double raw = k * inputs.ltdSd;
        return new Result(OptionalDouble.of(k), raw, Math.max(0, raw), OptionalDouble.of(UnitLoss.inverse(loss)));
    }
}
