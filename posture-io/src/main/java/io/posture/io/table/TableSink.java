package io.posture.io.table;

/** Takes the typed rows of a table. */
@FunctionalInterface
public interface TableSink {

    /** Takes a row, or says why not. */
    Disposition accept(TableRow row);
}
