package io.posture.core.plugin;

/** Kind of a contribution. */
public enum Kind {
    /** Puts items into classes. */
    SEGMENTATION("SegmentationScheme"),
    /** Sizes what is ordered at a time. */
    ORDER_QUANTITY("OrderQuantityFormula"),
    /** Sizes the stock against routine variation. */
    SAFETY_STOCK("SafetyStockFormula"),
    /** Sizes the stock against rare, long failures of supply. */
    STOCKPILE("StockpileFormula"),
    /** Decides the posture. */
    STRATEGY("PostureStrategy");

    private final String contract;

    Kind(String contract) {
        this.contract = contract;
    }

    /** Name of the interface that such a contribution implements. */
    public String contract() {
        return contract;
    }
}
