package io.posture.numerics;

import java.util.List;

/** Checks of arguments; each message names the argument, the allowed range and the value. NaN never passes. */
public final class Require {

    private Require() {}

    /** A finite number. */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }

    /** A finite number above 0. */
    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
        }
        return value;
    }

    /** A finite number of at least 0. */
    public static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, was " + value);
        }
        return value;
    }

    /** A number in [0, 1]. */
    public static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
        return value;
    }

    /** A number in (0, 1). */
    public static double probability(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1), was " + value);
        }
        return value;
    }

    /**
     * A copy of finite numbers of at least 0.
     *
     * @throws IllegalArgumentException if the list or an element is null, or an element negative, NaN or infinite
     */
    public static List<Double> notNegative(String name, List<Double> values) {
        // a document may hold null where the type says that none can be
        if (values == null) {
            throw new IllegalArgumentException(name + " must be a list of numbers, was null");
        }
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            notNegative(name + "[" + i + "]", value == null ? Double.NaN : value);
        }
        return List.copyOf(values);
    }

    /** Something in a list. */
    public static <T> List<T> notEmpty(String name, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " must hold at least one element, was empty");
        }
        return values;
    }
}
