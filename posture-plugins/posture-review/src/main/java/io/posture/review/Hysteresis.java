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
            @Doc("level before the first review") LevelState.Level initial,
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
            new LevelLimits(enter, exit, confirm);
        }
    }

    /** Level after each review. */
    record Result(List<LevelState.Level> states) {}

    static Result calculate(Inputs inputs) {
        LevelLimits limits = new LevelLimits(inputs.enter, inputs.exit, inputs.confirm);
        LevelState state = new LevelState(inputs.initial, 0);
        List<LevelState.Level> levels = new ArrayList<>();
        for (double score : inputs.scores) {
            state = state.after(score, limits);
            levels.add(state.level());
        }
        return new Result(List.copyOf(levels));
    }
}
