package io.posture.resilience.network;

/** How sure a result is. */
public enum Exactness {
    /** The optimum of the program. */
    EXACT,
    /** The solver gave no answer in its time: the result of a plan that could be followed, with a bound beside it. */
    BOUND
}
