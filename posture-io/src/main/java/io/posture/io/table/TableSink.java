package io.posture.io.table;

import java.util.List;

/** Takes the typed rows of a table. */
@FunctionalInterface
public interface TableSink {

    /** Takes a row, or says why not. */
    Disposition accept(TableRow row);

    /** Is told of rows of one key that contradict each other; all of them were set aside. */
    default void contradicted(List<TableRow> rows) {}
}
