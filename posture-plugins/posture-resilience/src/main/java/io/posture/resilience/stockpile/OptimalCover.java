package io.posture.resilience.stockpile;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/**
 * The stockpile that costs least: another day of it is worth its carrying cost as long as a disruption outlasts it often
 * enough. Demand in the event is steady, and stock is refilled before the next one.
 */
public final class OptimalCover {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.optimalCover.1",
            "T with P(X > b + T) = i c / (lambda p), at least 0; cost i c d T + lambda p d E[(X - b - T)+]",
            "DOMAIN F.2; newsvendor argument on event length, cf. Snyder & Shen 2019 ch. 9");

    private OptimalCover() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("disruptions lambda, a year, at least 0") double eventsPerYear,

            @Doc("law of the days without receipts X") LengthInputs duration,

            @Doc("days already covered b, at least 0; default 0")
            OptionalDouble baseCoverDays,

            @Doc("unit cost c, money per piece, above 0") double unitCost,

            @Doc("carrying rate i, share of the unit cost a year, above 0")
            double carryRate,

            @Doc("cost of a piece short p, money, at least 0; without it nothing is sized")
            OptionalDouble lossPerUnit,

            @Doc("demand d, pieces a day, at least 0") double dailyDemand) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("baseCoverDays", baseCoverDays.orElse(0));
            Require.positive("unitCost", unitCost);
            Require.positive("carryRate", carryRate);
            Require.notNegative("lossPerUnit", lossPerUnit.orElse(0));
            Require.notNegative("dailyDemand", dailyDemand);
        }
    }

    /** Whether there is a size. */
    public enum State {
        /** There is one, and it may be 0. */
        SIZED,
        /** The cost of a piece short is not known. */
        UNSIZED
    }

    /**
     * Result of the calculation; what is empty is unknown.
     *
     * @param state whether there is a size
     * @param targetTail probability that a disruption outlasts all cover at the optimum; above 1 where no stock pays
     * @param coverDays stockpile T, days of demand
     * @param units stockpile, pieces, not rounded
     * @param annualCarrying money a year
     * @param residualLoss expected loss with the stockpile, money a year
     * @param totalCost both, money a year
     * @param breakEvenLossPerUnit cost of a piece short from which the first day of stockpile pays, money
     */
    public record Result(
            State state,
            OptionalDouble targetTail,
            OptionalDouble coverDays,
            OptionalDouble units,
            OptionalDouble annualCarrying,
            OptionalDouble residualLoss,
            OptionalDouble totalCost,
            OptionalDouble breakEvenLossPerUnit) {}

    /** The calculation. */
    public static Result calculate(Inputs inputs) {
        Disruptions disruptions = new Disruptions(inputs.eventsPerYear, inputs.duration.length());
        double base = inputs.baseCoverDays.orElse(0);
        double carryingPerUnit = inputs.carryRate * inputs.unitCost;
        OptionalDouble breakEven = breakEvenLossPerUnit(disruptions, carryingPerUnit, base);
        if (inputs.lossPerUnit.isEmpty() && disruptions.eventsPerYear() > 0) {
            OptionalDouble none = OptionalDouble.empty();
            return new Result(State.UNSIZED, none, none, none, none, none, none, breakEven);
        }
        double loss = inputs.lossPerUnit.orElse(0);
        double days = coverDays(disruptions, carryingPerUnit, loss, base);
        double carrying = carryingPerUnit * inputs.dailyDemand * days;
        double residual = loss * inputs.dailyDemand * disruptions.openDaysPerYear(base + days);
        double worth = disruptions.eventsPerYear() * loss;
        return new Result(
                State.SIZED,
                worth > 0 ? OptionalDouble.of(carryingPerUnit / worth) : OptionalDouble.empty(),
                OptionalDouble.of(days),
                OptionalDouble.of(days * inputs.dailyDemand),
                OptionalDouble.of(carrying),
                OptionalDouble.of(residual),
                OptionalDouble.of(carrying + residual),
                breakEven);
    }

    /**
     * Days of stockpile that cost least.
     *
     * @param carryingPerUnit i c, money per piece and year, above 0
     * @param lossPerUnit cost of a piece short p, money, at least 0
     * @param baseCoverDays days already covered b, at least 0
     */
    public static double coverDays(
            Disruptions disruptions, double carryingPerUnit, double lossPerUnit, double baseCoverDays) {
        double worth = disruptions.eventsPerYear() * lossPerUnit;
        DisruptionLength length = disruptions.length();
        if (!(carryingPerUnit < worth * length.upper(0))) {
            return 0;
        }
        return Math.max(0, length.coverDays(carryingPerUnit / worth) - baseCoverDays);
    }

    /**
     * Cost of a piece short from which the first day of stockpile pays, money: {@code i c / (lambda P(X > b))}; empty
     * where no disruption ever outlasts what is covered.
     */
    public static OptionalDouble breakEvenLossPerUnit(
            Disruptions disruptions, double carryingPerUnit, double baseCoverDays) {
        double outlasting = disruptions.eventsPerYear() * disruptions.length().upper(baseCoverDays);
        double breakEven = carryingPerUnit / outlasting;
        return Double.isFinite(breakEven) ? OptionalDouble.of(breakEven) : OptionalDouble.empty();
    }
}
