package io.posture.api;

/** Demand pattern of Syntetos, Boylan and Croston (2005), easiest first. */
public enum DemandClass {
    /** Regular in time and size. */
    SMOOTH,
    /** Irregular in time. */
    INTERMITTENT,
    /** Irregular in size. */
    ERRATIC,
    /** Irregular in both. */
    LUMPY,
    /** No demand in the window. */
    NO_DEMAND
}
