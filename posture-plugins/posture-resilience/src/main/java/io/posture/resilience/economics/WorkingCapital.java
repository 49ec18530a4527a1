package io.posture.resilience.economics;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** Capital in stock, and what a target of days would release. */
public final class WorkingCapital {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.workingCapital.1",
            "DIO = inventory / COGS * 365; turns = COGS / inventory; released = inventory - target DIO * COGS / 365",
            "customary; DOMAIN G.3");

    private static final double YEAR_DAYS = 365;

    private WorkingCapital() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("average stock at cost, money, at least 0") double averageInventory,

            @Doc("cost of goods sold, money a year, at least 0")
            double annualCogs,

            @Doc("cost of capital, share a year, at least 0")
            double capitalRate,

            @Doc("days of stock that are aimed at, at least 0")
            double targetDio) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("averageInventory", averageInventory);
            Require.notNegative("annualCogs", annualCogs);
            Require.notNegative("capitalRate", capitalRate);
            Require.notNegative("targetDio", targetDio);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param dio days of stock; empty where nothing is sold
     * @param turns a year; empty without stock
     * @param capitalCost money a year
     * @param released capital that the target sets free, money; negative where it needs more
     */
    public record Result(OptionalDouble dio, OptionalDouble turns, double capitalCost, double released) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        double stock = in.averageInventory;
        double sold = in.annualCogs;
        return new Result(
                sold > 0 ? OptionalDouble.of(stock / sold * YEAR_DAYS) : OptionalDouble.empty(),
                stock > 0 ? OptionalDouble.of(sold / stock) : OptionalDouble.empty(),
                stock * in.capitalRate,
                stock - in.targetDio * sold / YEAR_DAYS);
    }
}
