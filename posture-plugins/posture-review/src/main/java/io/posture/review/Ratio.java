package io.posture.review;

import java.util.OptionalDouble;

/** Quotients whose denominator may be 0. */
final class Ratio {

    private Ratio() {}

    /** The quotient; empty if the denominator is not above 0. */
    static OptionalDouble of(double numerator, double denominator) {
        return denominator > 0 ? OptionalDouble.of(numerator / denominator) : OptionalDouble.empty();
    }
}
