package io.posture.core;

import io.posture.api.Outcome;

/** Is told how a run goes on. Called by one thread at a time, in item order. */
public interface RunListener {

    /**
     * The population was looked at.
     *
     * @param items its size
     */
    default void fitted(long items) {}

    /** An item's way ended. */
    default void ended(Outcome outcome) {}
}
