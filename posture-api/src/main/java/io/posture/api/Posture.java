package io.posture.api;

/** How an item is stocked. */
public enum Posture {
    /** Lean: no more than a minimal buffer. */
    JUST_IN_TIME("JIT"),
    /** A calculated buffer on an otherwise lean line. */
    HYBRID("HYBRID"),
    /** Deliberately buffered against a loss. */
    JUST_IN_CASE("JIC");

    private final String code;

    Posture(String code) {
        this.code = code;
    }

    /** How it is written in every table and message. */
    public String code() {
        return code;
    }
}
