package io.posture.spi;

import io.posture.api.SizedItem;
import io.posture.explain.Explanation;

/** Sizes what is ordered at a time. Pure, thread-safe and deterministic. */
@FunctionalInterface
public interface OrderQuantityFormula {

    /**
     * The order quantity.
     *
     * @param item the item with its classes, nothing sized yet
     * @return a figure in pieces, at least 0, or a finding that names the facts that are missing
     */
    Explanation compute(SizedItem item);
}
