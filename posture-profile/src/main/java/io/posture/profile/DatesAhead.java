package io.posture.profile;

import io.posture.api.RowRefs;
import java.time.LocalDate;
import java.util.List;

/**
 * A few dates that lie more than a year ahead of all others, as a mistyped year does.
 *
 * @param newest the newest of them
 * @param before the newest of the others
 * @param rows how many rows have them
 * @param places the rows, by table
 */
public record DatesAhead(LocalDate newest, LocalDate before, int rows, List<RowRefs> places) {

    /** Copies. */
    public DatesAhead {
        places = List.copyOf(places);
    }
}
