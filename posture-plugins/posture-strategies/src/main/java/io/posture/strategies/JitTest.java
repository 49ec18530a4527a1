package io.posture.strategies;

/** A test that a lean item must pass, in the order of the table of DOMAIN D.3. */
enum JitTest {
    /** Demand is smooth. */
    DEMAND_CLASS("jitDemandClass", "demand pattern"),
    /** Monthly demand varies little. */
    MONTHLY_CV("jitMonthlyCv", "monthly variation"),
    /** Demand has no season. */
    SEASONAL("jitSeasonal", "season"),
    /** The lead time is short. */
    LEAD_TIME("jitLeadTime", "lead time"),
    /** The lead time varies little. */
    LEAD_TIME_CV("jitLeadTimeCv", "lead time variation"),
    /** The supplier delivers on time in full. */
    OTIF("jitOtif", "on time in full"),
    /** The supply is not fragile. */
    SRI("jitSri", "supplier risk"),
    /** Being without it is not grave. */
    CRITICALITY("jitCriticality", "criticality"),
    /** The process that makes it is reliable. */
    EQUIPMENT("jitEquipment", "process availability"),
    /** It is not a maintenance item. */
    MRO("jitMro", "maintenance item"),
    /** There is demand to learn from. */
    DEMAND_HISTORY("jitDemandHistory", "demand history"),
    /** There are receipts to learn from. */
    RECEIPT_HISTORY("jitReceiptHistory", "receipt history");

    private final String node;
    private final String label;

    JitTest(String node, String label) {
        this.node = node;
        this.label = label;
    }

    /** Name of its node in the reason tree. */
    String node() {
        return node;
    }

    /** How a planner calls it. */
    String label() {
        return label;
    }

    /** Whether a basic reorder point does without it. */
    boolean waivedForBasicReorderPoint() {
        return switch (this) {
            case DEMAND_CLASS, MONTHLY_CV, SEASONAL, LEAD_TIME_CV, RECEIPT_HISTORY -> true;
            case LEAD_TIME, OTIF, SRI, CRITICALITY, EQUIPMENT, MRO, DEMAND_HISTORY -> false;
        };
    }

    /** Whether it compares a number with a limit. */
    boolean hasLimit() {
        return switch (this) {
            case DEMAND_CLASS, SEASONAL, MRO -> false;
            case MONTHLY_CV,
                    LEAD_TIME,
                    LEAD_TIME_CV,
                    OTIF,
                    SRI,
                    CRITICALITY,
                    EQUIPMENT,
                    DEMAND_HISTORY,
                    RECEIPT_HISTORY -> true;
        };
    }
}
