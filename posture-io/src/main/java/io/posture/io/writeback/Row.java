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

    /** Whether the reorder point that is written is above the maximum that there is then; 0 is none. */
    boolean crosses() {
        Optional<BigDecimal> max = Optional.ofNullable(after.get(Field.MAX))
                .or(() -> proposal.of(Field.MAX).current());
        return after.containsKey(Field.REORDER_POINT)
                && max.filter(level -> level.signum() > 0 && level.compareTo(after.get(Field.REORDER_POINT)) < 0)
                        .isPresent();
    }
}
