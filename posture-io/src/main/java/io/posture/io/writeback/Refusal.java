package io.posture.io.writeback;

import java.util.Locale;

/**
 * Why a row is not written.
 *
 * @param proposal the row
 * @param reason the guard
 * @param text what it saw, with values and a remedy
 */
record Refusal(Proposal proposal, Reason reason, String text) {

    /** Guards. */
    enum Reason {
        /** The run did not decide on the item. */
        NOT_DECIDED,
        /** The user's system holds the item at several places. */
        SEVERAL_LOCATIONS,
        /** The target needs the key of the user's system. */
        NO_SOURCE_KEY,
        /** The target needs the place. */
        NO_LOCATION,
        /** A value that would be overwritten is unknown, so it could not be rolled back. */
        OLD_VALUE_UNKNOWN,
        /** The target would clear a field of which nothing is known. */
        FIELD_UNKNOWN,
        /** The user's system has the item no more. */
        GONE_FROM_SOURCE,
        /** The user's system holds something else now than the run saw. */
        SOURCE_MOVED,
        /** The change is too large a part of what is held. */
        CHANGE_PERCENT,
        /** The change is worth too much. */
        CHANGE_VALUE;

        /** Name as cover sheets write it: {@code change-value}. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
