package io.posture.resilience.economics;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.resilience.stockpile.Disruptions;
import io.posture.resilience.stockpile.LengthInputs;
import io.posture.resilience.stockpile.SupplyFailures;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/**
 * Whether a stockpile is worth what it costs: in total, against the loss that it avoids, and at the margin, where its last
 * day may be too much although the whole pays.
 */
public final class OverInsurance {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.overInsurance.1",
            "i c d T against rho lambda p d (E[(X - b)+] - E[(X - b - T)+]); i c against rho lambda p P(X > b + T), "
                    + "within 5 %",
            "DOMAIN G.2");

    private static final Origin.Formula FREQUENT = new Origin.Formula(
            "econ.overInsuranceFrequent.1",
            "carrying of the days that are there on average against the loss avoided; i c (1 - P(down longer)) against rho p 365 beta "
                    + "P(down longer) of the last whole day, within 5 %",
            "DOMAIN F.3, G.2");
    private static final double BAND = 0.05;

    private OverInsurance() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("disruptions lambda, a year, at least 0") double eventsPerYear,

            @Doc("law of the days without receipts X") LengthInputs duration,
            @Doc("stockpile T, days of demand, at least 0") double bufferDays,

            @Doc("days already covered b, at least 0; default 0")
            OptionalDouble baseCoverDays,

            @Doc("unit cost c, money per piece, at least 0") double unitCost,

            @Doc("carrying rate i, share of the unit cost a year, at least 0")
            double carryRate,

            @Doc("cost of a piece short p, money, at least 0")
            double lossPerUnit,

            @Doc("demand d, pieces a day, at least 0") double dailyDemand,

            @Doc("risk loading rho, above 0; default 1") OptionalDouble riskLoading) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("bufferDays", bufferDays);
            Require.notNegative("baseCoverDays", baseCoverDays.orElse(0));
            Require.notNegative("unitCost", unitCost);
            Require.notNegative("carryRate", carryRate);
            Require.notNegative("lossPerUnit", lossPerUnit);
            Require.notNegative("dailyDemand", dailyDemand);
            Require.positive("riskLoading", riskLoading.orElse(1));
        }
    }

    /** What is to be said of a stockpile. */
    public enum Verdict {
        /** It costs more than it avoids. */
        OVER_INSURED,
        /** It is worth having, but its last day is not. */
        TRIM,
        /** Another day would be worth more than it costs. */
        UNDER_INSURED,
        /** Neither more nor less would be better. */
        BALANCED
    }

    /**
     * Result of the calculation.
     *
     * @param carrying money a year
     * @param expectedLossWithout expected loss without the stockpile, money a year
     * @param avoidedLoss what the stockpile avoids of it, money a year
     * @param ratio carrying over avoided loss; empty where nothing is avoided
     * @param marginalCost of the last day, money per piece and year
     * @param marginalBenefit of the last day with risk loading, money per piece and year
     * @param verdict what is to be said
     */
    public record Result(
            double carrying,
            double expectedLossWithout,
            double avoidedLoss,
            OptionalDouble ratio,
            double marginalCost,
            double marginalBenefit,
            Verdict verdict) {}

    /** What is computed under failures of a law. */
    public static Origin.Formula formula(SupplyFailures failures) {
        return failures.stepDays() > 0 ? FREQUENT : FORMULA;
    }

    /** The calculation. */
    public static Result calculate(Inputs in) {
        return of(
                new Disruptions(in.eventsPerYear, in.duration.length()),
                in.carryRate * in.unitCost,
                in.lossPerUnit,
                in.dailyDemand,
                in.baseCoverDays.orElse(0),
                in.bufferDays,
                in.riskLoading.orElse(1));
    }

    /**
     * The verdict on a stockpile.
     *
     * @param carryingPerUnit i c, money per piece and year
     * @param lossPerUnit cost of a piece short p, money
     * @param dailyDemand d, pieces a day
     * @param baseCoverDays days already covered b
     * @param bufferDays the stockpile T, days
     * @param riskLoading rho, above 0
     */
    public static Result of(
            SupplyFailures failures,
            double carryingPerUnit,
            double lossPerUnit,
            double dailyDemand,
            double baseCoverDays,
            double bufferDays,
            double riskLoading) {
        double end = baseCoverDays + bufferDays;
        double carrying = carryingPerUnit * dailyDemand * failures.carriedDays(baseCoverDays, end);
        double perDay = lossPerUnit * dailyDemand;
        double without = perDay * failures.openDaysPerYear(baseCoverDays);
        double avoided = without - perDay * failures.openDaysPerYear(end);
        double cost = carryingPerUnit * failures.shareCarried(end);
        double benefit = riskLoading * lossPerUnit * failures.outlastingPerYear(end);
        // where covers are of whole days, the last day is the step that leads to this cover
        double last = Math.max(baseCoverDays, end - failures.stepDays());
        double costOfLast = carryingPerUnit * failures.shareCarried(last);
        double benefitOfLast = riskLoading * lossPerUnit * failures.outlastingPerYear(last);
        Verdict verdict;
        if (bufferDays > 0 && carrying > riskLoading * avoided) {
            verdict = Verdict.OVER_INSURED;
        } else if (bufferDays > 0 && costOfLast > (1 + BAND) * benefitOfLast) {
            verdict = Verdict.TRIM;
        } else {
            verdict = cost < (1 - BAND) * benefit ? Verdict.UNDER_INSURED : Verdict.BALANCED;
        }
        return new Result(
                carrying,
                without,
                avoided,
                avoided > 0 ? OptionalDouble.of(carrying / avoided) : OptionalDouble.empty(),
                cost,
                benefit,
                verdict);
    }
}
