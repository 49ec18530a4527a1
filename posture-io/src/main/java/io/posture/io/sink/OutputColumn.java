package io.posture.io.sink;

/**
 * A column of a result.
 *
 * @param name as in the header
 * @param kind what its cells hold
 */
public record OutputColumn(String name, Kind kind) {

    /** What the cells of a column hold; an empty cell is an unknown of any kind. */
    public enum Kind {
        /** Text. */
        TEXT,
        /** A number, written as Java writes a double. */
        NUMBER,
        /** A day, {@code YYYY-MM-DD}. */
        DATE,
        /** {@code true} or {@code false}. */
        FLAG
    }
}
