package io.posture.api;

/**
 * Ratings of a failure mode, ordinal and without a ratio meaning.
 *
 * @param severity 1 to 10, 10 worst
 * @param occurrence 1 to 10, 10 most often
 * @param detection 1 to 10, 10 least likely to be detected
 */
public record FailureRating(int severity, int occurrence, int detection) {

    private static final int WORST = 10;

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a rating is outside 1..10
     */
    public FailureRating {
        rating("severity", severity);
        rating("occurrence", occurrence);
        rating("detection", detection);
    }

    private static void rating(String name, int value) {
        if (value < 1 || value > WORST) {
            throw new IllegalArgumentException(name + " must be a whole number in [1, 10], was " + value);
        }
    }
}
