package io.posture.stress;

import java.util.Locale;

/** What a node of the supply network is. */
public enum NodeKind {
    /** A company that delivers, to us or to another supplier. */
    SUPPLIER,
    /** A place where something is made. */
    PLANT,
    /** A way that goods take; what is on it stops with it. */
    LANE,
    /** A part of the world whose suppliers and plants fail together. */
    REGION;

    /** How people write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
