package io.posture.api;

/**
 * A price that holds from some quantity on.
 *
 * @param minPieces smallest order at this price, pieces, at least 0
 * @param unitPrice money per piece, above 0
 * @param incremental whether the price holds for the pieces above {@link #minPieces} only; else for all pieces of the order
 */
public record PriceBreak(double minPieces, double unitPrice, boolean incremental) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the quantity is negative or the price is not above 0, or one is not finite
     */
    public PriceBreak {
        if (!(minPieces >= 0 && minPieces < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("minPieces must be finite and at least 0, was " + minPieces);
        }
        if (!(unitPrice > 0 && unitPrice < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("unitPrice must be finite and above 0, was " + unitPrice);
        }
    }
}
