package io.posture.api;

/** Where an item stands in its life, as the user's system says. */
public enum Lifecycle {
    /** Lately introduced. */
    NEW,
    /** In normal use. */
    ACTIVE,
    /** Still needed, but ending; the end of life date makes it obsolete. */
    PHASE_OUT,
    /** Not to be replenished. */
    OBSOLETE
}
