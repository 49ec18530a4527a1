package io.posture.spi;

import io.posture.api.SizedItem;
import io.posture.api.Verdict;

/** Decides the posture of one item. Pure, thread-safe and deterministic. */
@FunctionalInterface
public interface PostureStrategy {

    /**
     * The decision, or the facts that are missing for one.
     *
     * @param item the item with its classes and sizes
     */
    Verdict decide(SizedItem item);
}
