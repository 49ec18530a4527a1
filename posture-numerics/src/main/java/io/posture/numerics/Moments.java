package io.posture.numerics;

import java.util.OptionalDouble;

/**
 * Mean and sample standard deviation, by two passes so that no digits cancel when the mean is far larger than the
 * deviation.
 *
 * @param n number of values
 * @param mean their mean; empty for none
 * @param sd sample standard deviation (n - 1); empty for fewer than two values, never 0 by accident
 */
public record Moments(int n, OptionalDouble mean, OptionalDouble sd) {

    /** Moments of all values. */
    public static Moments of(double... values) {
        int n = values.length;
        if (n == 0) {
            return new Moments(0, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double mean = Sums.of(values) / n;
        if (n == 1) {
            return new Moments(1, OptionalDouble.of(mean), OptionalDouble.empty());
        }
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            double deviation = value - mean;
            squares += deviation * deviation;
            rest += deviation;
        }
        // the second term takes back what rounding of the mean added (Chan, Golub & LeVeque 1983)
        double variance = (squares - rest * rest / n) / (n - 1);
        return new Moments(n, OptionalDouble.of(mean), OptionalDouble.of(Math.sqrt(Math.max(0, variance))));
    }

    /** Coefficient of variation; empty if the deviation is unknown or the mean is not above 0. */
    public OptionalDouble cv() {
        return sd.isPresent() && mean.orElse(0) > 0
                ? OptionalDouble.of(sd.getAsDouble() / mean.getAsDouble())
                : OptionalDouble.empty();
    }
}
