package io.posture.safetystock;

import io.posture.api.ItemProfile;

/** A fact without which a size cannot be computed. */
enum MissingFact {
    /** No lead time anywhere. */
    LEAD_TIME("leadTime", "deliver receipts with order dates, or sourcing.lead_time_days"),
    /** No receipt of its own. */
    RECEIPT_HISTORY("receiptHistory", "deliver receipts with order dates for this item"),
    /** Too little demand history for a mean and a deviation. */
    DEMAND_HISTORY("demandHistory", "deliver demand over at least two full buckets"),
    /** No unit cost. */
    UNIT_COST("unitCost", "deliver items.unit_cost"),
    /** No price of a shortage. */
    SHORTAGE_COST("shortageCost", ItemProfile.SHORTAGE_COST_REMEDY),
    /** No day on which the need ends. */
    END_OF_LIFE("endOfLife", "deliver items.end_of_life_on"),
    /** No size of a container. */
    CONTAINER("container", "deliver sourcing.multiple, or set containerPieces");

    private final String label;
    private final String remedy;

    MissingFact(String label, String remedy) {
        this.label = label;
        this.remedy = remedy;
    }

    /** Name of the fact. */
    String label() {
        return label;
    }

    /** What would make it known. */
    String remedy() {
        return remedy;
    }
}
