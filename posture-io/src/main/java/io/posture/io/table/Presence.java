package io.posture.io.table;

/** Whether a table can do without a column. */
public enum Presence {
    /** The column and every cell of it. */
    EVERY_CELL,
    /** The column; cells may be empty, which means unknown. */
    COLUMN,
    /** Neither. */
    OPTIONAL
}
