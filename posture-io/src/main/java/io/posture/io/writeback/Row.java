package io.posture.io.writeback;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a write-back file and its inverse.
 *
 * @param proposal the item
 * @param after quantities that the file writes
 * @param before what the rollback file writes for them; one whose old value is unknown is missing
 * @param valueChange change in value that the row makes, money; empty if unknown
 */
record Row(
        Proposal proposal,
        Map<Field, BigDecimal> after,
        Map<Field, BigDecimal> before,
        Optional<BigDecimal> valueChange) {

    /** Copies. */
    Row {
        after = Map.copyOf(after);
        before = Map.copyOf(before);
    }

    /** Whether the rollback file undoes all of it. */
    boolean reversible() {
        return before.size() == after.size();
    }
}
