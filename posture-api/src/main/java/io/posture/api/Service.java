package io.posture.api;

import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;

/**
 * On time in full (OTIF) against the first promise, shrunk towards a pool where lines are few.
 *
 * @param otif posterior mean, 0 to 1
 * @param lower05 its 5 % quantile, 0 to 1: what a lean line may rely on
 * @param upper95 its 95 % quantile, 0 to 1
 * @param hits lines complete by their promise
 * @param due lines due
 * @param pool where the prior comes from: {@code supplier}, {@code lane}, {@code region}, {@code category} or
 *     {@code company}
 * @param priorMean mean of the prior, 0 to 1
 * @param rows the receipts it was read from
 */
public record Service(
        double otif, double lower05, double upper95, int hits, int due, String pool, double priorMean, RowRefs rows) {

    private static final Origin.Formula SHRINK = new Origin.Formula(
            "supply.otifShrink.1",
            "Beta(n0 m0 + hits, n0 (1 - m0) + due - hits), n0 = 10: mean and 5 % quantile",
            "Gelman et al., BDA3 ch. 5");

    /**
     * Checks.
     *
     * @throws IllegalArgumentException unless 0 <= lower05 <= otif <= upper95 <= 1 and 0 <= hits <= due
     */
    public Service {
        if (!(0 <= lower05 && lower05 <= otif && otif <= upper95 && upper95 <= 1)) {
            throw new IllegalArgumentException(
                    "need 0 <= lower05 <= otif <= upper95 <= 1, were " + lower05 + ", " + otif + ", " + upper95);
        }
        if (!(0 <= hits && hits <= due)) {
            throw new IllegalArgumentException("need 0 <= hits <= due, were " + hits + " and " + due);
        }
    }

    /** The mean as an explained figure. */
    public Figure otifFigure() {
        return figure("otif", otif);
    }

    /** The lower bound as an explained figure. */
    public Figure lowerFigure() {
        return figure("otifLower", lower05);
    }

    private Figure figure(String name, double value) {
        Origin.Input receipts = new Origin.Input("receipts.promised_date", rows.toString());
        Origin.Input pooled = new Origin.Input("receipts.promised_date", "lines of the pool: " + pool);
        return Figure.of(
                name,
                value,
                Unit.SHARE,
                SHRINK,
                Figure.of("linesOnTimeInFull", hits, Unit.COUNT, receipts),
                Figure.of("linesDue", due, Unit.COUNT, receipts),
                Finding.of("otifPool", pool, pooled),
                Figure.of("otifPrior", priorMean, Unit.SHARE, pooled));
    }
}
