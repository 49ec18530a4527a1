package io.posture.profile;

import io.posture.api.ItemId;
import java.time.LocalDate;

/**
 * Stock of an item in one status on one day.
 *
 * @param item the item
 * @param asOf day of the count
 * @param usable whether it may be issued: unrestricted or consignment
 * @param pieces pieces; below 0 where the books are behind
 * @param row row number in the source, from 1; 0 if there is none
 */
public record StockRow(ItemId item, LocalDate asOf, boolean usable, double pieces, int row) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the pieces are NaN or beyond 1e15
     */
    public StockRow {
        Pieces.of("pieces", pieces);
    }
}
