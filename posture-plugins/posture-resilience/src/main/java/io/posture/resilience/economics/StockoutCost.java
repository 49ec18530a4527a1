package io.posture.resilience.economics;

import io.posture.api.RowRefs;
import io.posture.api.StockoutEvent;
import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** What a stock-out really costs, in parts. */
public final class StockoutCost {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.stockoutCost.1",
            "units * margin (0 where a line stands and its rate contains it) + expedite + hours * downtime rate + penalty + churn * "
                    + "customer value; * events a year",
            "DOMAIN G.1");

    private StockoutCost() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("pieces lost in an event, at least 0") double lostUnits,

            @Doc("margin, money per piece, at least 0") double unitMargin,
            @Doc("expediting, money per event, at least 0") double expedite,
            @Doc("hours that a line stands, at least 0") double downtimeHours,

            @Doc("cost of such an hour, money, at least 0") double downtimeCostPerHour,

            @Doc("whether that cost already contains the lost margin")
            boolean downtimeIncludesMargin,

            @Doc("contract penalty, money per event, at least 0")
            double penalty,

            @Doc("probability that the customer leaves, [0, 1]")
            double churnProbability,

            @Doc("value of that customer, money, at least 0")
            double customerValue,

            @Doc("events a year, at least 0") double eventsPerYear) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("lostUnits", lostUnits);
            Require.notNegative("unitMargin", unitMargin);
            Require.notNegative("expedite", expedite);
            Require.notNegative("downtimeHours", downtimeHours);
            Require.notNegative("downtimeCostPerHour", downtimeCostPerHour);
            Require.notNegative("penalty", penalty);
            Require.share("churnProbability", churnProbability);
            Require.notNegative("customerValue", customerValue);
            Require.notNegative("eventsPerYear", eventsPerYear);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param parts of the cost of an event
     * @param event cost of an event, money
     * @param annual money a year
     * @param perUnitShort cost of a piece short, money; empty where none is lost
     */
    public record Result(StockoutEvent.Parts parts, double event, double annual, OptionalDouble perUnitShort) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        StockoutEvent.Parts parts = new StockoutEvent(
                        OptionalDouble.empty(),
                        in.expedite,
                        in.downtimeHours,
                        in.downtimeCostPerHour,
                        in.downtimeIncludesMargin,
                        in.penalty,
                        in.churnProbability,
                        in.customerValue,
                        RowRefs.NONE)
                .cost(in.lostUnits, in.unitMargin);
        double event = parts.sum();
        return new Result(
                parts,
                event,
                in.eventsPerYear * event,
                in.lostUnits > 0 ? OptionalDouble.of(event / in.lostUnits) : OptionalDouble.empty());
    }
}
