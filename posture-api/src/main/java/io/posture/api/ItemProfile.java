package io.posture.api;

/**
 * Everything that is known of an item before anything is decided: the first station on its way.
 *
 * @param item master data
 * @param state how it is treated
 * @param demand its demand
 * @param supply its supply
 * @param stock its stock
 */
public record ItemProfile(Item item, ItemState state, DemandProfile demand, SupplyProfile supply, StockPosition stock) {

    /** The key. */
    public ItemId id() {
        return item.id();
    }
}
