package io.posture.xlsx;

/** What a cell of a sheet holds. */
enum CellKind {
    /** Nothing. */
    EMPTY,
    /** A text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** A day. */
    DATE,
    /** True or false. */
    FLAG,
    /** An error such as {@code #N/A}. */
    ERROR
}
