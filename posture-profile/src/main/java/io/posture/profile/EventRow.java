package io.posture.profile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A disruption of supply.
 *
 * @param scope what it hit
 * @param ref key of that: a supplier, a place, a region or country, a route, or an item; for {@link Scope#INDUSTRY} whatever it is
 * @param from first day
 * @param to first day on which it was over; empty if it is not
 * @param knownOn day on which the row was true; an open one is as old as that day; empty for the run's date
 * @param row row number in the source, from 1; 0 if there is none
 */
public record EventRow(
        Scope scope, String ref, LocalDate from, Optional<LocalDate> to, Optional<LocalDate> knownOn, int row) {

    /** What a disruption can hit. */
    public enum Scope {
        /** A supplier as a whole. */
        SUPPLIER,
        /** A place behind suppliers. */
        SITE,
        /** A region or country. */
        REGION,
        /** A route. */
        LANE,
        /** An item, whoever delivers it. */
        ITEM,
        /** A company of the industry that is no own source: only how long it lasted counts. */
        INDUSTRY
    }

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if what it hit has no key, or it was over before it began
     */
    public EventRow {
        if (ref.isBlank()) {
            throw new IllegalArgumentException("a disruption needs the key of what it hit");
        }
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("a disruption that began on " + from + " cannot be over on " + to.get());
        }
    }
}
