package io.posture.resilience.simulation;

import io.posture.numerics.Require;

/**
 * What an event does to an item.
 *
 * @param item id of the item
 * @param coverDays days for which its stock lasts, at least 0
 * @param lossPerDay what every further day costs, money, at least 0
 */
public record Exposure(String item, double coverDays, double lossPerDay) {

    /** An exposure in its ranges. */
    public Exposure {
        Require.notNegative("coverDays of " + item, coverDays);
        Require.notNegative("lossPerDay of " + item, lossPerDay);
    }
}
