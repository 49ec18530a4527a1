package io.posture.stress;

/** What becomes of demand that finds no stock. */
public enum ShortageMode {
    /** It goes elsewhere: the rule for finished goods. */
    LOST,
    /** It waits and is served first when something arrives: the rule for components. */
    BACKORDER
}
