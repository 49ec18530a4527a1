package io.posture.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The stretches of a history, stable and disrupted kept apart.
 *
 * @param list the stretches, oldest first; empty if nothing was looked for
 * @param byUser whether the user named the windows; else they were found
 * @param levelShift whether the last stretch was long enough to be the new normal
 * @param suspectedShift day of a change of level that is shown to a person and never acted on
 * @param disrupted figures over all disrupted stretches; empty if there is none
 */
public record Stretches(
        List<Stretch> list,
        boolean byUser,
        boolean levelShift,
        Optional<LocalDate> suspectedShift,
        Optional<Disrupted> disrupted) {

    /** Nothing but one stable stretch. */
    public static final Stretches NONE = new Stretches(List.of(), false, false, Optional.empty(), Optional.empty());

    /**
     * Figures over all disrupted stretches: the mean of all their buckets, and the deviation within stretches, so that
     * shifts between them do not pass as noise.
     *
     * @param mean pieces a day, or days of lead time
     * @param sd of a day's pieces, or days of lead time
     * @param share share of the history's time, (0, 1]
     */
    public record Disrupted(double mean, double sd, double share) {}

    /** Copies. */
    public Stretches {
        list = List.copyOf(list);
    }
}
