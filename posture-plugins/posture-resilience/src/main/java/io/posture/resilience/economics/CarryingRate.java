package io.posture.resilience.economics;

import io.posture.api.CarryingParts;
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

    private static final CarryingParts USUAL = CarryingParts.DEFAULTS;

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
            Require.notNegative("capital", capital.orElse(0));
            Require.notNegative("storageHandling", storageHandling.orElse(0));
            Require.notNegative("obsolescence", obsolescence.orElse(0));
            Require.notNegative("insuranceTax", insuranceTax.orElse(0));
        }
    }

    /** The rate, share of the unit cost a year. */
    public record Result(double rate) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        return new Result(new CarryingParts(
                        in.capital.orElse(USUAL.capital()),
                        in.storageHandling.orElse(USUAL.storageHandling()),
                        in.obsolescence.orElse(USUAL.obsolescence()),
                        in.insuranceTax.orElse(USUAL.insuranceTax()))
                .rate());
    }
}
