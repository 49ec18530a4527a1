package io.posture.io;

import io.posture.api.ItemId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When items were last reviewed by somebody. */
public final class ReviewDays {

    private final Map<String, LocalDate> bySubject = new HashMap<>();

    /**
     * The days of reviews.
     *
     * @param reviews those that were done
     * @param until later ones are left out
     */
    public ReviewDays(List<DoneReview> reviews, LocalDate until) {
        for (DoneReview review : reviews) {
            if (!review.supplier() && !review.on().isAfter(until)) {
                bySubject.merge(review.subject(), review.on(), (a, b) -> a.isBefore(b) ? b : a);
            }
        }
    }

    /** The day of the last review of an item, or a day that is known already, whichever is later. */
    public LocalDate last(ItemId id, LocalDate known) {
        LocalDate day = known;
        for (String subject : List.of(id.sku(), id.toString(), DoneReview.ALL)) {
            LocalDate done = bySubject.getOrDefault(subject, day);
            day = done.isAfter(day) ? done : day;
        }
        return day;
    }
}
