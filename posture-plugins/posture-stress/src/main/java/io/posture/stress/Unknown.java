package io.posture.stress;

/** A part of the map that is missing or was mended, each with what the tests take instead. */
public enum Unknown {
    /** Links, items or shocks name a node that nobody describes. */
    NODE_NOT_DESCRIBED("named, but not described: nothing stands behind it in the tests"),
    /** Nobody says what stands behind a supplier. */
    UPSTREAM("what stands behind it is unknown: it fails only when it is named itself"),
    /** A supplier or plant without region. */
    REGION("its region is unknown: no region takes it down"),
    /** A link without cover. */
    COVER("the stock before it is unknown: none is taken to be there"),
    /** An item without any source. */
    SOURCE("nobody is known to supply it: no shock of supply reaches it"),
    /** A source without supplier. */
    SUPPLIER("a source without supplier: only its plant or lane can fail"),
    /** A source without plant, or an item that is made nobody knows where. */
    PLANT("the plant that makes it is unknown: no plant takes it down"),
    /** A source without lane. */
    LANE("its lane is unknown: no closed lane stops it"),
    /** A source without lead time. */
    LEAD_TIME("its lead time is unknown: nothing is taken to be on its way, and growing lead times do not reach it"),
    /** An item that is sold, without margin. */
    MARGIN("its margin is unknown: its lost pieces are counted, not its lost money"),
    /** A component that is no item. */
    COMPONENT("a component that is no item: taken to be always there"),
    /** Shares of sources that do not add up to 1. */
    SHARES("its shares do not add up to 1: they were scaled"),
    /** Sources none of which is bought from. */
    SHARES_ASSUMED("it is bought from none of its sources: equal shares are taken"),
    /** A cycle of links or components; its last step is left out. */
    CYCLE("a cycle: its last step is left out");

    private final String text;

    Unknown(String text) {
        this.text = text;
    }

    /** What is unknown and what is done about it. */
    public String text() {
        return text;
    }
}
