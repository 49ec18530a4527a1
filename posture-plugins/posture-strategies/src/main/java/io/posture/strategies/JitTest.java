package io.posture.strategies;

import java.util.EnumSet;
import java.util.Set;

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

    /** Tests that a basic reorder point does not need. */
    static final Set<JitTest> WAIVED_FOR_BASIC_REORDER_POINT =
            Set.copyOf(EnumSet.of(DEMAND_CLASS, MONTHLY_CV, SEASONAL, LEAD_TIME_CV, RECEIPT_HISTORY));

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
}
