package io.posture.spi;

import io.posture.api.SizedItem;
import io.posture.explain.Explanation;

/** Sizes the stock held against rare, long failures of supply, apart from safety stock. Pure, thread-safe and deterministic. */
@FunctionalInterface
public interface StockpileFormula {

    /**
     * The strategic stockpile, not rounded.
     *
     * @param item the item with its classes, its order quantity and its safety stock
     * @return a figure in pieces, at least 0, or a finding that says why there is no size; either with the nodes of
     *     {@link io.posture.api.StockpileNames} that it knows among its reasons
     */
    Explanation compute(SizedItem item);
}
