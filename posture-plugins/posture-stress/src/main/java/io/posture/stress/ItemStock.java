package io.posture.stress;

import io.posture.numerics.Require;

/**
 * Stock of an item, used in this order.
 *
 * @param operating usable pieces without the strategic stock, at least 0
 * @param safetyStock pieces of it that are meant as safety stock, at least 0; what is above is cycle stock
 * @param strategic pieces kept for a release, at least 0
 */
public record ItemStock(double operating, double safetyStock, double strategic) {

    /** Checks. */
    public ItemStock {
        Require.notNegative("operating stock", operating);
        Require.notNegative("safety stock", safetyStock);
        Require.notNegative("strategic stock", strategic);
    }

    /** Operating stock alone. */
    public static ItemStock of(double operating) {
        return new ItemStock(operating, 0, 0);
    }
}
