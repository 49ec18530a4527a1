package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.List;

/** Safety stock that follows a forecast, bucket by bucket; the last forecast is repeated past the horizon. */
final class TimePhased {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.timePhased.1",
            "SS_t = z sqrt(sum over the next L of (cv f_j)^2 + fbar_t^2 sL^2)",
            "Silver, Pyke & Thomas 2017; DOMAIN E.9");

    private TimePhased() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("forecast of each bucket, pieces, at least 0; at least one")
            List<Double> forecast,

            @Doc("forecast error of a bucket as a share of its forecast, at least 0")
            double errorCv,

            @Doc("lead time, buckets, at least 1") int leadBuckets,

            @Doc("standard deviation of the lead time, buckets, at least 0")
            double leadSdBuckets,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            forecast = List.copyOf(forecast);
            if (forecast.isEmpty()) {
                throw new IllegalArgumentException("forecast must hold at least one bucket, was empty");
            }
            for (int i = 0; i < forecast.size(); i++) {
                Require.notNegative("forecast[" + i + "]", forecast.get(i));
            }
            Require.notNegative("errorCv", errorCv);
            if (leadBuckets < 1) {
                throw new IllegalArgumentException("leadBuckets must be at least 1, was " + leadBuckets);
            }
            Require.notNegative("leadSdBuckets", leadSdBuckets);
            Require.probability("csl", csl);
        }
    }

    /** Safety stock of each bucket, pieces; below 0 for a service level below one half. */
    record Result(List<Double> safetyStock) {

        Result {
            safetyStock = List.copyOf(safetyStock);
        }
    }

    static Result calculate(Inputs inputs) {
        double z = Normal.quantile(inputs.csl);
        int horizon = inputs.forecast.size();
        List<Double> stocks = new ArrayList<>(horizon);
        for (int t = 0; t < horizon; t++) {
            double demand = 0;
            double errorVariance = 0;
            for (int j = t; j < t + inputs.leadBuckets; j++) {
                double forecast = inputs.forecast.get(Math.min(j, horizon - 1));
                demand += forecast;
                errorVariance += inputs.errorCv * forecast * (inputs.errorCv * forecast);
            }
            stocks.add(z * sigma(errorVariance, demand / inputs.leadBuckets, inputs.leadSdBuckets));
        }
        return new Result(stocks);
    }

    /**
     * Deviation of the demand of a lead time around its forecast, pieces.
     *
     * <p>{@code sqrt(sum (cv f_j)^2 + fbar^2 sL^2)}
     *
     * @param errorVariance sum of the squared forecast errors, square pieces
     * @param forecast mean forecast of a bucket, pieces
     * @param leadSd deviation of the lead time, buckets
     */
    static double sigma(double errorVariance, double forecast, double leadSd) {
        return Math.sqrt(errorVariance + forecast * leadSd * (forecast * leadSd));
    }
}
