package io.posture.spi;

import io.posture.api.SizedItem;
import io.posture.explain.Explanation;

/** Sizes the stock held against routine variation. Pure, thread-safe and deterministic. */
@FunctionalInterface
public interface SafetyStockFormula {

    /**
     * The safety stock.
     *
     * @param item the item with its classes and its order quantity
     * @return a figure in pieces, at least 0, or a finding that names the facts that are missing
     */
    Explanation compute(SizedItem item);
}
