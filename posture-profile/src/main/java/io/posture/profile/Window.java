package io.posture.profile;

import java.time.LocalDate;

/**
 * Days of history that a run looks at.
 *
 * @param from first day
 * @param asOf last day, the run's date
 * @param monthsFrom first day of the oldest calendar month, so that the full months up to the last day are as many as the window's;
 *     up to a month before the first day
 */
record Window(LocalDate from, LocalDate asOf, LocalDate monthsFrom) {

    /** The months up to a date. */
    static Window of(LocalDate asOf, int months) {
        return new Window(
                asOf.minusMonths(months).plusDays(1),
                asOf,
                asOf.plusDays(1).withDayOfMonth(1).minusMonths(months));
    }

    int firstDay() {
        return Math.toIntExact(from.toEpochDay());
    }

    int lastDay() {
        return Math.toIntExact(asOf.toEpochDay());
    }

    boolean holds(int day) {
        return firstDay() <= day && day <= lastDay();
    }
}
