package io.posture.core;

/** What becomes of an item on which a plugin fails. */
public enum FailurePolicy {
    /** The item is {@code Failed}. */
    FAIL,
    /** The failing step's result is unknown for this item, which is never read as safe, and the item goes on. */
    ISOLATE
}
