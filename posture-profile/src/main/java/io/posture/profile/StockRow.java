package io.posture.profile;

import io.posture.api.ItemId;
import java.time.LocalDate;

/**
 * Stock of an item in one status on one day.
 *
 * @param item the item
 * @param asOf day of the count
 * @param usable whether it may be issued: unrestricted or consignment
 * @param inTransit whether it has left its source and is on its way
 * @param pieces pieces; below 0 where the books are behind
 * @param row row number in the source, from 1; 0 if there is none
 */
public record StockRow(ItemId item, LocalDate asOf, boolean usable, boolean inTransit, double pieces, int row) {

    /** Stock that is there. */
    public StockRow(ItemId item, LocalDate asOf, boolean usable, double pieces, int row) {
        this(item, asOf, usable, false, pieces, row);
    }

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the pieces are NaN or beyond 1e15
     */
    public StockRow {
        Pieces.of("pieces", pieces);
    }
}
