package io.posture.resilience.stockpile;

import io.posture.explain.Origin;
import io.posture.numerics.Gamma;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** How many disruptions a source has in a year: those counted, and a prior that few years do not outweigh. */
public final class EventRate {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.eventRate.1",
            "(a0 + events) / (b0 + years); 5 % and 95 % quantiles of the gamma distribution of shape a0 + events",
            "DOMAIN F.1; Gamma-Poisson conjugacy; prior McKinsey Global Institute 2020");

    private static final double LOWER = 0.05;
    private static final double UPPER = 0.95;

    private EventRate() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("disruptions counted, at least 0") double events,

            @Doc("years in which they were counted, at least 0; 0 where no log is kept")
            double years,

            @Doc("disruptions of the prior a0, above 0; default 1")
            OptionalDouble priorEvents,

            @Doc("years of the prior b0, above 0; default 3.7")
            OptionalDouble priorYears) {

        /** Counts and a prior. */
        public Inputs {
            Require.notNegative("events", events);
            Require.notNegative("years", years);
            Require.positive("priorEvents", priorEvents.orElse(RatePrior.DEFAULT.events()));
            Require.positive("priorYears", priorYears.orElse(RatePrior.DEFAULT.years()));
        }
    }

    /**
     * Result of the calculation.
     *
     * @param rate mean, disruptions a year
     * @param lower05 below it with 5 %
     * @param upper95 above it with 5 %
     * @param assumed nothing was counted: the rate is the prior alone
     */
    public record Result(double rate, double lower05, double upper95, boolean assumed) {}

    /** The calculation. */
    public static Result calculate(Inputs inputs) {
        return of(
                inputs.events,
                inputs.years,
                new RatePrior(
                        inputs.priorEvents.orElse(RatePrior.DEFAULT.events()),
                        inputs.priorYears.orElse(RatePrior.DEFAULT.years())));
    }

    /**
     * The rate of a source.
     *
     * @param events counted, at least 0
     * @param years in which they were counted, at least 0
     */
    public static Result of(double events, double years, RatePrior prior) {
        double shape = prior.events() + Require.notNegative("events", events);
        double scale = 1 / (prior.years() + Require.notNegative("years", years));
        return new Result(
                shape * scale, Gamma.quantile(shape, scale, LOWER), Gamma.quantile(shape, scale, UPPER), years == 0);
    }
}
