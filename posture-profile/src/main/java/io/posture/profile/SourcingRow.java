package io.posture.profile;

import io.posture.api.ItemId;
import io.posture.api.SourceTerms;
import io.posture.numerics.Require;
import java.util.OptionalDouble;

/**
 * A supplier that an item is or could be bought from.
 *
 * @param item the item
 * @param supplierId the supplier, not blank
 * @param share share of the item's supply, or a weight, at least 0: those of an item are brought to a sum of 1; 0 is an alternate;
 *     empty for an equal part of the rest
 * @param qualified whether it could deliver at once
 * @param leadTimeDays contract lead time, days, at least 0; empty if unknown
 * @param leadTimeSdDays its standard deviation, days, at least 0; empty if unknown
 * @param minimumOrderPieces smallest order, pieces, above 0; empty if none
 * @param lotMultiplePieces orders are multiples of this, pieces, above 0; empty if none
 * @param laneId key of the route that it comes by; empty if unknown
 * @param terms what it costs and can do beyond its share
 */
public record SourcingRow(
        ItemId item,
        String supplierId,
        OptionalDouble share,
        boolean qualified,
        OptionalDouble leadTimeDays,
        OptionalDouble leadTimeSdDays,
        OptionalDouble minimumOrderPieces,
        OptionalDouble lotMultiplePieces,
        String laneId,
        SourceTerms terms) {

    /** A row of which no terms are known. */
    public SourcingRow(
            ItemId item,
            String supplierId,
            OptionalDouble share,
            boolean qualified,
            OptionalDouble leadTimeDays,
            OptionalDouble leadTimeSdDays,
            OptionalDouble minimumOrderPieces,
            OptionalDouble lotMultiplePieces,
            String laneId) {
        this(
                item,
                supplierId,
                share,
                qualified,
                leadTimeDays,
                leadTimeSdDays,
                minimumOrderPieces,
                lotMultiplePieces,
                laneId,
                SourceTerms.UNKNOWN);
    }

    /** A row of which no route is known. */
    public SourcingRow(
            ItemId item,
            String supplierId,
            OptionalDouble share,
            boolean qualified,
            OptionalDouble leadTimeDays,
            OptionalDouble leadTimeSdDays,
            OptionalDouble minimumOrderPieces,
            OptionalDouble lotMultiplePieces) {
        this(
                item,
                supplierId,
                share,
                qualified,
                leadTimeDays,
                leadTimeSdDays,
                minimumOrderPieces,
                lotMultiplePieces,
                "");
    }

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the supplier is blank or a number is outside its range
     */
    public SourcingRow {
        if (supplierId.isBlank()) {
            throw new IllegalArgumentException("supplierId of sourcing for " + item + " must not be blank");
        }
        share.ifPresent(value -> Require.notNegative("share", value));
        leadTimeDays.ifPresent(value -> Require.notNegative("leadTimeDays", value));
        leadTimeSdDays.ifPresent(value -> Require.notNegative("leadTimeSdDays", value));
        minimumOrderPieces.ifPresent(value -> Require.positive("minimumOrderPieces", value));
        lotMultiplePieces.ifPresent(value -> Require.positive("lotMultiplePieces", value));
    }
}
