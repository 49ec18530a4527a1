package io.posture.io.writeback;

/** What a column of a write-back file holds. */
sealed interface Cell {

    /** A part of the key. */
    enum Key implements Cell {
        /** The item's key as the run has it. */
        ITEM,
        /** The key of the user's system; the item's key where none was given. */
        SOURCE_KEY_OR_ITEM,
        /** The key of the user's system; a row cannot do without. */
        SOURCE_KEY,
        /** The place as the user's system names it; may be the run's stand-in for an unknown one. */
        LOCATION_OR_DEFAULT,
        /** The place as the user's system names it; a row cannot do without. */
        LOCATION
    }

    /** A quantity. */
    record Quantity(Field field) implements Cell {}

    /** The same text in every row. */
    record Constant(String text) implements Cell {}

    /** The day of the run, {@code YYYY-MM-DD}. */
    record AsOf() implements Cell {}
}
