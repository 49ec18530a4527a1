package io.posture.profile;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * Days of history that a run looks at.
 *
 * @param from first day
 * @param asOf last day, the run's date
 * @param monthsFrom first day of the oldest calendar month, so that the full months up to the last day are as many as the window's;
 *     up to a month before the first day
 */
record Window(LocalDate from, LocalDate asOf, LocalDate monthsFrom) {

    private static final int DAYS_PER_WEEK = 7;

    /** The months up to a date. */
    static Window of(LocalDate asOf, int months) {
        return new Window(
                asOf.minusMonths(months).plusDays(1),
                asOf,
                asOf.plusDays(1).withDayOfMonth(1).minusMonths(months));
    }

    /**
     * The day from which months count: the first of a month, so that a window of two years holds two full seasons, unless the
     * data of the run begin later in that month and would show it half empty.
     *
     * @param firstLine first day with a line; empty without lines
     */
    LocalDate monthsFrom(OptionalInt firstLine) {
        boolean whole = firstLine.isEmpty()
                || firstLine.getAsInt() < monthsFrom.plusDays(DAYS_PER_WEEK).toEpochDay();
        return whole ? monthsFrom : from;
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
