package io.posture.review;

import io.posture.numerics.Require;

/**
 * When a level changes.
 *
 * @param enter score from which it is HIGH
 * @param exit score below which it may fall, at most enter
 * @param confirm reviews in a row below exit until it falls, at least 1
 */
public record LevelLimits(double enter, double exit, int confirm) {

    /** Up at 60, down after two reviews below 50. */
    public static final LevelLimits DEFAULTS = new LevelLimits(60, 50, 2);

    /** Checks. */
    public LevelLimits {
        Require.finite("enter", enter);
        Require.finite("exit", exit);
        if (exit > enter) {
            throw new IllegalArgumentException("exit must be at most enter, were exit=" + exit + ", enter=" + enter);
        }
        if (confirm < 1) {
            throw new IllegalArgumentException("confirm must be at least 1, was " + confirm);
        }
    }
}
