package io.posture.profile;

import io.posture.numerics.Require;
import java.util.List;

/** Lists of numbers as documents bring them, checked element by element. */
final class Series {

    private Series() {}

    /**
     * A copy of finite numbers.
     *
     * @throws IllegalArgumentException if the list or an element is null, or an element NaN or infinite
     */
    static List<Double> finite(String name, List<Double> values) {
        // a document may hold null where the type says that none can be
        if (values == null) {
            throw new IllegalArgumentException(name + " must be a list of numbers, was null");
        }
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value == null || !Double.isFinite(value)) {
                throw new IllegalArgumentException(name + "[" + i + "] must be a finite number, was " + value);
            }
        }
        return List.copyOf(values);
    }

    /**
     * A copy of finite numbers of at least 0.
     *
     * @throws IllegalArgumentException if an element is null, negative, NaN or infinite
     */
    static List<Double> notNegative(String name, List<Double> values) {
        List<Double> copy = finite(name, values);
        for (int i = 0; i < copy.size(); i++) {
            Require.notNegative(name + "[" + i + "]", copy.get(i));
        }
        return copy;
    }

    /** @throws IllegalArgumentException if there are fewer values */
    static void atLeast(String name, List<?> values, int count) {
        if (values.size() < count) {
            throw new IllegalArgumentException(name + " must hold at least " + count + " value"
                    + (count == 1 ? "" : "s") + ", held " + values.size());
        }
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
