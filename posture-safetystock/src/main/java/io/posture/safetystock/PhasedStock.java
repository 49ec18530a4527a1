package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.List;

/** Safety stock that follows a forecast, bucket by bucket: for seasonal demand, and for volatile demand of long lead. */
final class PhasedStock {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.timePhased.1",
            "max(0, z * sqrt(sum over the next L buckets of (cv f)^2 + (mean f of them)^2 sL^2))",
            "Silver, Pyke & Thomas 2017; Graves & Willems 2008");

    private PhasedStock() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("forecast per bucket, pieces, each at least 0, at least one; the last is repeated beyond its end")
            List<Double> forecast,

            @Doc("standard deviation of the forecast error over the forecast, at least 0")
            double errorCv,

            @Doc("lead time, whole buckets, at least 1") int leadBuckets,

            @Doc("standard deviation of the lead time, buckets, at least 0")
            double leadSdBuckets,

            @Doc("cycle service level, (0, 1)") double csl) {

        Inputs {
            forecast = Require.notEmpty("forecast", Require.notNegative("forecast", forecast));
            Require.notNegative("errorCv", errorCv);
            if (leadBuckets < 1) {
                throw new IllegalArgumentException("leadBuckets must be at least 1, was " + leadBuckets);
            }
            Require.notNegative("leadSdBuckets", leadSdBuckets);
            Require.probability("csl", csl);
        }
    }

    /** Safety stock per bucket of the forecast, pieces, each at least 0. */
    record Result(List<Double> safetyStock) {}

    static Result calculate(Inputs inputs) {
        double z = Math.max(0, Normal.quantile(inputs.csl));
        int last = inputs.forecast.size() - 1;
        int lead = inputs.leadBuckets;
        double repeated = inputs.forecast.get(last);
        List<Double> stocks = new ArrayList<>(last + 1);
        for (int t = 0; t <= last; t++) {
            int end = lead > last - t ? last + 1 : t + lead;
            // a lead time beyond the horizon repeats the last forecast
            double beyond = lead - (double) (end - t);
            double sum = beyond * repeated;
            double squares = beyond * repeated * repeated;
            for (double f : inputs.forecast.subList(t, end)) {
                sum += f;
                squares += f * f;
            }
            double mean = sum / lead;
            stocks.add(z * sigma(inputs.errorCv * inputs.errorCv * squares, mean, inputs.leadSdBuckets));
        }
        return new Result(List.copyOf(stocks));
    }

    /**
     * Standard deviation of the demand of a lead time around its forecast, pieces.
     *
     * @param errorVariance sum over the buckets of (cv f)^2, square pieces
     * @param mean mean forecast of them, pieces a bucket
     * @param leadSdBuckets standard deviation of the lead time, buckets
     */
    private static double sigma(double errorVariance, double mean, double leadSdBuckets) {
        double late = mean * leadSdBuckets;
        return Math.sqrt(errorVariance + late * late);
    }
}
