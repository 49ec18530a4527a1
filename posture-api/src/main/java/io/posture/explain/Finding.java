package io.posture.explain;

import java.util.List;
import java.util.Objects;

/**
 * An explained statement: a class, a code, a fact, or that something is unknown.
 *
 * @param name name of the statement, for example {@code abc}
 * @param value what was found, for example {@code A}
 * @param origin where the statement comes from
 * @param because what it was made from
 */
public record Finding(String name, String value, Origin origin, List<Explanation> because) implements Explanation {

    private static final long serialVersionUID = 1;

    /** The value of a finding that says a fact is not known. */
    public static final String UNKNOWN = "unknown";

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Finding {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a finding needs a name");
        }
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
        because = List.copyOf(because);
    }

    /** A finding that was made from others. */
    public static Finding of(String name, String value, Origin origin, Explanation... because) {
        return new Finding(name, value, origin, List.of(because));
    }

    /** A finding read from the input. */
    public static Finding input(String name, String value) {
        return new Finding(name, value, new Origin.Input(name, ""), List.of());
    }

    /**
     * A fact that nobody has supplied.
     *
     * @param name name of the fact
     * @param remedy what would make it known
     */
    public static Finding unknown(String name, String remedy) {
        return new Finding(name, UNKNOWN, new Origin.Assumption("not in the data", remedy), List.of());
    }

    @Override
    public String text() {
        return value;
    }
}
