package io.posture.review;

import java.time.LocalDate;

/**
 * A value that somebody set by hand.
 *
 * @param field what was set
 * @param value to what
 * @param reason why, not empty
 * @param approver who answers for it, not empty
 * @param approvedOn since when
 * @param expiresOn last day on which it holds, not before approvedOn
 */
public record ManualDecision(
        String field, String value, String reason, String approver, LocalDate approvedOn, LocalDate expiresOn) {

    /** Checks. */
    public ManualDecision {
        if (reason.isBlank() || approver.isBlank()) {
            throw new IllegalArgumentException("a value of '" + field
                    + "' set by hand needs a reason and an approver, were '" + reason + "' and '" + approver + "'");
        }
        if (expiresOn.isBefore(approvedOn)) {
            throw new IllegalArgumentException("a value of '" + field + "' set by hand expires on " + expiresOn
                    + ", before it was approved on " + approvedOn);
        }
    }
}
