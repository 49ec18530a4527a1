package io.posture.review;

import io.posture.numerics.Require;
import java.time.LocalDate;

/**
 * How far demand was from what runs had forecast, added up since the last review.
 *
 * @param since first day that was compared
 * @param periods periods of demand that were compared, above 0
 * @param forecastPieces what was forecast for them, at least 0
 * @param errorPieces demand less forecast
 * @param madPieces mean absolute deviation that chance gives to that error, at least 0: with independent periods the root of the
 *     sum of their squares (DOMAIN E.8)
 * @param hidden whether stock-outs hid demand, so that a demand below the forecast says nothing
 */
public record ForecastErrors(
        LocalDate since, int periods, double forecastPieces, double errorPieces, double madPieces, boolean hidden) {

    private static final double MAD_OF_NORMAL = Math.sqrt(2 / Math.PI);

    /** Checks. */
    public ForecastErrors {
        Require.positive("periods", periods);
        Require.notNegative("forecastPieces", forecastPieces);
        Require.finite("errorPieces", errorPieces);
        Require.notNegative("madPieces", madPieces);
    }

    /**
     * The errors of one period.
     *
     * @param start its first day
     * @param pieces demand, at least 0
     * @param forecast pieces, at least 0
     * @param sd standard deviation of its demand, pieces, at least 0
     */
    public static ForecastErrors of(LocalDate start, double pieces, double forecast, double sd) {
        return new ForecastErrors(start, 1, forecast, pieces - forecast, MAD_OF_NORMAL * sd, false);
    }

    /** These and later ones. */
    public ForecastErrors plus(ForecastErrors later) {
        return new ForecastErrors(
                since,
                periods + later.periods,
                forecastPieces + later.forecastPieces,
                errorPieces + later.errorPieces,
                Math.hypot(madPieces, later.madPieces),
                hidden || later.hidden);
    }

    /** The same where stock-outs hid demand. */
    public ForecastErrors withHidden() {
        return new ForecastErrors(since, periods, forecastPieces, errorPieces, madPieces, true);
    }
}
