package io.posture.io.mapping;

import io.posture.io.input.Reject;
import io.posture.io.table.TableRow;

/** What a mapping makes of one row of a file. */
sealed interface RowOutcome {

    /** A row of the table. */
    record Made(TableRow row) implements RowOutcome {}

    /** Left out by a rule. */
    record LeftOut(RowFilter rule) implements RowOutcome {}

    /** Set aside. */
    record SetAside(Reject reject) implements RowOutcome {}
}
