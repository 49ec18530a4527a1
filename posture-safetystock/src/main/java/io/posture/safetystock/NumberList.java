package io.posture.safetystock;

import io.posture.numerics.Require;
import java.util.List;

/** Lists of numbers as documents bring them, checked element by element. */
final class NumberList {

    private NumberList() {}

    /**
     * A copy of finite numbers of at least 0.
     *
     * @throws IllegalArgumentException if the list is empty or null, or an element is null, negative or not finite
     */
    static List<Double> notNegative(String name, List<Double> values) {
        // a document may hold null where the type says that none can be
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException(name + " must have at least one number, was " + values);
        }
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            Require.notNegative(name + "[" + i + "]", value == null ? Double.NaN : value);
        }
        return List.copyOf(values);
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
