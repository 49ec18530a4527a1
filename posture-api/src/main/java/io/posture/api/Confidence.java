package io.posture.api;

/** How far a value can be trusted, best first. */
public enum Confidence {
    /** Enough observations of the thing itself. */
    HIGH,
    /** Few observations, supported by a pool. */
    MEDIUM,
    /** Hardly any observations. */
    LOW,
    /** No observation: a default or a pool stands in. */
    ASSUMED
}
