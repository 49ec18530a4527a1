package io.posture.stress;

import io.posture.numerics.Require;

/**
 * An order on its way, which takes the place of the steady pipeline of its source. Like all that was ordered before a shock
 * it has left its maker, so that only a closed lane can stop it.
 *
 * @param day day on which it would arrive, at least 1
 * @param pieces at least 0
 */
public record OpenOrder(int day, double pieces) {

    /** Checks. */
    public OpenOrder {
        if (day < 1) {
            throw new IllegalArgumentException("an open order arrives on day 1 or later, was " + day);
        }
        Require.notNegative("pieces of an open order", pieces);
    }
}
