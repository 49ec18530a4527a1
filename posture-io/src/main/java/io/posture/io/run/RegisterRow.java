package io.posture.io.run;

import io.posture.api.Outcome;
import io.posture.io.Import;
import io.posture.io.policy.Policy;
import java.util.Map;
import java.util.Optional;

/** The row of the register that an outcome would have, for those who look at single items. */
public final class RegisterRow {

    private RegisterRow() {}

    /**
     * Cells by column, in the order of the register; a cell that is unknown is empty.
     *
     * @param outcome the outcome
     * @param imported the input, which knows what the user's system holds of the item today
     * @param policy the policy in force
     */
    public static Map<String, String> of(Outcome outcome, Import imported, Policy policy) {
        ItemResult result = ItemResult.of(outcome, imported, policy, Optional.empty());
        Map<String, String> cells = RegisterWriter.cells(result);
        // a matter of the run, not of the item
        cells.remove("review_due");
        return cells;
    }
}
