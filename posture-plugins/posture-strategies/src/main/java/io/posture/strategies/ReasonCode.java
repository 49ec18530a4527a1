package io.posture.strategies;

import java.util.List;

/** Short code of the reason for a decision: a closed vocabulary. */
enum ReasonCode {
    /** A vital item with fragile supply. */
    CRIT_SOLE_LONG,
    /** Supply from a country or region of high political risk. */
    POLITICAL_REGION,
    /** High risk for any other cause. */
    HIGH_RISK,
    /** Medium risk. */
    MEDIUM_RISK,
    /** A spare whose absence stops an asset without bypass. */
    MRO_CRITICAL,
    /** Any other maintenance item: at least a calculated safety stock. */
    MRO_ROUTINE,
    /** One effective source and no qualified alternate. */
    SOLE_SOURCE,
    /** Demand is too irregular for a lean line. */
    LUMPY_DEMAND,
    /** Demand has a season, which has to be built up to. */
    SEASONAL_BUILD,
    /** The lead time is too long for a lean line. */
    LONG_LEAD_TIME,
    /** Deliveries vary or come late too often for a lean line. */
    VOLATILE_SUPPLY,
    /** The supplier risk index is too high for a lean line. */
    FRAGILE_SUPPLY,
    /** Being without the item is too grave for a lean line. */
    CRITICAL_ITEM,
    /** The own process is too unreliable for a lean line. */
    UNRELIABLE_PROCESS,
    /** There is too little history to trust a lean line. */
    SHORT_HISTORY,
    /** The safety stock it needs is more than a minimal buffer. */
    BUFFER_ABOVE_CAP,
    /** Low risk as far as is known: lean as soon as the missing evidence confirms it. Never counted as safe. */
    LEAN_UNCONFIRMED,
    /** Every lean test is passed. */
    LEAN_CONFIRMED,
    /** The shelf life cuts the safety stock. */
    PERISHABLE_CAP,
    /** Obsolete: what is left is used up. */
    RUN_OUT;

    private final String code = name().replace('_', '-');

    /** How it is written, for example {@code CRIT-SOLE-LONG}. */
    String code() {
        return code;
    }

    /** The main reason of a ruling. */
    static ReasonCode of(Facts facts, Ruling ruling, boolean stockCutByShelfLife, MatrixConfig config) {
        if (stockCutByShelfLife) {
            return PERISHABLE_CAP;
        }
        return switch (ruling.policy()) {
            case RUN_OUT -> RUN_OUT;
            case INSURANCE_SPARE -> MRO_CRITICAL;
            case STRATEGIC_STOCKPILE_DIVERSIFY, SAFETY_STOCK_DIVERSIFY, SAFETY_STOCK_BULK_FORWARD ->
                highRisk(facts, config);
            case SAFETY_STOCK_SECOND_SOURCE -> MEDIUM_RISK;
            case SAFETY_STOCK -> ruling.leanCell() ? cushion(ruling) : MEDIUM_RISK;
            case ROP_WITH_SAFETY_STOCK -> notLean(ruling);
            case JIT_EOQ, ROP_OR_VMI -> LEAN_CONFIRMED;
        };
    }

    private static ReasonCode highRisk(Facts facts, MatrixConfig config) {
        if (facts.risk().criticality().orElse(0) >= config.criticality()
                && facts.risk().sri() >= config.fragileSri()) {
            return CRIT_SOLE_LONG;
        }
        return facts.sources().countryRisk().orElse(0) >= config.cushionCountryRisk() ? POLITICAL_REGION : HIGH_RISK;
    }

    private static ReasonCode cushion(Ruling ruling) {
        if (ruling.cushion().contains(Ruling.CushionCause.SINGLE_SOURCE)) {
            return SOLE_SOURCE;
        }
        return ruling.cushion().isEmpty() ? MRO_ROUTINE : POLITICAL_REGION;
    }

    private static ReasonCode notLean(Ruling ruling) {
        List<JitTest> failed = ruling.failedForGood();
        if (!failed.isEmpty()) {
            return of(failed.get(0));
        }
        return ruling.tooNew() ? SHORT_HISTORY : ruling.aboveCap() ? BUFFER_ABOVE_CAP : LEAN_UNCONFIRMED;
    }

    private static ReasonCode of(JitTest test) {
        return switch (test) {
            case DEMAND_CLASS, MONTHLY_CV -> LUMPY_DEMAND;
            case SEASONAL -> SEASONAL_BUILD;
            case LEAD_TIME -> LONG_LEAD_TIME;
            case LEAD_TIME_CV, OTIF -> VOLATILE_SUPPLY;
            case SRI -> FRAGILE_SUPPLY;
            case CRITICALITY -> CRITICAL_ITEM;
            case EQUIPMENT -> UNRELIABLE_PROCESS;
            case MRO -> MRO_ROUTINE;
            case DEMAND_HISTORY, RECEIPT_HISTORY -> SHORT_HISTORY;
        };
    }
}
