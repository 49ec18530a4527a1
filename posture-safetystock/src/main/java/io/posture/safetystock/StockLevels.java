package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** Least, most and average stock that a reorder point and a lot lead to. */
final class StockLevels {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.minMax.1",
            "min = r, max = r + Q, average = SS + Q / 2, physical maximum = r + Q - dmin Lmin",
            "Silver, Pyke & Thomas 2017");

    private StockLevels() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("reorder point, pieces, at least 0") double reorderPoint,
            @Doc("order quantity, pieces, at least 0") double orderQuantity,
            @Doc("safety stock, pieces, at least 0") double safetyStock,
            @Doc("least demand, pieces a day, at least 0") double minDaily,
            @Doc("shortest lead time, days, at least 0") double minLead) {

        Inputs {
            Require.notNegative("reorderPoint", reorderPoint);
            Require.notNegative("orderQuantity", orderQuantity);
            Require.notNegative("safetyStock", safetyStock);
            Require.notNegative("minDaily", minDaily);
            Require.notNegative("minLead", minLead);
        }
    }

    /** Position to order at, largest position, average stock and largest stock on the shelf, all in pieces. */
    record Result(double min, double max, double averageStock, double physicalMaximum) {}

    static Result calculate(Inputs inputs) {
        double most = inputs.reorderPoint + inputs.orderQuantity;
        return new Result(
                inputs.reorderPoint,
                most,
                inputs.safetyStock + inputs.orderQuantity / 2,
                most - inputs.minDaily * inputs.minLead);
    }
}
