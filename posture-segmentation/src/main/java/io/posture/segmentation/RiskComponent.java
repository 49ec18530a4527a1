package io.posture.segmentation;

/** A component of the supplier risk index. */
enum RiskComponent {
    /** Few suppliers. */
    SOURCE(
            "source",
            "sriSource",
            "clip((HHI of suppliers - 0.25) / 0.75), halved with a qualified alternate",
            "deliver sourcing, or receipts with a supplier"),
    /** Few regions. */
    REGION(
            "region",
            "sriRegion",
            "clip((HHI of regions - 0.25) / 0.75)",
            "name the country of every supplier, or of every plant in supply_links"),
    /** Politics of the regions. */
    GEOPOLITICAL(
            "geopolitical",
            "sriGeopolitical",
            "share-weighted country risk",
            "deliver country_risk and the country of every supplier or plant"),
    /** Length of the lead time. */
    LEAD_TIME(
            "leadTime",
            "sriLeadTime",
            "clip((L - 7) / 105)",
            "deliver receipts with order dates, or sourcing.lead_time_days"),
    /** Variation of the lead time. */
    LEAD_TIME_CV(
            "leadTimeCv",
            "sriLeadTimeCv",
            "clip(CV / 0.6), CV = sd / mean",
            "deliver receipts with order dates, or sourcing.lead_time_days"),
    /** Late or short deliveries. */
    OTIF("otif", "sriOtif", "clip((0.98 - OTIF) / 0.28)", "deliver receipts with promised dates"),
    /** Weak finances. */
    FINANCIAL(
            "financial",
            "sriFinancial",
            "share-weighted 1 - financial score / 100",
            "deliver suppliers.financial_score"),
    /** Unmapped or single nodes behind the suppliers. */
    TIER2(
            "tier2",
            "sriTier2",
            "share of value from unmapped or single-node upstream",
            "name the places behind the suppliers in supply_links");

    private final String setting;
    private final String score;
    private final String expression;
    private final String remedy;

    RiskComponent(String setting, String score, String expression, String remedy) {
        this.setting = setting;
        this.score = score;
        this.expression = expression;
        this.remedy = remedy;
    }

    /** Name of the setting that holds its weight. */
    String setting() {
        return setting;
    }

    /** Name of its score in the segment. */
    String score() {
        return score;
    }

    /** How it is computed. */
    String expression() {
        return expression;
    }

    /** What would make it known. */
    String remedy() {
        return remedy;
    }
}
