package io.posture.resilience.economics;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** What a measure against disruption returns on its cost, on average and in the bad years. */
public final class ResilienceReturn {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "econ.resilienceRoi.1",
            "(loss before - loss after + captured margin - cost) / cost; with expected loss and with CVaR",
            "DOMAIN G.6");

    private ResilienceReturn() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("expected loss before, money a year, at least 0")
            double ealBefore,

            @Doc("expected loss after, money a year, at least 0")
            double ealAfter,

            @Doc("documented margin captured, money a year, at least 0; default 0")
            OptionalDouble captured,

            @Doc("cost of the measure, money a year, at least 0")
            double annualCost,

            @Doc("CVaR before, money a year, at least 0") double cvarBefore,
            @Doc("CVaR after, money a year, at least 0") double cvarAfter) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("ealBefore", ealBefore);
            Require.notNegative("ealAfter", ealAfter);
            Require.notNegative("captured", captured.orElse(0));
            Require.notNegative("annualCost", annualCost);
            Require.notNegative("cvarBefore", cvarBefore);
            Require.notNegative("cvarAfter", cvarAfter);
        }
    }

    /** Return on average and in the tail, share of the cost; empty where the measure costs nothing. */
    public record Result(OptionalDouble roi, OptionalDouble tailRoi) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        double captured = in.captured.orElse(0);
        return new Result(
                roi(in.ealBefore, in.ealAfter, captured, in.annualCost),
                roi(in.cvarBefore, in.cvarAfter, captured, in.annualCost));
    }

    private static OptionalDouble roi(double before, double after, double captured, double cost) {
        double roi = (before - after + captured - cost) / cost;
        return Double.isFinite(roi) ? OptionalDouble.of(roi) : OptionalDouble.empty();
    }
}
