package io.posture.profile;

import io.posture.numerics.Require;
import java.util.OptionalDouble;

/**
 * A place behind a supplier. Rows of one supplier, item and place add up; where the sum over the places exceeds 1, the
 * shares are weights and brought to a sum of 1.
 *
 * @param downstreamSupplier the supplier, not blank
 * @param upstream key of the place, not blank
 * @param sku the item; empty for all items without rows of their own
 * @param share share of the supplier's deliveries from there, or a weight, at least 0; empty for an equal part of the rest
 * @param siteCountry ISO 3166-1 alpha-2 code of the place; empty if unknown
 */
public record SupplyLinkRow(
        String downstreamSupplier, String upstream, String sku, OptionalDouble share, String siteCountry) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a key is blank or the share is negative or not finite
     */
    public SupplyLinkRow {
        if (downstreamSupplier.isBlank() || upstream.isBlank()) {
            throw new IllegalArgumentException("a supply link needs a supplier and a place behind it, were '"
                    + downstreamSupplier + "' and '" + upstream + "'");
        }
        share.ifPresent(value -> Require.notNegative("share", value));
    }
}
