package io.posture.safetystock;

import io.posture.api.DemandClass;
import io.posture.api.DemandProfile;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.Optional;

/**
 * Forecast of intermittent demand by the method that suits it.
 *
 * @param method how it was made
 * @param perBucket pieces a bucket, at least 0
 * @param meanInterval mean number of buckets from one demand to the next up to the last demand; 0 without demand
 * @param bucketsSinceDemand buckets without demand at the end
 */
record IntermittentForecast(Method method, double perBucket, double meanInterval, int bucketsSinceDemand) {

    /** Customary smoothing of sizes, intervals and probabilities. */
    static final double SMOOTHING = 0.1;

    /** A gap of three mean intervals has a chance of e^-3, about 5 %, while demand goes on as before. */
    private static final double AGEING_INTERVALS = 3;

    private static final Origin.Formula METHOD = new Origin.Formula(
            "fc.method.1", "TSB if no demand for more than 3 mean intervals, else SBA", "DOMAIN E.16");
    private static final Origin.Formula SBA = new Origin.Formula(
            "fc.sba.1",
            "(1 - beta / 2) z / p, sizes z and intervals p smoothed with alpha = beta = 0.1",
            "Croston 1972; Syntetos & Boylan 2005");
    private static final Origin.Formula INTERVAL =
            new Origin.Formula("fc.interval.1", "buckets up to the last demand / buckets with demand", "DOMAIN E.16");

    /** How a forecast is made. */
    enum Method {
        /** Syntetos and Boylan's approximation, for demand that goes on. */
        SBA,
        /** Teunter, Syntetos and Babai's, which fades, for demand that may have stopped. */
        TSB
    }

    /**
     * The forecast for the bucket after the last.
     *
     * @param series pieces per bucket, oldest first, each at least 0
     * @param alpha smoothing of the sizes, (0, 1]
     * @param beta smoothing of intervals and probability, (0, 1]
     */
    static IntermittentForecast of(double[] series, double alpha, double beta) {
        int last = -1;
        int buckets = 0;
        for (int i = 0; i < series.length; i++) {
            if (series[i] > 0) {
                last = i;
                buckets++;
            }
        }
        double interval = buckets == 0 ? 0 : (last + 1.0) / buckets;
        int since = series.length - 1 - last;
        boolean ageing = since > AGEING_INTERVALS * interval;
        return ageing
                ? new IntermittentForecast(
                        Method.TSB, Tsb.of(series, alpha, beta).forecast(), interval, since)
                : new IntermittentForecast(
                        Method.SBA, Croston.of(series, alpha, beta).sba(), interval, since);
    }

    /** The forecast as an explained figure; empty if demand is not intermittent. Lots are sized on the mean, not on this. */
    static Optional<Figure> figure(DemandProfile demand) {
        boolean intermittent =
                demand.demandClass() == DemandClass.INTERMITTENT || demand.demandClass() == DemandClass.LUMPY;
        if (!intermittent || demand.history().length() == 0) {
            return Optional.empty();
        }
        IntermittentForecast forecast = of(demand.history().toArray(), SMOOTHING, SMOOTHING);
        Explanation buckets = demand.bucketsFigure();
        Finding method = Finding.of(
                "forecastMethod",
                forecast.method.name(),
                METHOD,
                Figure.of(
                        "bucketsSinceDemand",
                        forecast.bucketsSinceDemand,
                        Unit.COUNT,
                        new Origin.Input("demand.quantity", demand.rows().toString())),
                Figure.of("meanInterval", forecast.meanInterval, Unit.NONE, INTERVAL, buckets));
        return Optional.of(Figure.of(
                "forecastPerBucket",
                forecast.perBucket,
                Unit.PIECES,
                forecast.method == Method.SBA ? SBA : Tsb.FORMULA,
                method,
                buckets));
    }
}
