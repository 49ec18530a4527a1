package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.ItemId;
import io.posture.numerics.Require;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A line of demand with what is known around it.
 *
 * @param item the item
 * @param date day, or any day of the week or month
 * @param grain period that the line speaks of; an item with lines per month keeps the month as its bucket
 * @param pieces pieces issued; below 0 for a return
 * @param document key of the document that issued the pieces; empty if unknown
 * @param cancelsDocument key of the document whose issue a return takes back; empty if unknown
 * @param partner who got or returned the pieces; empty if unknown
 * @param unitPrice price of a piece, money; empty if unknown
 * @param stockoutDays days of the period without stock, at least 0; 0 says that there were none, empty that nobody knows
 * @param exceptional whether the line is a documented one-off, such as a project or a promotion, and no demand to plan for
 * @param row row number in the source, from 1; 0 if there is none
 */
public record DemandRow(
        ItemId item,
        LocalDate date,
        Bucket grain,
        double pieces,
        String document,
        String cancelsDocument,
        String partner,
        OptionalDouble unitPrice,
        OptionalDouble stockoutDays,
        boolean exceptional,
        int row) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the pieces are NaN or beyond 1e15, the price is not finite, or the days are negative
     */
    public DemandRow {
        Pieces.of("pieces", pieces);
        unitPrice.ifPresent(price -> {
            if (!Double.isFinite(price)) {
                throw new IllegalArgumentException("unitPrice must be finite, was " + price);
            }
        });
        stockoutDays.ifPresent(days -> Require.notNegative("stockoutDays", days));
    }

    /** A line that is no documented one-off. */
    public DemandRow(
            ItemId item,
            LocalDate date,
            Bucket grain,
            double pieces,
            String document,
            String cancelsDocument,
            String partner,
            OptionalDouble unitPrice,
            OptionalDouble stockoutDays,
            int row) {
        this(item, date, grain, pieces, document, cancelsDocument, partner, unitPrice, stockoutDays, false, row);
    }

    /** A line of which nothing around it is known. */
    public static DemandRow of(ItemId item, LocalDate date, Bucket grain, double pieces, int row) {
        return new DemandRow(
                item, date, grain, pieces, "", "", "", OptionalDouble.empty(), OptionalDouble.empty(), false, row);
    }
}
