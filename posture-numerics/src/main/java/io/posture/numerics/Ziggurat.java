package io.posture.numerics;

/**
 * Tables of the normal ziggurat with 256 layers of equal area. Layer 0 is the narrowest, at the top; the last one holds the
 * tail.
 *
 * @see "Marsaglia & Tsang, J. Stat. Software 5 (2000); Doornik 2005 for the constants"
 */
final class Ziggurat {

    /** Index of the layer with the tail; also the mask that picks a layer. */
    static final int LAST = 255;

    /** Where the tail begins. */
    static final double TAIL = 3.654152885361009;

    /** Width of a layer over 2^53. */
    static final double[] WIDTH = new double[LAST + 1];

    /** A position of 53 bits below this lies under the density for sure. */
    static final long[] INSIDE = new long[LAST + 1];

    /** Height of the density, not normalised, at the left edge of a layer: the width of the layer above. */
    static final double[] HEIGHT = new double[LAST + 2];

    private static final double AREA = 0.00492867323399;
    private static final double UNIT = 0x1p-53;

    static {
        double[] edge = new double[LAST + 2];
        edge[LAST + 1] = AREA * StrictMath.exp(0.5 * TAIL * TAIL);
        edge[LAST] = TAIL;
        for (int i = LAST - 1; i > 0; i--) {
            edge[i] = StrictMath.sqrt(
                    -2 * StrictMath.log(AREA / edge[i + 1] + StrictMath.exp(-0.5 * edge[i + 1] * edge[i + 1])));
        }
        for (int i = 0; i <= LAST; i++) {
            WIDTH[i] = edge[i + 1] * UNIT;
            INSIDE[i] = (long) (edge[i] / edge[i + 1] / UNIT);
        }
        for (int i = 0; i <= LAST + 1; i++) {
            HEIGHT[i] = StrictMath.exp(-0.5 * edge[i] * edge[i]);
        }
    }

    private Ziggurat() {}
}
