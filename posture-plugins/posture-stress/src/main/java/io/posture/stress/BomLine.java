package io.posture.stress;

import io.posture.numerics.Require;

/**
 * A component of a made item.
 *
 * @param component id of the item
 * @param perUnit pieces of it in one piece of the made item, above 0
 */
public record BomLine(String component, double perUnit) {

    /** Checks. */
    public BomLine {
        Require.positive("quantity of component '" + component + "'", perUnit);
    }
}
