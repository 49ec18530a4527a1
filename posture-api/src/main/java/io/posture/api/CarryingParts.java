package io.posture.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What it costs to hold stock for a year, in parts, each a share of its value a year.
 *
 * @param capital cost of capital, at least 0
 * @param storageHandling storage and handling, at least 0
 * @param obsolescence obsolescence and shrink, at least 0
 * @param insuranceTax insurance and tax, at least 0
 * @see "DOMAIN F.7"
 */
public record CarryingParts(double capital, double storageHandling, double obsolescence, double insuranceTax) {

    /** A quarter of the value a year. */
    public static final CarryingParts DEFAULTS = new CarryingParts(0.10, 0.06, 0.06, 0.03);

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a part is below 0 or not finite
     */
    public CarryingParts {
        require("capital", capital);
        require("storageHandling", storageHandling);
        require("obsolescence", obsolescence);
        require("insuranceTax", insuranceTax);
    }

    /** The carrying rate, share of the value a year. */
    public double rate() {
        return capital + storageHandling + obsolescence + insuranceTax;
    }

    /** The parts by their names, in order. */
    public Map<String, Double> byName() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("capital", capital);
        parts.put("storageHandling", storageHandling);
        parts.put("obsolescence", obsolescence);
        parts.put("insuranceTax", insuranceTax);
        return parts;
    }

    private static void require(String name, double share) {
        if (!(share >= 0 && Double.isFinite(share))) {
            throw new IllegalArgumentException(name + " must be at least 0, was " + share);
        }
    }
}
