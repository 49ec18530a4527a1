package io.posture.explain;

import java.io.Serializable;
import java.time.LocalDate;

/** Where a value comes from. */
public sealed interface Origin extends Serializable {

    /**
     * Read from the data.
     *
     * @param field column or property, for example {@code items.unit_cost}
     * @param where the rows it was read from, for example {@code orders.csv rows 12, 40}; empty if not a file
     */
    record Input(String field, String where) implements Origin {
        private static final long serialVersionUID = 1;
    }

    /**
     * A setting of a pipeline step, a default or the user's.
     *
     * @param step name of the step
     * @param name name of the setting
     */
    record Parameter(String step, String name) implements Origin {
        private static final long serialVersionUID = 1;
    }

    /**
     * Computed.
     *
     * @param id versioned and never reused: a change of the result is a change of the id, for example {@code king.1}
     * @param expression the formula in the symbols of its source
     * @param citation who published it
     */
    record Formula(String id, String expression, String citation) implements Origin {
        private static final long serialVersionUID = 1;
    }

    /**
     * Set by hand, against what was read or computed.
     *
     * @param id key of the override, which depends on its content alone
     * @param field what was set
     * @param reasonCode why, a code
     * @param rationale why, in words
     * @param approvedBy who answers for it
     * @param approvedOn since when
     * @param expiresOn last day on which it holds
     * @param where the row that says so
     */
    record ByHand(
            String id,
            String field,
            String reasonCode,
            String rationale,
            String approvedBy,
            LocalDate approvedOn,
            LocalDate expiresOn,
            String where)
            implements Origin {
        private static final long serialVersionUID = 1;
    }

    /**
     * Stands in for a fact that is not known.
     *
     * @param reason why it stands in
     * @param remedy what would replace it
     */
    record Assumption(String reason, String remedy) implements Origin {
        private static final long serialVersionUID = 1;
    }
}
