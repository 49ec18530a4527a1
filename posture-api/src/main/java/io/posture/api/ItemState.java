package io.posture.api;

/** How an item is treated, from its lifecycle and its history. */
public enum ItemState {
    /** Fewer than 8 full buckets since its introduction. */
    NEW,
    /** Decided from its own history. */
    ACTIVE,
    /** Flagged, or its end of life is nearer than its lead time. */
    OBSOLETE
}
