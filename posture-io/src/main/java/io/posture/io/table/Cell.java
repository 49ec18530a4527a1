package io.posture.io.table;

import io.posture.io.input.RejectCode;

/** What a cell turns out to be. */
public sealed interface Cell {

    /** Nothing is known. */
    Cell UNKNOWN = new Unknown();

    /**
     * A value: {@code String} for texts and choices, {@code Double}, {@code LocalDate} or {@code Boolean}.
     *
     * @param value the value
     */
    record Known(Object value) implements Cell {}

    /** Nothing is known. */
    record Unknown() implements Cell {}

    /**
     * Not what the column needs.
     *
     * @param code why
     * @param what the rest of a sentence that begins with column and value: {@code is not a number}
     * @param fix what to do
     */
    record Bad(RejectCode code, String what, String fix) implements Cell {}
}
