package io.posture.segmentation;

/** A component of the supplier risk index. */
enum RiskComponent {
    /** Few suppliers. */
    SOURCE("source", "sriSource"),
    /** Few regions. */
    REGION("region", "sriRegion"),
    /** Politics of the regions. */
    GEOPOLITICAL("geopolitical", "sriGeopolitical"),
    /** Length of the lead time. */
    LEAD_TIME("leadTime", "sriLeadTime"),
    /** Variation of the lead time. */
    LEAD_TIME_CV("leadTimeCv", "sriLeadTimeCv"),
    /** Late or short deliveries. */
    OTIF("otif", "sriOtif"),
    /** Weak finances. */
    FINANCIAL("financial", "sriFinancial"),
    /** Unmapped or single nodes behind the suppliers. */
    TIER2("tier2", "sriTier2");

    private final String setting;
    private final String score;

    RiskComponent(String setting, String score) {
        this.setting = setting;
        this.score = score;
    }

    /** Name of the setting that holds its weight. */
    String setting() {
        return setting;
    }

    /** Name of its score in the segment. */
    String score() {
        return score;
    }
}
