package io.posture.resilience.simulation;

import io.posture.numerics.RandomStream;
import io.posture.numerics.Require;
import io.posture.resilience.stockpile.Disruptions;
import io.posture.resilience.stockpile.FrequentFailures;
import io.posture.resilience.stockpile.SupplyFailures;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Simulates years in which events strike at any time, and an event hits all its items in the same year. Every event has a
 * random stream of its own, so that one event more or less changes nothing about the others, and the order of the list
 * does not matter. Memory grows with events and items, not with years.
 *
 * <p>A source that fails now and then does so at any time, also while it is down, and what an event costs belongs to the year in
 * which it begins. One that fails often is up and down in turns, up for a time that has no memory, down for whole days with the
 * same chance of recovery on each; what it costs belongs to the years in which it is down.
 *
 * <p>Stock is full again before the next event: what two events do to an item in the same year is added up.
 *
 * @see "DOMAIN G.5; Rockafellar & Uryasev 2002"
 */
public final class YearLosses {

    private static final String PURPOSE = "yearLoss";
    private static final long FEWEST_YEARS = 2;
    private static final double YEAR_DAYS = 365;

    private final int events;
    private final SupplyFailures[] failures;
    private final LossCurve[] curves;
    private final RandomStream[] random;
    /** When an event began or begins next, years. */
    private final double[] next;
    /** Days that a source that is up and down in turns is down this time; 0 while it is up. */
    private final double[] down;
    /** Days of these whose loss is in a year already. */
    private final double[] counted;

    private YearLosses(List<LossEvent> given, long seed) {
        List<LossEvent> sorted =
                given.stream().sorted(Comparator.comparing(LossEvent::id)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
                throw new IllegalArgumentException("event '" + sorted.get(i).id() + "' is in the list twice");
            }
        }
        List<LossEvent> happening = sorted.stream()
                .filter(event -> event.failures().eventsPerYear() > 0)
                .toList();
        events = happening.size();
        failures = new SupplyFailures[events];
        curves = new LossCurve[events];
        random = new RandomStream[events];
        next = new double[events];
        down = new double[events];
        counted = new double[events];
        for (int i = 0; i < events; i++) {
            LossEvent event = happening.get(i);
            failures[i] = event.failures();
            curves[i] = new LossCurve(event.exposures());
            random[i] = RandomStream.of(seed, event.id(), PURPOSE);
            next[i] = wait(i);
        }
    }

    /**
     * Simulates the loss of a year.
     *
     * @param events with different ids
     * @param years how many, at least 2; the tail needs some hundred of them to be seen at all
     * @param level of value at risk, (0, 1), for example 0.95
     * @param seed of the run
     * @throws IllegalArgumentException if an argument is outside its range, or two events have the same id
     */
    public static SimulatedLoss simulate(List<LossEvent> events, long years, double level, long seed) {
        Require.probability("level", level);
        if (years < FEWEST_YEARS) {
            throw new IllegalArgumentException("years must be at least " + FEWEST_YEARS + ", was " + years);
        }
        LossSketch sketch = new LossSketch();
        Spread spread = new Spread();
        each(events, years, seed, loss -> {
            sketch.add(loss);
            spread.add(loss);
        });
        double var = sketch.quantile(level);
        double[] excess = sketch.excess(var);
        double share = Math.sqrt(level * (1 - level) / years);
        double tail = 1 - level;
        return new SimulatedLoss(
                years,
                spread.mean,
                Math.sqrt(spread.variance() / years),
                Math.sqrt(spread.variance()),
                var,
                (sketch.quantile(Math.min(1, level + share)) - sketch.quantile(Math.max(0, level - share))) / 2,
                var + excess[0] / tail,
                Math.sqrt(Math.max(0, excess[1] - excess[0] * excess[0]) / years) / tail);
    }

    /** The loss of each year, one after the other. */
    static void each(List<LossEvent> events, long years, long seed, DoubleConsumer losses) {
        YearLosses simulation = new YearLosses(events, seed);
        for (long year = 1; year <= years; year++) {
            losses.accept(simulation.lossUntil((double) year));
        }
    }

    /** What is lost before the end of a year that was not lost before. */
    private double lossUntil(double end) {
        double loss = 0;
        for (int i = 0; i < events; i++) {
            loss += failures[i] instanceof FrequentFailures ? inTurns(i, end) : nowAndThen(i, end);
        }
        return loss;
    }

    private double nowAndThen(int event, double end) {
        double loss = 0;
        while (next[event] < end) {
            loss += curves[event].loss(days(event));
            next[event] += wait(event);
        }
        return loss;
    }

    private double inTurns(int event, double end) {
        double loss = 0;
        while (next[event] < end) {
            if (!(down[event] > 0)) {
                down[event] = days(event);
            }
            double until = Math.min(down[event], (end - next[event]) * YEAR_DAYS);
            loss += curves[event].loss(until) - curves[event].loss(counted[event]);
            counted[event] = until;
            if (until < down[event]) {
                return loss;
            }
            next[event] += down[event] / YEAR_DAYS + wait(event);
            down[event] = 0;
            counted[event] = 0;
        }
        return loss;
    }

    /** How long an event lasts. */
    private double days(int event) {
        if (failures[event] instanceof Disruptions rare) {
            return rare.length().draw(random[event]);
        }
        double recovery = ((FrequentFailures) failures[event]).recoveryProbability();
        return Math.max(1, Math.ceil(StrictMath.log(1 - random[event].uniform()) / StrictMath.log1p(-recovery)));
    }

    /** Years until the next event: from the beginning of the last one, or from its end where a source has to be up to fail. */
    private double wait(int event) {
        double perYear = failures[event] instanceof FrequentFailures often
                ? YEAR_DAYS * often.failureProbability()
                : failures[event].eventsPerYear();
        return -StrictMath.log(1 - random[event].uniform()) / perYear;
    }

    /** Mean and variance in one pass, without cancellation. */
    private static final class Spread {

        private long count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double from = value - mean;
            mean += from / count;
            squares += from * (value - mean);
        }

        double variance() {
            return squares / (count - 1);
        }
    }
}
