package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.OptionalDouble;

/** Do forecasts miss to one side? Sum of their errors over the mean absolute deviation that chance gives to such a sum. */
final class TrackingSignal {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "review.trackingSignal.1",
            "abs(sum of errors) / MAD of that sum > limit; MAD of n periods = MAD of one * sqrt(n)",
            "DOMAIN J.3, E.8; Brown, Smoothing, Forecasting and Prediction, 1963");

    private static final double NOTHING = 1e-9;

    private TrackingSignal() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("sum of demand less forecast, pieces") double error,

            @Doc(
                    "mean absolute deviation that chance gives to that sum, pieces, at least 0; of one period times the square root of the periods")
            double mad,

            @Doc("largest ratio that is still taken for chance, above 0; 4 is customary")
            double limit) {

        Inputs {
            Require.finite("error", error);
            Require.notNegative("mad", mad);
            Require.positive("limit", limit);
        }
    }

    /** The signal, empty if no deviation is expected at all and any is one, and whether it exceeds the limit. */
    record Result(OptionalDouble signal, boolean exceeded) {}

    static Result calculate(Inputs inputs) {
        double error = Math.abs(inputs.error);
        if (inputs.mad == 0) {
            return new Result(OptionalDouble.empty(), error > NOTHING);
        }
        double signal = error / inputs.mad;
        return new Result(OptionalDouble.of(signal), signal > inputs.limit);
    }
}
