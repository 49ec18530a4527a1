package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.List;

/** A level that rises at once and falls late: protecting late costs more than protecting a quarter too long. */
final class Hysteresis {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "review.hysteresis.1",
            "HIGH at once when the score >= enter; LOW after `confirm` reviews in a row below exit",
            "DOMAIN J.1");

    private Hysteresis() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("level before the first review") Level initial,
            @Doc("score of each review, finite") List<Double> scores,
            @Doc("score from which the level is HIGH") double enter,

            @Doc("score below which it may fall, at most enter")
            double exit,

            @Doc("reviews in a row below exit until it falls, at least 1")
            int confirm) {

        Inputs {
            scores = List.copyOf(scores);
            for (int i = 0; i < scores.size(); i++) {
                Require.finite("scores[" + i + "]", scores.get(i));
            }
            new Limits(enter, exit, confirm);
        }
    }

    /** Level after each review. */
    record Result(List<Level> states) {}

    /** LOW or HIGH. */
    enum Level {
        LOW,
        HIGH
    }

    /**
     * When a level changes.
     *
     * @param enter score from which it is HIGH
     * @param exit score below which it may fall
     * @param confirm reviews in a row below exit until it falls
     */
    record Limits(double enter, double exit, int confirm) {

        Limits {
            Require.finite("enter", enter);
            Require.finite("exit", exit);
            if (exit > enter) {
                throw new IllegalArgumentException(
                        "exit must be at most enter, were exit=" + exit + ", enter=" + enter);
            }
            if (confirm < 1) {
                throw new IllegalArgumentException("confirm must be at least 1, was " + confirm);
            }
        }
    }

    /**
     * What the next review starts from.
     *
     * @param level the level
     * @param reviewsBelow reviews in a row below exit
     */
    record State(Level level, int reviewsBelow) {

        /** The state after a review. */
        State after(double score, Limits limits) {
            int below = score < limits.exit ? reviewsBelow + 1 : 0;
            return switch (level) {
                case LOW -> score >= limits.enter ? new State(Level.HIGH, 0) : new State(Level.LOW, below);
                case HIGH -> below >= limits.confirm ? new State(Level.LOW, 0) : new State(Level.HIGH, below);
            };
        }
    }

    static Result calculate(Inputs inputs) {
        Limits limits = new Limits(inputs.enter, inputs.exit, inputs.confirm);
        State state = new State(inputs.initial, 0);
        List<Level> levels = new ArrayList<>();
        for (double score : inputs.scores) {
            state = state.after(score, limits);
            levels.add(state.level);
        }
        return new Result(List.copyOf(levels));
    }
}
