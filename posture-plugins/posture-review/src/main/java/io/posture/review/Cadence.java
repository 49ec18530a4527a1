package io.posture.review;

import io.posture.api.Posture;
import java.time.LocalDate;

/** When an item is looked at again. */
public final class Cadence {

    private Cadence() {}

    /** Days between reviews: monthly for vital and just-in-case items, quarterly for others. */
    public static int days(ItemSnapshot item, ReviewSettings settings) {
        boolean often = item.vital()
                || item.posture()
                        .filter(posture -> posture == Posture.JUST_IN_CASE)
                        .isPresent();
        return often ? settings.monthlyDays() : settings.quarterlyDays();
    }

    /**
     * The day on which an item is due.
     *
     * @param asOf today, which is the day for an item that was never reviewed
     */
    public static LocalDate due(ItemSnapshot item, ReviewSettings settings, LocalDate asOf) {
        return item.reviewedOn()
                .map(reviewed -> reviewed.plusDays(days(item, settings)))
                .orElse(asOf);
    }
}
