package io.posture.core;

/**
 * How many threads decide items. The number never changes a result.
 *
 * @param threads at least 1
 */
public record Parallelism(int threads) {

    /** The calling thread alone. */
    public static final Parallelism ONE = new Parallelism(1);

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if there is no thread
     */
    public Parallelism {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
    }
}
