package io.posture.resilience.economics;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.numerics.UnitLoss;
import io.posture.resilience.stockpile.DisruptionLength;
import io.posture.resilience.stockpile.Disruptions;
import io.posture.resilience.stockpile.SupplyFailures;
import io.posture.spi.Doc;

/**
 * What a posture costs in a year: ordering, what is held, routine shortage on the safety stock alone, disruptions that
 * strike at any point of the order cycle, and what its sources cost more.
 */
public final class PostureCost {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.postureCost.1",
            "K D / Q + i c (Q / 2 + SS + B) + p (D / Q) s G(SS / s) + lambda p d tau exp(-(SS + B) / (d tau)) (d tau / Q) "
                    + "(1 - exp(-Q / (d tau))) + premium",
            "DOMAIN G.4");

    private static final double YEAR_DAYS = 365;

    private PostureCost() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("order quantity Q, pieces, above 0") double orderQuantity,
            @Doc("safety stock SS, pieces, at least 0") double safetyStock,
            @Doc("stockpile B, pieces, at least 0") double stockpile,

            @Doc("what the sources of the posture cost more, money a year, at least 0")
            double sourcingPremium,

            @Doc("demand D, pieces a year, at least 0") double annualDemand,
            @Doc("unit cost c, money per piece, at least 0") double unitCost,

            @Doc("carrying rate i, share of the unit cost a year, at least 0")
            double carryRate,

            @Doc("cost of an order K, money, at least 0") double orderCost,

            @Doc("deviation of the demand over the lead time s, pieces, at least 0")
            double sigmaLtd,

            @Doc("cost of a piece short p, money, at least 0")
            double shortageCost,

            @Doc("disruptions lambda, a year, at least 0") double eventsPerYear,

            @Doc("their mean length tau, days, above 0; lengths are exponential")
            double meanDurationDays) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.positive("orderQuantity", orderQuantity);
            Require.notNegative("safetyStock", safetyStock);
            Require.notNegative("stockpile", stockpile);
            Require.notNegative("sourcingPremium", sourcingPremium);
            Require.notNegative("annualDemand", annualDemand);
            Require.notNegative("unitCost", unitCost);
            Require.notNegative("carryRate", carryRate);
            Require.notNegative("orderCost", orderCost);
            Require.notNegative("sigmaLtd", sigmaLtd);
            Require.notNegative("shortageCost", shortageCost);
            Require.notNegative("eventsPerYear", eventsPerYear);
            Require.positive("meanDurationDays", meanDurationDays);
        }
    }

    /**
     * What one posture holds.
     *
     * @param orderQuantity pieces, above 0
     * @param safetyStock pieces, at least 0
     * @param stockpile pieces, at least 0
     * @param sourcingPremium what its sources cost more, money a year, at least 0
     */
    public record Plan(double orderQuantity, double safetyStock, double stockpile, double sourcingPremium) {

        /** Quantities in their ranges. */
        public Plan {
            Require.positive("orderQuantity", orderQuantity);
            Require.notNegative("safetyStock", safetyStock);
            Require.notNegative("stockpile", stockpile);
            Require.notNegative("sourcingPremium", sourcingPremium);
        }
    }

    /**
     * What is the same for all postures of an item.
     *
     * @param annualDemand pieces a year, at least 0
     * @param carryingPerUnit i c, money per piece and year, at least 0
     * @param orderCost money per order, at least 0
     * @param sigmaLtd deviation of the demand over the lead time, pieces, at least 0
     * @param shortageCost of a piece short, money, at least 0
     */
    public record Terms(
            double annualDemand, double carryingPerUnit, double orderCost, double sigmaLtd, double shortageCost) {

        /** Terms in their ranges. */
        public Terms {
            Require.notNegative("annualDemand", annualDemand);
            Require.notNegative("carryingPerUnit", carryingPerUnit);
            Require.notNegative("orderCost", orderCost);
            Require.notNegative("sigmaLtd", sigmaLtd);
            Require.notNegative("shortageCost", shortageCost);
        }
    }

    /** Parts of the cost, money a year. */
    public record Parts(
            double ordering,
            double cycleStock,
            double safetyStock,
            double stockpile,
            double routineShortage,
            double disruption,
            double sourcing) {

        private double total() {
            return ordering + cycleStock + safetyStock + stockpile + routineShortage + disruption + sourcing;
        }
    }

    /** Parts and their sum, money a year. */
    public record Result(Parts parts, double total) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        return of(
                new Plan(in.orderQuantity, in.safetyStock, in.stockpile, in.sourcingPremium),
                new Terms(in.annualDemand, in.carryRate * in.unitCost, in.orderCost, in.sigmaLtd, in.shortageCost),
                new Disruptions(in.eventsPerYear, DisruptionLength.exponential(in.meanDurationDays)));
    }

    /** Cost of a posture under failures of any law that stop all of its supply. */
    public static Result of(Plan plan, Terms terms, SupplyFailures failures) {
        return of(plan, terms, failures, 1);
    }

    /**
     * Cost of a posture under failures of any law.
     *
     * @param exposedShare share of the demand that they leave without supply, [0, 1]
     */
    public static Result of(Plan plan, Terms terms, SupplyFailures failures, double exposedShare) {
        double carrying = terms.carryingPerUnit;
        double ordersPerYear = terms.annualDemand / plan.orderQuantity;
        double sigma = terms.sigmaLtd;
        double shortPerCycle = sigma > 0 ? sigma * UnitLoss.of(plan.safetyStock / sigma) : 0;
        Parts parts = new Parts(
                terms.orderCost * ordersPerYear,
                carrying * plan.orderQuantity / 2,
                carrying * plan.safetyStock,
                carrying * plan.stockpile,
                terms.shortageCost * ordersPerYear * shortPerCycle,
                disruptionLoss(plan, terms, failures, Require.share("exposedShare", exposedShare)),
                plan.sourcingPremium);
        return new Result(parts, parts.total());
    }

    /**
     * Expected loss of disruptions that strike while anything between 0 and a whole lot is left above safety stock and
     * stockpile: {@code lambda p d} times the mean of {@code E[(X - u)+]} over that cover u.
     */
    private static double disruptionLoss(Plan plan, Terms terms, SupplyFailures failures, double exposedShare) {
        if (terms.annualDemand == 0 || exposedShare == 0) {
            return 0;
        }
        double perDay = exposedShare * terms.annualDemand / YEAR_DAYS;
        double least = (plan.safetyStock + plan.stockpile) / perDay;
        double cycle = plan.orderQuantity / perDay;
        return terms.shortageCost * perDay * failures.meanOpenDaysPerYear(least, least + cycle);
    }
}
