package io.posture.resilience.stockpile;

import io.posture.explain.Origin;
import io.posture.numerics.Poisson;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** How many spares to hold where each failure is replaced by one: carrying cost against downtime. */
public final class SpareStock {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "mro.spareStock.1",
            "S least for i c (S - m + B(S)) + b B(S), m = failures L / 365, B(S) = E[(N - S)+], N Poisson of mean m",
            "Feeney & Sherbrooke 1966; Palm 1938; Sherbrooke 2004");

    private static final double YEAR_DAYS = 365;

    private SpareStock() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("failures a year, at least 0") double failuresPerYear,
            @Doc("lead time of a spare L, days, at least 0") double leadTimeDays,
            @Doc("unit cost c, money per piece, above 0") double unitCost,

            @Doc("carrying rate i, share of the unit cost a year, above 0")
            double carryRate,

            @Doc("cost of a missing spare b, money per piece and year, at least 0")
            double backorderCostPerUnitYear) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("failuresPerYear", failuresPerYear);
            Require.notNegative("leadTimeDays", leadTimeDays);
            Require.positive("unitCost", unitCost);
            Require.positive("carryRate", carryRate);
            Require.notNegative("backorderCostPerUnitYear", backorderCostPerUnitYear);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param pipeline mean spares on order m, pieces
     * @param spares spares to own S, pieces
     * @param backorders mean spares missing, pieces
     * @param cost carrying and missing, money a year
     * @param readyRate probability that a failure finds a spare
     */
    public record Result(double pipeline, long spares, double backorders, double cost, double readyRate) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        double pipeline = in.failuresPerYear * in.leadTimeDays / YEAR_DAYS;
        double carrying = in.carryRate * in.unitCost;
        long spares = spares(pipeline, carrying, in.backorderCostPerUnitYear);
        double backorders = Poisson.expectedExcess(pipeline, spares);
        double cost = carrying * (spares - pipeline + backorders) + in.backorderCostPerUnitYear * backorders;
        double ready = spares == 0 ? 0 : Poisson.cdf(pipeline, spares - 1);
        return new Result(pipeline, spares, backorders, cost, ready);
    }

    /** The first number of spares after which one more costs more than it saves: {@code P(N <= S) >= b / (i c + b)}. */
    private static long spares(double pipeline, double carryingPerUnit, double missingPerUnit) {
        double ratio = missingPerUnit / (carryingPerUnit + missingPerUnit);
        if (!(ratio > 0)) {
            return 0;
        }
        // a spare that is all but free may still not be held for a failure that never comes
        return Poisson.quantile(pipeline, Math.min(ratio, Math.nextDown(1.0)));
    }
}
