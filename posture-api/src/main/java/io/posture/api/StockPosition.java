package io.posture.api;

import java.util.OptionalDouble;

/**
 * Stock on hand.
 *
 * @param usablePieces unrestricted stock, pieces, at least 0; empty if unknown
 * @param strategicPieces part of it that is held as a strategic stockpile, pieces, at least 0
 * @param rows the rows it was read from
 */
public record StockPosition(OptionalDouble usablePieces, double strategicPieces, RowRefs rows) {

    /** Nothing is known. */
    public static final StockPosition UNKNOWN = new StockPosition(OptionalDouble.empty(), 0, RowRefs.NONE);
}
