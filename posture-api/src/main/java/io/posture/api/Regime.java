package io.posture.api;

/** Kind of a stretch of time; the figures of the two kinds are never averaged. */
public enum Regime {
    /** The world that forecasts, lots, safety stock and lean tests are made for. */
    STABLE,
    /** The world that stress tests and stockpiles are made for. */
    DISRUPTED
}
