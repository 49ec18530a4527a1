package io.posture.api;

/**
 * A node one tier behind a supplier, for example the plant that makes what the supplier sells.
 *
 * @param id key of the node; the same key behind two suppliers is the same place
 * @param country ISO 3166-1 alpha-2 code; empty if unknown
 * @param share share of the supplier's deliveries of this item that comes from here, (0, 1]
 */
public record Upstream(String id, String country, double share) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the key is blank or the share is outside (0, 1]
     */
    public Upstream {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an upstream node needs an id");
        }
        if (!(share > 0 && share <= 1 + 1e-9)) {
            throw new IllegalArgumentException("share of " + id + " must be in (0, 1], was " + share);
        }
    }
}
