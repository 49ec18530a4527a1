package io.posture.resilience.stockpile;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** Whether a stockpile that is used first in, first out is used before it expires, and what it costs if it is not used. */
public final class Rotation {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.rotation.1",
            "age at use (B + SS + Q) / d <= life; largest B = d life - SS - Q; not rotated: write-off B c 365 / life",
            "DOMAIN F.7");

    private static final double YEAR_DAYS = 365;
    private static final double SLACK_DAYS = 1e-9;

    private Rotation() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("stockpile B, pieces, at least 0") double stockpile,
            @Doc("safety stock SS, pieces, at least 0") double safetyStock,
            @Doc("order quantity Q, pieces, at least 0") double orderQuantity,
            @Doc("demand d, pieces a day, at least 0") double dailyDemand,

            @Doc("days in which a piece may be used, above 0")
            double usableLifeDays,

            @Doc("unit cost c, money per piece, at least 0") double unitCost) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("stockpile", stockpile);
            Require.notNegative("safetyStock", safetyStock);
            Require.notNegative("orderQuantity", orderQuantity);
            Require.notNegative("dailyDemand", dailyDemand);
            Require.positive("usableLifeDays", usableLifeDays);
            Require.notNegative("unitCost", unitCost);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param ageAtUseDays age of a piece when it is used, days; empty without demand
     * @param feasible it is used in time
     * @param maxStockpile largest stockpile that is used in time, pieces, at least 0
     * @param staticWriteOffPerYear what expires if the stockpile is not rotated, money a year
     */
    public record Result(
            OptionalDouble ageAtUseDays, boolean feasible, double maxStockpile, double staticWriteOffPerYear) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        double stock = in.stockpile + in.safetyStock + in.orderQuantity;
        double writeOff = in.stockpile * in.unitCost * YEAR_DAYS / in.usableLifeDays;
        double largest = maxStockpile(in.dailyDemand, in.usableLifeDays, in.safetyStock, in.orderQuantity);
        if (in.dailyDemand == 0) {
            return new Result(OptionalDouble.empty(), false, largest, writeOff);
        }
        double age = stock / in.dailyDemand;
        return new Result(OptionalDouble.of(age), age <= in.usableLifeDays + SLACK_DAYS, largest, writeOff);
    }

    /** Largest stockpile that is used in time, pieces, at least 0. */
    public static double maxStockpile(
            double dailyDemand, double usableLifeDays, double safetyStock, double orderQuantity) {
        return Math.max(0, dailyDemand * usableLifeDays - safetyStock - orderQuantity);
    }
}
