package io.posture.api;

/**
 * Names of the nodes in the reason tree of a strategic stockpile, by which strategies, registers and pages find them. A formula
 * for stockpiles gives the ones that it knows.
 */
public final class StockpileNames {

    /** Whether there is a size, a {@link io.posture.explain.Finding}: {@link #SIZED} or why not. */
    public static final String STATE = "stockpileState";

    /** A state: there is a size, and it may be 0. */
    public static final String SIZED = "SIZED";

    /** A state: what a piece short or a piece held costs is not known, or the days to recover that are to be covered are not. */
    public static final String UNSIZED = "UNSIZED";

    /** A state: it would be above 0, and nobody has said what it is held for, or that is over. */
    public static final String REFUSED = "REFUSED";

    /** A state: demand is too irregular to stock by statistics. */
    public static final String PROJECT_DEMAND = "PROJECT_DEMAND";

    /** A state: there is no demand to cover. */
    public static final String NO_DEMAND = "NO_DEMAND";

    /** The plan: scenario, release trigger, rotation rule, owner and expiry, a finding with one of each below it. */
    public static final String PLAN = "stockpilePlan";

    /** Day of the first run that had the plan, below {@link #PLAN}; only where its expiry is counted from there. */
    public static final String PLAN_SINCE = "stockpilePlanSince";

    /** The last day of the plan, below {@link #PLAN}; not there if nobody said one. */
    public static final String PLAN_ENDS = "stockpilePlanEnds";

    /** Why no stockpile is asked for, in the reason tree of a decision; not there where one is. */
    public static final String NOT_ASKED = "strategicStockReason";

    /** The same where what is held today stays nevertheless, until a person cuts it. */
    public static final String KEPT_AGAINST = "strategicStockKeptAgainst";

    /** The source whose failure leaves most of the demand open, a finding. */
    public static final String EXPOSED_SOURCE = "exposedSource";

    /** Share of the demand without supply while a source is down. */
    public static final String EXPOSED_SHARE = "exposedShare";

    /** Demand without supply while the exposed source is down, pieces a day. */
    public static final String EXPOSED_DEMAND = "exposedDemand";

    /** The other sources that are bought from: the finding holds one finding a source, with its share and how it fails. */
    public static final String OTHER_SOURCES = "otherSources";

    /** Expected disruptions a year. */
    public static final String DISRUPTIONS_PER_YEAR = "disruptionsPerYear";

    /** Their mean length, days. */
    public static final String DISRUPTION_DAYS = "disruptionDays";

    /** Standard deviation over mean of their length. */
    public static final String DISRUPTION_CV = "disruptionCv";

    /** Days that the safety stock covers. */
    public static final String COVERED_DAYS = "coveredDays";

    /** Days that all stock together should cover. */
    public static final String BEST_COVER_DAYS = "bestCoverDays";

    /** What a piece of stockpile costs to hold, money a year. */
    public static final String CARRYING_PER_PIECE = "carryingPerPiece";

    /** Days of stockpile. */
    public static final String COVER_DAYS = "stockpileDays";

    /** Days that today's stock lasts without its source. */
    public static final String TIME_TO_SURVIVE = "ttsDays";

    /** Days until the source has recovered. */
    public static final String TIME_TO_RECOVER = "ttrDays";

    /** Days without stock if the source failed today. */
    public static final String GAP = "gapDays";

    /** Expected loss with the safety stock alone, money a year. */
    public static final String LOSS_LEAN = "expectedAnnualLoss";

    /** Expected loss with the stockpile, money a year. */
    public static final String LOSS_BUFFERED = "expectedLossBuffered";

    /** What the stockpile costs to carry, money a year. */
    public static final String CARRYING = "stockpileCarrying";

    /** Carrying cost over the loss that it avoids. */
    public static final String INSURANCE_RATIO = "insuranceRatio";

    /** Loss avoided less carrying cost, money a year. */
    public static final String NET_BENEFIT = "stockpileNetBenefit";

    /** Cost of a piece short from which the first day of stockpile pays, money. */
    public static final String BREAK_EVEN = "breakEvenShortageCost";

    /** Disruptions a year that outlast the safety stock. */
    public static final String STOCKOUTS_PER_YEAR = "stockoutsPerYear";

    /** What these cost, each as a whole, money a year. */
    public static final String STOCKOUTS_COST = "stockoutsCostPerYear";

    /** What is to be said of the stockpile, a finding: OVER_INSURED, TRIM, BALANCED or UNDER_INSURED. */
    public static final String VERDICT = "insuranceVerdict";

    /** What is to be said of the stockpile that is held today. */
    public static final String VERDICT_TODAY = "insuranceVerdictToday";

    /** What is to be said of the stockpile that a regulation asks for. */
    public static final String VERDICT_REGULATORY = "insuranceVerdictRegulatory";

    /** Pieces that a regulation asks for, directly below a strategic stock that is not larger than that. */
    public static final String REGULATORY_MINIMUM = "regulatoryMinimum";

    /** Below a verdict: what the stockpile costs, money a year. */
    public static final String CARRYING_COMPARED = "carryingCompared";

    /** Below a verdict: what the stockpile avoids, money a year. */
    public static final String AVOIDED_LOSS = "avoidedLoss";

    /** Below a verdict: by how much more than money what it avoids counts. */
    public static final String RISK_LOADING = "riskLoading";

    /** What can be done about the source, each with its cost a year; the finding names the cheapest. */
    public static final String ALTERNATIVES = "alternatives";

    /** Cost of living with it, money a year. */
    public static final String COST_ACCEPT = "costAccept";

    /** Cost of the stockpile and of what it leaves open, money a year. */
    public static final String COST_STOCK = "costStock";

    /** Cost of a second source and of what it leaves open, money a year. */
    public static final String COST_SECOND_SOURCE = "costSecondSource";

    /** Cost of a backup source and of what it leaves open, money a year. */
    public static final String COST_BACKUP = "costBackup";

    /** What a piece of a second source may cost more at most, money. */
    public static final String BREAK_EVEN_PREMIUM = "breakEvenPremium";

    /** What the stockpile would be if one thing were different, each a finding. */
    public static final String WHAT_IF = "stockpileIf";

    /** Cost of each posture in a year, with what it holds: the finding holds one figure a posture. */
    public static final String POSTURE_COSTS = "postureCosts";

    /** Cost of safety stock alone, money a year. */
    public static final String COST_BUFFERED = "costSafetyStock";

    /** Cost of safety stock and stockpile, money a year. */
    public static final String COST_STOCKPILED = "costStockpile";

    /** Cost of safety stock and a second source, money a year. */
    public static final String COST_DUAL_SOURCED = "costDualSourced";

    /** Spares to own of a critical spare. */
    public static final String SPARES = "spares";

    /** Largest stockpile that is used before it expires, pieces. */
    public static final String SHELF_LIFE_CAP = "stockpileShelfLifeCap";

    private StockpileNames() {}
}
