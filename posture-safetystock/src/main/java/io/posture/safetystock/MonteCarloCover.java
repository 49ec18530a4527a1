package io.posture.safetystock;

import io.posture.numerics.RandomStream;
import io.posture.safetystock.simulation.DemandSampler;
import io.posture.safetystock.simulation.Selection;
import java.util.Arrays;

/**
 * Simulated cover. Batches are drawn until half the 95 % interval of the level is at most 2 % of it. Not thread-safe:
 * looking at it reorders the draws, but changes no answer.
 */
final class MonteCarloCover implements CoverDistribution {

    private static final int BATCH = 10_000;
    private static final int MOST = 200_000;
    private static final double HALF_WIDTH = 0.02;
    private static final double CONFIDENCE = 0.95;
    private static final double TAIL_TRIALS = 100;

    private final double[] draws;
    private final double step;

    private MonteCarloCover(double[] draws, double step) {
        this.draws = draws;
        this.step = step;
    }

    /**
     * What a simulation found.
     *
     * @param cover the draws
     * @param level the level, pieces
     * @param low lower end of its 95 % interval, pieces
     * @param high upper end of its 95 % interval, pieces
     * @param trials number of draws
     * @param converged whether the interval is narrow enough
     * @param tailThin whether fewer than 100 draws are expected above the level
     */
    record Found(
            CoverDistribution cover,
            double level,
            double low,
            double high,
            int trials,
            boolean converged,
            boolean tailThin) {}

    /**
     * Simulates.
     *
     * @param sampler draws of the cover
     * @param random where the randomness comes from
     * @param goal what the level shall achieve
     * @param step distance of the levels that differ, pieces; 0 if every number is one
     */
    static Found simulate(DemandSampler sampler, RandomStream random, ServiceGoal goal, double step) {
        double[] draws = new double[BATCH];
        int drawn = 0;
        while (true) {
            sampler.draw(random, draws, drawn, draws.length);
            drawn = draws.length;
            MonteCarloCover cover = new MonteCarloCover(draws, step);
            double level = goal.level(cover);
            double probability =
                    goal.fillRate() ? cover.cdf(level) : goal.target().value();
            OrderStatistics.Result ranks =
                    OrderStatistics.calculate(new OrderStatistics.Inputs(drawn, probability, CONFIDENCE));
            double low = cover.ranked(ranks.lower());
            double high = cover.ranked(ranks.upper());
            boolean converged = high - low <= 2 * HALF_WIDTH * Math.abs(level);
            if (converged || drawn >= MOST) {
                boolean thin = drawn * (1 - probability) < TAIL_TRIALS;
                return new Found(cover, level, low, high, drawn, converged, thin);
            }
            draws = Arrays.copyOf(draws, drawn + BATCH);
        }
    }

    private double cdf(double level) {
        int within = 0;
        for (double draw : draws) {
            within += draw <= level ? 1 : 0;
        }
        return Math.min(Math.max(within, 0.5), draws.length - 0.5) / draws.length;
    }

    private double ranked(int rank) {
        return Selection.select(draws, 0, draws.length - 1, rank - 1);
    }

    @Override
    public double level(double csl) {
        return ranked(OrderStatistics.calculate(new OrderStatistics.Inputs(draws.length, csl, CONFIDENCE))
                .point());
    }

    @Override
    public double shortfall(double level) {
        double sum = 0;
        for (double draw : draws) {
            sum += Math.max(0, draw - level);
        }
        return sum / draws.length;
    }

    @Override
    public double step() {
        return step;
    }
}
