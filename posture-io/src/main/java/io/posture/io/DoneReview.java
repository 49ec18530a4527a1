package io.posture.io;

import java.time.LocalDate;

/**
 * A review that was done.
 *
 * @param supplier whether the subject is a supplier; else an item
 * @param subject key of the item or supplier; {@code *} for all of them
 * @param on the day
 * @param by who did it
 * @param note what was found; may be empty
 */
public record DoneReview(boolean supplier, String subject, LocalDate on, String by, String note) {

    /** The subject that stands for all. */
    public static final String ALL = "*";
}
