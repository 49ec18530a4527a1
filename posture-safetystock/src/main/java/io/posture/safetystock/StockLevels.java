package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** The levels between which a stock moves. */
final class StockLevels {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.minMax.1",
            "min = r; max = r + Q; average = SS + Q / 2; physical maximum = r + Q - dmin Lmin",
            "DOMAIN E.12");

    private StockLevels() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("reorder point r, pieces, finite") double reorderPoint,
            @Doc("order quantity Q, pieces, at least 0") double orderQuantity,
            @Doc("safety stock SS, pieces, at least 0") double safetyStock,

            @Doc("smallest demand, pieces a day, at least 0")
            double minDaily,

            @Doc("shortest lead time, days, at least 0") double minLead) {

        Inputs {
            Require.finite("reorderPoint", reorderPoint);
            Require.notNegative("orderQuantity", orderQuantity);
            Require.notNegative("safetyStock", safetyStock);
            Require.notNegative("minDaily", minDaily);
            Require.notNegative("minLead", minLead);
        }
    }

    /**
     * Levels, pieces.
     *
     * @param min position at which an order goes out
     * @param max position after it went out
     * @param averageStock stock on hand, on average
     * @param physicalMaximum most that is ever on hand
     */
    record Result(double min, double max, double averageStock, double physicalMaximum) {}

    static Result calculate(Inputs inputs) {
        double max = inputs.reorderPoint + inputs.orderQuantity;
        return new Result(
                inputs.reorderPoint,
                max,
                inputs.safetyStock + inputs.orderQuantity / 2,
                max - inputs.minDaily * inputs.minLead);
    }
}
