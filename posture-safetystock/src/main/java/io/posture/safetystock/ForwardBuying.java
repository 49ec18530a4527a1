package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** What it pays to buy days of demand at today's price, before it may rise. */
final class ForwardBuying {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "fwd.days.1",
            "net(T) = d T (pi delta - (i c / 365)(T0 + T / 2)); T* = max(0, 365 pi delta / (i c) - T0)",
            "DOMAIN E.13; cf. Tersine 1994");

    private static final double YEAR_DAYS = 365;

    private ForwardBuying() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("demand d, pieces a day, at least 0") double dailyDemand,

            @Doc("today's price c, money per piece, above 0")
            double unitCost,

            @Doc("rise of the price delta, money per piece, at least 0")
            double priceIncrease,

            @Doc("probability of the rise pi, [0, 1]") double increaseProbability,

            @Doc("carrying rate i, share of the price a year, above 0")
            double carryRate,

            @Doc("days of demand to buy T, at least 0") double days,

            @Doc("days of demand already held T0, at least 0")
            double coverDays) {

        Inputs {
            Require.notNegative("dailyDemand", dailyDemand);
            Require.positive("unitCost", unitCost);
            Require.notNegative("priceIncrease", priceIncrease);
            Require.share("increaseProbability", increaseProbability);
            Require.positive("carryRate", carryRate);
            Require.notNegative("days", days);
            Require.notNegative("coverDays", coverDays);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param saving expected saving on the price, money
     * @param carrying cost of holding what was bought, money
     * @param net saving less carrying, money
     * @param optimalDays days of demand that save most, at least 0
     * @param breakEvenDays days of demand that save nothing, at least 0
     */
    record Result(double saving, double carrying, double net, double optimalDays, double breakEvenDays) {}

    static Result calculate(Inputs inputs) {
        double perPiece = inputs.priceIncrease * inputs.increaseProbability;
        double perPieceAndDay = inputs.carryRate * inputs.unitCost / YEAR_DAYS;
        double pieces = inputs.dailyDemand * inputs.days;
        double saving = perPiece * pieces;
        double carrying = perPieceAndDay * pieces * (inputs.coverDays + inputs.days / 2);
        double optimal = Math.max(0, perPiece / perPieceAndDay - inputs.coverDays);
        return new Result(saving, carrying, saving - carrying, optimal, 2 * optimal);
    }
}
