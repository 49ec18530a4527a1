package io.posture.profile;

import io.posture.api.Regime;
import java.time.LocalDate;

/**
 * A window of time that the user labels.
 *
 * @param regime its kind
 * @param from first day
 * @param to last day, not before the first
 * @param note why, for a reader; may be empty
 */
public record Period(Regime regime, LocalDate from, LocalDate to, String note) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("period from " + from + " must not end before it, ended on " + to);
        }
    }
}
