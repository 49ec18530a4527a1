package io.posture.io;

import io.posture.io.manual.Overrides;
import java.util.List;

/**
 * What people and their customers did, beside the facts that items are decided with.
 *
 * @param deliveries deliveries on customers' orders, in the order of their rows
 * @param overrides values that somebody set by hand
 * @param reviews reviews that were done, in the order of their rows
 * @param announced what was announced of items and their sources
 */
public record Records(
        List<CustomerDelivery> deliveries, Overrides overrides, List<DoneReview> reviews, Announcements announced) {

    /** Nothing was recorded. */
    public static final Records NONE = new Records(List.of(), Overrides.NONE, List.of(), Announcements.NONE);

    /** Copies. */
    public Records {
        deliveries = List.copyOf(deliveries);
        reviews = List.copyOf(reviews);
    }
}
