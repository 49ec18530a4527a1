package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Forecast of intermittent demand from a smoothed size and a probability that is smoothed in every bucket, so that it fades
 * where demand has stopped.
 */
final class Tsb {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "fc.tsb.1",
            "every bucket p += beta ([x > 0] - p), on demand z += alpha (x - z); p z",
            "Teunter, Syntetos & Babai 2011");

    private Tsb() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("demand per bucket, oldest first, pieces, each at least 0, not empty")
            List<Double> series,

            @Doc("smoothing of the sizes, (0, 1]") double alpha,
            @Doc("smoothing of the probability, (0, 1]") double beta) {

        Inputs {
            series = NumberList.notNegative("series", series);
            Croston.smoothing("alpha", alpha);
            Croston.smoothing("beta", beta);
        }
    }

    /**
     * Result of the calculation.
     *
     * @param size smoothed size z, pieces; absent without demand
     * @param probability smoothed probability of demand in a bucket p, (0, 1]; absent without demand
     * @param forecast pieces a bucket
     */
    record Result(OptionalDouble size, OptionalDouble probability, double forecast) {}

    static Result calculate(Inputs inputs) {
        return of(NumberList.array(inputs.series), inputs.alpha, inputs.beta);
    }

    /**
     * The forecast for the bucket after the last.
     *
     * @param series pieces per bucket, oldest first, each at least 0
     * @param alpha smoothing of the sizes, (0, 1]
     * @param beta smoothing of the probability, (0, 1]
     */
    static Result of(double[] series, double alpha, double beta) {
        double size = 0;
        double probability = 0;
        boolean begun = false;
        for (int i = 0; i < series.length; i++) {
            boolean demand = series[i] > 0;
            if (begun) {
                probability += beta * ((demand ? 1 : 0) - probability);
                size += demand ? alpha * (series[i] - size) : 0;
            } else if (demand) {
                begun = true;
                probability = 1.0 / (i + 1);
                size = series[i];
            }
        }
        return begun
                ? new Result(OptionalDouble.of(size), OptionalDouble.of(probability), size * probability)
                : new Result(OptionalDouble.empty(), OptionalDouble.empty(), 0);
    }
}
