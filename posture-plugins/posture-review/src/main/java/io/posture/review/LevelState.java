package io.posture.review;

/**
 * A risk level that rises at once and falls late, and what the next review must remember of it.
 *
 * @param level the level
 * @param reviewsBelow reviews in a row with a score below the exit, at least 0
 */
public record LevelState(Level level, int reviewsBelow) {

    /** Where every item begins. */
    public static final LevelState START = new LevelState(Level.LOW, 0);

    /** Checks. */
    public LevelState {
        if (reviewsBelow < 0) {
            throw new IllegalArgumentException("reviewsBelow must be at least 0, was " + reviewsBelow);
        }
    }

    /** LOW or HIGH. */
    public enum Level {
        /** Not protected for its risk. */
        LOW,
        /** Protected for its risk. */
        HIGH
    }

    /**
     * The state after a run between two reviews: it may rise, and its reviews are not counted.
     *
     * @param score finite
     */
    public LevelState between(double score, LevelLimits limits) {
        return level == Level.LOW && after(score, limits).level == Level.HIGH ? new LevelState(Level.HIGH, 0) : this;
    }

    /**
     * The state after a review.
     *
     * @param score finite
     */
    public LevelState after(double score, LevelLimits limits) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("a score must be finite, was " + score);
        }
        int below = score < limits.exit() ? reviewsBelow + 1 : 0;
        return switch (level) {
            case LOW -> score >= limits.enter() ? new LevelState(Level.HIGH, 0) : new LevelState(Level.LOW, below);
            case HIGH -> below >= limits.confirm() ? new LevelState(Level.LOW, 0) : new LevelState(Level.HIGH, below);
        };
    }
}
