package io.posture.api;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What is decided on: an item at a site.
 *
 * @param sku the item's key, verbatim
 * @param site the location's key; {@link #DEFAULT_SITE} where decisions are per item only
 */
public record ItemId(String sku, String site) implements Serializable, Comparable<ItemId> {

    private static final long serialVersionUID = 1;

    /** The site of items that are not kept apart by location. */
    public static final String DEFAULT_SITE = "DEFAULT";

    private static final Comparator<ItemId> ORDER =
            Comparator.comparing(ItemId::sku).thenComparing(ItemId::site);

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a part is blank
     */
    public ItemId {
        if (sku.isBlank() || site.isBlank()) {
            throw new IllegalArgumentException("an item needs a sku and a site, were '" + sku + "' and '" + site + "'");
        }
    }

    /** An item at {@link #DEFAULT_SITE}. */
    public static ItemId of(String sku) {
        return new ItemId(sku, DEFAULT_SITE);
    }

    @Override
    public int compareTo(ItemId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return site.equals(DEFAULT_SITE) ? sku : sku + " @ " + site;
    }
}
