package io.posture.safetystock;

import io.posture.numerics.Require;
import java.util.List;

/** Checks of a demand series and of how it is smoothed. */
final class DemandSeries {

    private DemandSeries() {}

    /**
     * A copy of the series.
     *
     * @throws IllegalArgumentException if it is empty, or a value is negative or not finite
     */
    static List<Double> required(String name, List<Double> series) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException(name + " must have at least one value, had none");
        }
        for (int i = 0; i < series.size(); i++) {
            Require.notNegative(name + "[" + i + "]", series.get(i));
        }
        return List.copyOf(series);
    }

    /** A smoothing constant in (0, 1]. */
    static double smoothing(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], was " + value);
        }
        return value;
    }

    static double[] array(List<Double> series) {
        return series.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
