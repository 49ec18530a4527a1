package io.posture.resilience.economics;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** What it costs to hold a piece of stock for a year, as a share of its cost. */
public final class CarryingRate {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.carryRate.1",
            "capital + storage and handling + obsolescence and shrink + insurance and tax",
            "DOMAIN F.7; 20 to 30 % a year are customary");

    private static final double CAPITAL = 0.10;
    private static final double STORAGE = 0.06;
    private static final double OBSOLESCENCE = 0.06;
    private static final double INSURANCE = 0.03;

    private CarryingRate() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("cost of capital, share a year, at least 0; default 0.10")
            OptionalDouble capital,

            @Doc("storage and handling, share a year, at least 0; default 0.06")
            OptionalDouble storageHandling,

            @Doc("obsolescence and shrink, share a year, at least 0; default 0.06")
            OptionalDouble obsolescence,

            @Doc("insurance and tax, share a year, at least 0; default 0.03")
            OptionalDouble insuranceTax) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("capital", capital.orElse(CAPITAL));
            Require.notNegative("storageHandling", storageHandling.orElse(STORAGE));
            Require.notNegative("obsolescence", obsolescence.orElse(OBSOLESCENCE));
            Require.notNegative("insuranceTax", insuranceTax.orElse(INSURANCE));
        }
    }

    /** The rate, share of the unit cost a year. */
    public record Result(double rate) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        return new Result(in.capital.orElse(CAPITAL)
                + in.storageHandling.orElse(STORAGE)
                + in.obsolescence.orElse(OBSOLESCENCE)
                + in.insuranceTax.orElse(INSURANCE));
    }
}
