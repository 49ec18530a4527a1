package io.posture.review;

import io.posture.numerics.Require;
import java.util.OptionalDouble;

/**
 * A key figure with what it was counted from.
 *
 * @param name in the spelling of documents, for example {@code line_fill}
 * @param value empty if there is nothing to count or the data are missing
 * @param unit share, days, money, turns and so on
 * @param numerator what the value is a part of; empty where it is no quotient
 * @param denominator what it was divided by; empty where it is no quotient
 * @param observations lines, orders, events or items that were counted
 * @param coverage share of all of them of which enough was known to count them, [0, 1]
 * @param status how far it can be trusted
 * @param note what a reader must know, or what would make it available; may be empty
 */
public record KeyFigure(
        String name,
        OptionalDouble value,
        String unit,
        OptionalDouble numerator,
        OptionalDouble denominator,
        int observations,
        double coverage,
        Status status,
        String note) {

    /** How far a figure can be trusted. */
    public enum Status {
        /** Counted in records. */
        MEASURED,
        /** Something in it stands in for a record. */
        ESTIMATED,
        /** The data are missing. */
        NOT_AVAILABLE;

        /** How it is written. */
        public String code() {
            return switch (this) {
                case MEASURED -> "measured";
                case ESTIMATED -> "estimated";
                case NOT_AVAILABLE -> "not_available";
            };
        }
    }

    /** Checks. */
    public KeyFigure {
        value.ifPresent(number -> Require.finite(name, number));
        Require.share("coverage of " + name, coverage);
        if (status == Status.NOT_AVAILABLE && value.isPresent()) {
            throw new IllegalArgumentException(name + " is not available, but has a value");
        }
    }

    /** A figure for which there are no data. */
    static KeyFigure missing(String name, String unit, String remedy) {
        OptionalDouble none = OptionalDouble.empty();
        return new KeyFigure(name, none, unit, none, none, 0, 0, Status.NOT_AVAILABLE, remedy);
    }

    /** A quotient; without a denominator it is not available. */
    static KeyFigure quotient(
            String name, String unit, double scale, double numerator, double denominator, Counted counted) {
        OptionalDouble value = Ratio.of(scale * numerator, denominator);
        return new KeyFigure(
                name,
                value,
                unit,
                OptionalDouble.of(numerator),
                OptionalDouble.of(denominator),
                counted.observations,
                counted.coverage(),
                value.isEmpty() ? Status.NOT_AVAILABLE : counted.estimated ? Status.ESTIMATED : Status.MEASURED,
                value.isEmpty() ? "nothing to divide by" : "");
    }

    /** A number that is no quotient. */
    static KeyFigure number(String name, String unit, double value, Counted counted) {
        return new KeyFigure(
                name,
                OptionalDouble.of(value),
                unit,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                counted.observations,
                counted.coverage(),
                counted.estimated ? Status.ESTIMATED : Status.MEASURED,
                "");
    }

    /** The same with something that a reader must know. */
    public KeyFigure withNote(String other) {
        return new KeyFigure(name, value, unit, numerator, denominator, observations, coverage, status, other);
    }

    /**
     * What was counted.
     *
     * @param observations of which enough was known
     * @param all with those of which it was not
     * @param estimated whether something stands in for a record
     */
    record Counted(int observations, int all, boolean estimated) {

        static Counted all(int observations) {
            return new Counted(observations, observations, false);
        }

        double coverage() {
            return all == 0 ? 0 : (double) observations / all;
        }
    }
}
