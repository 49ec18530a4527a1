package io.posture.api;

/** Whether a supplier may be bought from. */
public enum SupplierStatus {
    /** Bought from. */
    APPROVED,
    /** Qualified, may be bought from at once. */
    QUALIFIED,
    /** Known, not qualified. */
    CANDIDATE,
    /** Must not be bought from. */
    BLOCKED
}
