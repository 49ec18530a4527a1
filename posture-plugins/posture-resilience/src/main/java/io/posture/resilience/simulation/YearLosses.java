package io.posture.resilience.simulation;

import io.posture.numerics.RandomStream;
import io.posture.numerics.Require;
import io.posture.resilience.stockpile.DisruptionLength;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Simulates years in which events strike at any time, and an event hits all its items in the same year. Every event has a
 * random stream of its own, so that one event more or less changes nothing about the others, and the order of the list
 * does not matter. Memory grows with events and items, not with years.
 *
 * <p>Stock is full again before the next event: what two events do to an item in the same year is added up.
 *
 * @see "DOMAIN G.5; Rockafellar & Uryasev 2002"
 */
public final class YearLosses {

    private static final String PURPOSE = "yearLoss";
    private static final long FEWEST_YEARS = 2;

    private final int events;
    private final double[] perYear;
    private final DisruptionLength[] lengths;
    private final LossCurve[] curves;
    private final RandomStream[] random;
    private final double[] next;

    private YearLosses(List<LossEvent> given, long seed) {
        List<LossEvent> sorted =
                given.stream().sorted(Comparator.comparing(LossEvent::id)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
                throw new IllegalArgumentException("event '" + sorted.get(i).id() + "' is in the list twice");
            }
        }
        List<LossEvent> happening = sorted.stream()
                .filter(event -> event.disruptions().eventsPerYear() > 0)
                .toList();
        events = happening.size();
        perYear = new double[events];
        lengths = new DisruptionLength[events];
        curves = new LossCurve[events];
        random = new RandomStream[events];
        next = new double[events];
        for (int i = 0; i < events; i++) {
            LossEvent event = happening.get(i);
            perYear[i] = event.disruptions().eventsPerYear();
            lengths[i] = event.disruptions().length();
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
            while (next[i] < end) {
                loss += curves[i].loss(lengths[i].draw(random[i]));
                next[i] += wait(i);
            }
        }
        return loss;
    }

    private double wait(int event) {
        return -StrictMath.log(1 - random[event].uniform()) / perYear[event];
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
