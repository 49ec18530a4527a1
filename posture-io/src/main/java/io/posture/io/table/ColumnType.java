package io.posture.io.table;

/** What the cells of a column are. */
public enum ColumnType {
    /** Any text, kept as it is, blanks around it removed. */
    TEXT,
    /** A key of another system, to the letter: blanks around it belong to it. */
    KEY,
    /** A finite number. */
    NUMBER,
    /** A day. */
    DATE,
    /** Yes or no. */
    FLAG,
    /** One of a closed list of words. */
    CHOICE
}
