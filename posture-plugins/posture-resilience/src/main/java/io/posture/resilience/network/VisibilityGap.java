package io.posture.resilience.network;

/**
 * A part of the map that is not known. What is not known cannot fail in a program, so that every impact is at least what
 * it says.
 *
 * @param kind what is missing
 * @param subject id of the part or place, or the cycle in words
 */
public record VisibilityGap(Kind kind, String subject) {

    /** What is missing. */
    public enum Kind {
        /** Nobody is known to make or deliver a part: it never runs out. */
        SOURCE_UNKNOWN,
        /** A part comes from a place behind which nothing is known. */
        TIER_BEHIND_UNKNOWN,
        /** The region of a place is not known: no region takes it down. */
        REGION_UNKNOWN,
        /** How long a place needs to recover is not known: it has no impact of its own. */
        RECOVERY_UNKNOWN,
        /** Parts or places need themselves: the cycle is cut where it closes. */
        CYCLE_CUT
    }
}
