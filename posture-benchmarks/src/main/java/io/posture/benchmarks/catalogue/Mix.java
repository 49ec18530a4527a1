package io.posture.benchmarks.catalogue;

import io.posture.benchmarks.Draws;
import java.util.Arrays;
import java.util.List;

/**
 * Values and how often each occurs.
 *
 * @param values the values
 * @param weights a weight for each of the first values, at least 0; they need not add up to 1
 */
record Mix<T>(List<T> values, List<Double> weights) {

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only copied
    static <T> Mix<T> of(List<Double> weights, T... values) {
        return new Mix<>(List.of(values), weights);
    }

    T draw(Draws draws) {
        return values.get(
                draws.weighted(weights.stream().mapToDouble(weight -> weight).toArray()));
    }

    static List<Double> weights(double... weights) {
        return Arrays.stream(weights).boxed().toList();
    }
}
