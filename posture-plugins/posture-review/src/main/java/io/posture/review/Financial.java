package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** Turns, days in inventory and gross margin return. The stockpile is outside: it is shown apart. */
final class Financial {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "kpi.financial.1",
            "turns = COGS / inventory, DIO = 365 inventory / COGS, GMROI = gross margin / inventory",
            "DOMAIN I; customary");

    private static final double YEAR_DAYS = 365;

    private Financial() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("cost of goods sold, money a year, at least 0")
            double annualCogs,

            @Doc("average inventory at cost without the stockpile, money, at least 0")
            double averageInventory,

            @Doc("gross margin, money a year") double grossMargin) {

        Inputs {
            Require.notNegative("annualCogs", annualCogs);
            Require.notNegative("averageInventory", averageInventory);
            Require.finite("grossMargin", grossMargin);
        }
    }

    /** Turns a year, days in inventory and money a year per money in stock; null where the denominator is 0. */
    record Result(OptionalDouble turns, OptionalDouble dio, OptionalDouble gmroi) {}

    static Result calculate(Inputs inputs) {
        return new Result(
                Ratio.of(inputs.annualCogs, inputs.averageInventory),
                Ratio.of(YEAR_DAYS * inputs.averageInventory, inputs.annualCogs),
                Ratio.of(inputs.grossMargin, inputs.averageInventory));
    }
}
