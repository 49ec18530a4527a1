package io.posture.profile;

import java.time.LocalDate;

/**
 * Days of history that a run looks at.
 *
 * @param from first day
 * @param asOf last day, the run's date
 */
record Window(LocalDate from, LocalDate asOf) {

    /** The months up to a date. */
    static Window of(LocalDate asOf, int months) {
        return new Window(asOf.minusMonths(months).plusDays(1), asOf);
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
