package io.posture.explain;

import java.util.List;
import java.util.Objects;

/**
 * An explained number.
 *
 * @param name name of the quantity, for example {@code safetyStock}
 * @param value finite; a quantity that is unknown is a {@link Finding}, never a NaN
 * @param unit unit of the value
 * @param origin where the value comes from
 * @param because what it was made from, in the order the formula names them
 */
public record Figure(String name, double value, Unit unit, Origin origin, List<Explanation> because)
        implements Explanation {

    private static final long serialVersionUID = 1;

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the name is blank or the value is NaN or infinite
     */
    public Figure {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a figure needs a name");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("figure '" + name + "' must be finite, was " + value);
        }
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(origin, "origin");
        because = List.copyOf(because);
    }

    /** A figure that was made from others. */
    public static Figure of(String name, double value, Unit unit, Origin origin, Explanation... because) {
        return new Figure(name, value, unit, origin, List.of(because));
    }

    /** A figure read from the input. */
    public static Figure input(String name, double value, Unit unit) {
        return new Figure(name, value, unit, new Origin.Input(name, ""), List.of());
    }

    /** This figure under another name: same value, unit, origin and reasons. */
    public Figure named(String newName) {
        return new Figure(newName, value, unit, origin, because);
    }

    @Override
    public String text() {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
