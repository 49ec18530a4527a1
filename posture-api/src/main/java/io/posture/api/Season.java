package io.posture.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A season that was found.
 *
 * @param bucket length of a season's step
 * @param start first day of the step that {@link #indices} starts at
 * @param indices share of the average step, 1 on average; one for each step of a year
 * @param autocorrelation autocorrelation at one year, of the series without its linear trend
 * @param limit what it had to exceed
 * @param confidence how far to trust it: two cycles are {@link Confidence#LOW}
 */
public record Season(
        Bucket bucket,
        LocalDate start,
        List<Double> indices,
        double autocorrelation,
        double limit,
        Confidence confidence) {

    /** Copies. */
    public Season {
        indices = List.copyOf(indices);
    }

    /** Share of the average step on a day. */
    public double index(LocalDate date) {
        long steps = switch (bucket) {
            case DAY -> ChronoUnit.DAYS.between(start, date);
            case WEEK -> Math.floorDiv(ChronoUnit.DAYS.between(start, date), 7);
            case MONTH -> ChronoUnit.MONTHS.between(start.withDayOfMonth(1), date.withDayOfMonth(1));
        };
        return indices.get(Math.floorMod(steps, indices.size()));
    }
}
