package io.posture.profile;

/** Quantities of an input row. */
final class Pieces {

    /** Beyond it a double no longer tells single pieces apart, and squares of sums could overflow. */
    private static final double LARGEST = 1e15;

    private Pieces() {}

    /**
     * A quantity, below 0 for what comes back.
     *
     * @throws IllegalArgumentException if it is NaN or beyond 1e15 either way
     */
    static double of(String name, double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException(name + " must be in [-1e15, 1e15], was " + value);
        }
        return value;
    }
}
