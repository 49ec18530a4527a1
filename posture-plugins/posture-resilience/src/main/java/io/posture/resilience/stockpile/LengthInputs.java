package io.posture.resilience.stockpile;

import io.posture.spi.Doc;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A law of disruption lengths as documents write it. */
public record LengthInputs(
        @Doc("law of the lengths") Type type,

        @Doc("mean length, days, above 0; default 30 where LOGNORMAL")
        OptionalDouble mean,

        @Doc("coefficient of variation, at least 0, of LOGNORMAL; default 1")
        OptionalDouble cv,

        @Doc("lengths of EMPIRICAL, days, at least 0") Optional<List<Double>> days,

        @Doc("their probabilities, 1 together") Optional<List<Double>> probs) {

    private static final double MEAN_DAYS = 30;
    private static final double CV = 1;

    /** The laws. */
    public enum Type {
        /** Any length, with no memory. */
        EXPONENTIAL,
        /** Mostly short, now and then very long. */
        LOGNORMAL,
        /** One of the lengths of a user's scenarios. */
        EMPIRICAL
    }

    /** A law that exists: what belongs to another one is refused. */
    public LengthInputs {
        // built here so that a law that cannot exist is refused where it is read
        of(type, mean, cv, days, probs);
    }

    /** The law. */
    public DisruptionLength length() {
        return of(type, mean, cv, days, probs);
    }

    private static DisruptionLength of(
            Type type,
            OptionalDouble mean,
            OptionalDouble cv,
            Optional<List<Double>> days,
            Optional<List<Double>> probs) {
        boolean empirical = type == Type.EMPIRICAL;
        refuse(type, "mean", empirical && mean.isPresent());
        refuse(type, "cv", type != Type.LOGNORMAL && cv.isPresent());
        refuse(type, "days", !empirical && days.isPresent());
        refuse(type, "probs", !empirical && probs.isPresent());
        return switch (type) {
            case EXPONENTIAL -> DisruptionLength.exponential(mean.orElseThrow(() -> missing(type, "mean")));
            case LOGNORMAL -> DisruptionLength.lognormal(mean.orElse(MEAN_DAYS), cv.orElse(CV));
            case EMPIRICAL ->
                DisruptionLength.empirical(
                        days.orElseThrow(() -> missing(type, "days")), probs.orElseThrow(() -> missing(type, "probs")));
        };
    }

    private static void refuse(Type type, String name, boolean foreign) {
        if (foreign) {
            throw new IllegalArgumentException("a length that is " + type + " has no " + name);
        }
    }

    private static IllegalArgumentException missing(Type type, String name) {
        return new IllegalArgumentException("a length that is " + type + " needs " + name);
    }
}
