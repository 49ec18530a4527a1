package io.posture.io;

import io.posture.api.ItemId;
import java.util.OptionalDouble;

/**
 * What the user's system holds of an item at a place today. A quantity that it does not say is unknown, not 0.
 *
 * @param places rows of the item in item_locations; unless it is 1, everything else is unknown
 * @param locationId the place, as the user's system names it; empty if unknown
 * @param sourceKey key of the row in the user's system, verbatim; empty if unknown
 * @param unit base unit of the item; empty if unknown
 * @param safetyStock safety stock, pieces
 * @param reorderPoint reorder point, pieces
 * @param max level to order up to, pieces
 * @param minimumOrder smallest quantity that can be ordered, pieces
 * @param multiple what every quantity is a multiple of, pieces
 */
public record ItemLocation(
        int places,
        String locationId,
        String sourceKey,
        String unit,
        OptionalDouble safetyStock,
        OptionalDouble reorderPoint,
        OptionalDouble max,
        OptionalDouble minimumOrder,
        OptionalDouble multiple) {

    /** Nothing is known: the table does not have the item. */
    public static final ItemLocation UNKNOWN = unknown(0);

    /** An item at several places: what it holds as a whole is unknown. */
    static ItemLocation several(int places) {
        return unknown(places);
    }

    private static ItemLocation unknown(int places) {
        OptionalDouble none = OptionalDouble.empty();
        return new ItemLocation(places, "", "", "", none, none, none, none, none);
    }

    /**
     * Whether a run decides on the item at that place by itself.
     *
     * @param place as the user's system names it; empty for wherever it is
     */
    public boolean decidedAt(String place) {
        return place.isEmpty() || place.equals(ItemId.DEFAULT_SITE) || (places == 1 && place.equals(locationId));
    }
}
