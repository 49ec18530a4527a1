package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * Cycle service level to aim at: where a shortage has a price, the level at which one more piece costs as much as it
 * saves; else a level by criticality class.
 */
final class ServiceTarget {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.targetCsl.1",
            "1 - i c Q / (p D), clipped to [0.5, 0.9999]; without p a level by class V, E, D",
            "Silver, Pyke & Thomas 2017, B2 rule");

    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 0.9999;

    private ServiceTarget() {}

    /** Levels for items without a price of a shortage. */
    record Levels(double vital, double essential, double desirable) implements Serializable {

        static final Levels DEFAULTS = new Levels(0.99, 0.975, 0.95);

        Levels {
            Require.probability("vital", vital);
            Require.probability("essential", essential);
            Require.probability("desirable", desirable);
        }

        /**
         * The level of a class.
         *
         * @throws IllegalArgumentException if the class is not V, E or D
         */
        double level(String ved) {
            return switch (ved) {
                case "V" -> vital;
                case "E" -> essential;
                case "D" -> desirable;
                default -> throw new IllegalArgumentException("ved must be V, E or D, was '" + ved + "'");
            };
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("unit cost c, money per piece, at least 0; absent if unknown")
            OptionalDouble unitCost,

            @Doc("carrying rate i, share of the unit cost a year, at least 0; absent if unknown")
            OptionalDouble carryRate,

            @Doc("order quantity Q, pieces, at least 0; absent if unknown")
            OptionalDouble orderQuantity,

            @Doc("demand D, pieces a year, at least 0") double annualDemand,

            @Doc("cost of one piece short p, money, at least 0; absent or 0 if unknown")
            OptionalDouble shortageCost,

            @Doc("criticality class, V, E or D") String ved) {

        Inputs {
            unitCost.ifPresent(value -> Require.notNegative("unitCost", value));
            carryRate.ifPresent(value -> Require.notNegative("carryRate", value));
            orderQuantity.ifPresent(value -> Require.notNegative("orderQuantity", value));
            Require.notNegative("annualDemand", annualDemand);
            shortageCost.ifPresent(value -> Require.notNegative("shortageCost", value));
            Levels.DEFAULTS.level(ved);
        }

        private boolean priced() {
            return shortageCost.orElse(0) > 0
                    && annualDemand > 0
                    && unitCost.isPresent()
                    && carryRate.isPresent()
                    && orderQuantity.isPresent();
        }
    }

    /** Where a level comes from. */
    enum Source {
        /** From costs. */
        ECONOMIC,
        /** From the criticality class. */
        VED
    }

    /** Cycle service level, (0, 1), and where it comes from. */
    record Result(double csl, Source source) {}

    /** The level with the default table. */
    static Result calculate(Inputs inputs) {
        return calculate(inputs, Levels.DEFAULTS);
    }

    static Result calculate(Inputs inputs, Levels levels) {
        if (!inputs.priced()) {
            return new Result(levels.level(inputs.ved), Source.VED);
        }
        double level = 1
                - inputs.carryRate.getAsDouble()
                        * inputs.unitCost.getAsDouble()
                        * inputs.orderQuantity.getAsDouble()
                        / (inputs.shortageCost.getAsDouble() * inputs.annualDemand);
        return new Result(Math.min(HIGHEST, Math.max(LOWEST, level)), Source.ECONOMIC);
    }
}
