package io.posture.api;

/** Kind of item. */
public enum ItemType {
    /** Raw material. */
    RAW,
    /** Part of a product. */
    COMPONENT,
    /** Sold as it is. */
    FINISHED,
    /** Maintenance, repair and operations: outside the bill of materials. */
    MRO,
    /** Packaging. */
    PACKAGING
}
