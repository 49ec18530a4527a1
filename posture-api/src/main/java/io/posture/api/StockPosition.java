package io.posture.api;

import java.util.OptionalDouble;

/**
 * Stock on hand.
 *
 * @param usablePieces unrestricted stock, pieces, at least 0; empty if unknown
 * @param strategicPieces part of it that is held as a strategic stockpile, pieces, at least 0
 * @param inTransitPieces stock on its way that has left its source, pieces, at least 0
 * @param strategicKnown whether somebody says how much of it is strategic, even if that is 0
 * @param regulatoryPieces strategic stock that a regulation asks for whatever it costs, pieces, at least 0; 0 where none does
 * @param rows the rows it was read from
 */
public record StockPosition(
        OptionalDouble usablePieces,
        double strategicPieces,
        double inTransitPieces,
        boolean strategicKnown,
        double regulatoryPieces,
        RowRefs rows) {

    /** Stock of which no regulation asks for a minimum. */
    public StockPosition(
            OptionalDouble usablePieces,
            double strategicPieces,
            double inTransitPieces,
            boolean strategicKnown,
            RowRefs rows) {
        this(usablePieces, strategicPieces, inTransitPieces, strategicKnown, 0, rows);
    }

    /** Stock of which nothing is said to be on its way. */
    public StockPosition(OptionalDouble usablePieces, double strategicPieces, RowRefs rows) {
        this(usablePieces, strategicPieces, 0, strategicPieces > 0, rows);
    }

    /** Nothing is known. */
    public static final StockPosition UNKNOWN = new StockPosition(OptionalDouble.empty(), 0, RowRefs.NONE);
}
