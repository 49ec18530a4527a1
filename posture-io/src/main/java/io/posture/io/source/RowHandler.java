package io.posture.io.source;

import io.posture.io.input.Reject;

/** Takes the rows of a file, in their order. */
public interface RowHandler {

    /** A row with as many cells as the header has columns. */
    void row(RawRow row);

    /** A row whose cells cannot be told apart or counted. */
    void broken(Reject reject);

    /**
     * A row that is no row of the table and was left out by a named rule, such as a total below a sheet.
     *
     * @param rule name of the rule
     */
    default void leftOut(String rule) {}
}
