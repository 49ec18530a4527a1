package io.posture.resilience.economics;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** A second source as an insurance: its premium against the loss that it avoids. */
public final class SecondSource {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.secondSource.1",
            "premium D share dc + fixed; avoided lambda * loss * covered share; loading premium / avoided, worth it up to rho",
            "DOMAIN G.7");

    private SecondSource() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("demand D, pieces a year, at least 0") double annualDemand,

            @Doc("share of it that the second source delivers, [0, 1]")
            double share,

            @Doc("what its pieces cost more dc, money per piece, at least 0")
            double unitPremium,

            @Doc("its fixed cost, money a year, at least 0") double fixedCost,
            @Doc("disruptions lambda, a year, at least 0") double eventsPerYear,
            @Doc("loss of one, money, at least 0") double lossPerEvent,

            @Doc("share of the loss that the second source avoids, [0, 1]")
            double coveredShare,

            @Doc("risk loading rho, above 0; default 1") OptionalDouble riskLoading) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("annualDemand", annualDemand);
            Require.share("share", share);
            Require.notNegative("unitPremium", unitPremium);
            Require.notNegative("fixedCost", fixedCost);
            Require.notNegative("eventsPerYear", eventsPerYear);
            Require.notNegative("lossPerEvent", lossPerEvent);
            Require.share("coveredShare", coveredShare);
            Require.positive("riskLoading", riskLoading.orElse(1));
        }
    }

    /**
     * Result of the calculation.
     *
     * @param premium money a year
     * @param avoided loss avoided, money a year
     * @param loading premium over loss avoided; empty where nothing is avoided
     * @param worthIt the loading is at most the risk loading
     * @param breakEvenEventsPerYear frequency from which it is worth it; empty where it avoids nothing
     * @param breakEvenUnitPremium extra cost of a piece up to which it is worth it, at least 0; empty where it delivers
     *     nothing
     */
    public record Result(
            double premium,
            double avoided,
            OptionalDouble loading,
            boolean worthIt,
            OptionalDouble breakEvenEventsPerYear,
            OptionalDouble breakEvenUnitPremium) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        double pieces = in.annualDemand * in.share;
        double rho = in.riskLoading.orElse(1);
        double premium = pieces * in.unitPremium + in.fixedCost;
        double perEvent = in.lossPerEvent * in.coveredShare;
        double avoided = in.eventsPerYear * perEvent;
        return new Result(
                premium,
                avoided,
                avoided > 0 ? OptionalDouble.of(premium / avoided) : OptionalDouble.empty(),
                avoided > 0 && premium <= rho * avoided,
                perEvent > 0 ? OptionalDouble.of(premium / (rho * perEvent)) : OptionalDouble.empty(),
                pieces > 0
                        ? OptionalDouble.of(Math.max(0, (rho * avoided - in.fixedCost) / pieces))
                        : OptionalDouble.empty());
    }
}
