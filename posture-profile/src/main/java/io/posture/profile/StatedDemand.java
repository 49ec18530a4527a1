package io.posture.profile;

import io.posture.api.ItemId;
import io.posture.numerics.Require;
import java.util.OptionalDouble;

/**
 * Demand that somebody states and no history shows.
 *
 * @param item the item
 * @param piecesPerMonth mean of a month, pieces, at least 0
 * @param sdPerMonth standard deviation of a month, pieces, at least 0; empty if unknown
 */
public record StatedDemand(ItemId item, double piecesPerMonth, OptionalDouble sdPerMonth) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    public StatedDemand {
        Require.notNegative("piecesPerMonth", piecesPerMonth);
        sdPerMonth.ifPresent(sd -> Require.notNegative("sdPerMonth", sd));
    }
}
