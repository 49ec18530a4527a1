package io.posture.resilience.stockpile;

import io.posture.numerics.RandomStream;
import java.util.List;

/**
 * How long a disruption lasts: the days X without receipts at our dock, after alternates. All lengths are at least 0, and
 * so are the days of the methods.
 */
public sealed interface DisruptionLength permits EmpiricalLength, ExponentialLength, LognormalLength {

    /** Covers nearer than this share of the days involved are the same. */
    double SMALL_SHARE = 1e-6;

    /** Mean length, days. */
    double meanDays();

    /** {@code P(X > days)}. */
    double upper(double days);

    /** {@code E[(X - days)+]}, days: what a cover of so many days leaves open. */
    double excess(double days);

    /** {@code E[((X - days)+)^2]}, days squared. */
    double squaredExcess(double days);

    /**
     * Mean of {@link #excess} over a cover that is anywhere between two bounds: {@code (E[((X - from)+)^2] - E[((X -
     * to)+)^2]) / (2 (to - from))}.
     *
     * @param fromDays at least 0
     * @param toDays at least fromDays
     */
    default double meanExcess(double fromDays, double toDays) {
        double width = toDays - fromDays;
        // the difference of two squares has no digits left
        if (!(width > SMALL_SHARE * (meanDays() + toDays))) {
            return (excess(fromDays) + excess(toDays)) / 2;
        }
        return (squaredExcess(fromDays) - squaredExcess(toDays)) / (2 * width);
    }

    /**
     * The shortest cover that a disruption outlasts with no more than a probability.
     *
     * @param tail probability, above 0; from {@code P(X > 0)} on the cover is 0
     * @return days
     */
    double coverDays(double tail);

    /** A length by chance, days. */
    double draw(RandomStream random);

    /** Exponential lengths of a mean, days, above 0. */
    static DisruptionLength exponential(double meanDays) {
        return new ExponentialLength(meanDays);
    }

    /**
     * Lognormal lengths.
     *
     * @param meanDays mean, days, above 0
     * @param cv coefficient of variation, at least 0; at 0 every disruption has the mean length
     */
    static DisruptionLength lognormal(double meanDays, double cv) {
        return cv == 0 ? empirical(List.of(meanDays), List.of(1.0)) : new LognormalLength(meanDays, cv);
    }

    /**
     * One of a few lengths.
     *
     * @param days lengths, at least 0
     * @param probabilities of each, at least 0, 1 together
     */
    static DisruptionLength empirical(List<Double> days, List<Double> probabilities) {
        return EmpiricalLength.of(days, probabilities);
    }
}
