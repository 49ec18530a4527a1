package io.posture.analysis.review;

import io.posture.api.Bucket;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.io.run.ReviewMemory;
import io.posture.review.ForecastErrors;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares what a run had forecast of an item with the demand that came: every bucket once, with the forecast of the last run before
 * it, which is its mean demand times the index of the season. Errors add up until somebody reviews the item.
 */
final class ForecastTracking {

    private static final String MEAN = "demand_per_day";
    private static final String DEVIATION = "demand_sd_per_day";
    private static final String UNTIL = "demand_until";
    private static final String SINCE = "forecast_since";
    private static final String PERIODS = "forecast_periods";
    private static final String FORECAST = "forecast_pieces";
    private static final String ERROR = "forecast_error";
    private static final String MAD = "forecast_mad";
    private static final String HIDDEN = "forecast_hidden";

    private ForecastTracking() {}

    /** Adds what later runs compare with. */
    static void remember(DemandProfile demand, Map<String, Double> numbers, Map<String, LocalDate> days) {
        numbers.put(MEAN, demand.meanPerDay());
        demand.sdPerDay().ifPresent(deviation -> numbers.put(DEVIATION, deviation));
        if (demand.history().length() > 0) {
            days.put(UNTIL, demand.history().end());
        }
    }

    /** Adds the errors up to a run. */
    static void remember(ForecastErrors errors, Map<String, Double> numbers, Map<String, LocalDate> days) {
        days.put(SINCE, errors.since());
        numbers.put(PERIODS, (double) errors.periods());
        numbers.put(FORECAST, errors.forecastPieces());
        numbers.put(ERROR, errors.errorPieces());
        numbers.put(MAD, errors.madPieces());
        if (errors.hidden()) {
            numbers.put(HIDDEN, 1.0);
        }
    }

    /** The errors up to a run, as it remembers them; empty if nothing was compared. */
    static Optional<ForecastErrors> of(ReviewMemory.Facts run) {
        return run.day(SINCE)
                .map(since -> new ForecastErrors(
                        since,
                        (int) run.number(PERIODS).orElseThrow(),
                        run.number(FORECAST).orElseThrow(),
                        run.number(ERROR).orElseThrow(),
                        run.number(MAD).orElseThrow(),
                        run.number(HIDDEN).isPresent()));
    }

    /**
     * The errors up to a run.
     *
     * @param demand of the item in the run
     * @param then the item in the run of an earlier day
     * @param thenOn the day of that
     * @param reviewedOn day of the last review up to the run
     */
    static Optional<ForecastErrors> after(
            DemandProfile demand, ReviewMemory.Facts then, LocalDate thenOn, LocalDate reviewedOn) {
        boolean reviewed = reviewedOn.isAfter(then.standing().reviewedOn());
        Optional<ForecastErrors> errors = reviewed ? Optional.empty() : of(then);
        OptionalDouble mean = then.number(MEAN);
        OptionalDouble deviation = then.number(DEVIATION);
        if (mean.isEmpty() || deviation.isEmpty()) {
            return errors;
        }
        LocalDate from = then.day(UNTIL).orElse(thenOn);
        if (reviewed && reviewedOn.isAfter(from)) {
            from = reviewedOn;
        }
        DemandHistory history = demand.history();
        Bucket bucket = history.bucket();
        double sd = deviation.getAsDouble() * Math.sqrt(bucket.days());
        LocalDate start = history.firstBucket();
        for (int i = 0; i < history.length(); i++) {
            if (!start.isBefore(from)) {
                LocalDate day = start;
                double index = demand.signals()
                        .season()
                        .map(season -> season.index(day))
                        .orElse(1.0);
                ForecastErrors one =
                        ForecastErrors.of(start, history.pieces(i), mean.getAsDouble() * bucket.days() * index, sd);
                errors = Optional.of(errors.map(sum -> sum.plus(one)).orElse(one));
            }
            start = bucket.next(start);
        }
        return demand.signals().censoring().isPresent() ? errors.map(ForecastErrors::withHidden) : errors;
    }
}
