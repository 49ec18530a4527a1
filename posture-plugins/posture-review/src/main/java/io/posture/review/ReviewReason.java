package io.posture.review;

/** Why an item or a supplier is looked at. */
public enum ReviewReason {
    /** Its time has come. */
    REVIEW_DUE(Urgency.DUE),
    /** It was not there in the run before. */
    NEW_ITEM(Urgency.DUE),
    /** It is not there any more. */
    GONE_ITEM(Urgency.DUE),
    /** Its risk level rises. */
    LEVEL_UP(Urgency.AT_ONCE),
    /** Its risk level falls. */
    LEVEL_DOWN(Urgency.DUE),
    /** Its risk is below the exit, but not for long enough. */
    LEVEL_HELD(Urgency.NOTED),
    /** Its buffer differs enough to move. */
    BUFFER_MOVES(Urgency.DUE),
    /** Its buffer differs too little to move. */
    BUFFER_KEPT(Urgency.NOTED),
    /** Its demand has changed its level. */
    DEMAND_CHANGE(Urgency.AT_ONCE),
    /** Demand is further from what was forecast than chance explains. */
    FORECAST_DRIFT(Urgency.AT_ONCE),
    /** Its supplier risk index has risen. */
    RISK_INDEX_UP(Urgency.AT_ONCE),
    /** Its long lead times have grown. */
    LEAD_TIME_UP(Urgency.AT_ONCE),
    /** It is now bought from one source only. */
    SINGLE_SOURCE(Urgency.AT_ONCE),
    /** Its end of life is announced, or moved. */
    END_OF_LIFE(Urgency.AT_ONCE),
    /** Its price has changed. */
    PRICE_EVENT(Urgency.AT_ONCE),
    /** Something was announced of it or its supply. */
    NOTICE(Urgency.AT_ONCE),
    /** Lines of a supplier fail more often than before. */
    OTIF_DRIFT(Urgency.AT_ONCE),
    /** A supplier is very likely below its target. */
    OTIF_BELOW_TARGET(Urgency.AT_ONCE),
    /** Lead times of a supplier are longer than before. */
    LEAD_TIME_DRIFT(Urgency.AT_ONCE),
    /** Stock without an issue for a year. */
    DEAD(Urgency.DUE),
    /** A critical spare without an issue for a year: it may lie. */
    INSURANCE(Urgency.NOTED),
    /** Stock for more than two years. */
    EXCESS(Urgency.DUE),
    /** Its value or criticality class, or its posture, is another one. */
    CLASS_CHANGE(Urgency.AT_ONCE),
    /** A buffer for an emergency has outlived it. */
    EXPIRED_BUFFER(Urgency.AT_ONCE),
    /** The plan of its stockpile is over. */
    STOCKPILE_PLAN_EXPIRED(Urgency.AT_ONCE),
    /** The plan of its stockpile ends before the next review. */
    STOCKPILE_PLAN_EXPIRES(Urgency.DUE),
    /** A decision made by hand has expired. */
    OVERRIDE_EXPIRED(Urgency.AT_ONCE),
    /** A decision made by hand expires before the next review. */
    OVERRIDE_EXPIRES(Urgency.DUE),
    /** A decision made by hand lasts longer than two reviews. */
    OVERRIDE_TOO_LONG(Urgency.DUE);

    private final Urgency urgency;

    ReviewReason(Urgency urgency) {
        this.urgency = urgency;
    }

    /** How soon. */
    public Urgency urgency() {
        return urgency;
    }

    /** How soon something must be looked at. */
    public enum Urgency {
        /** Now. */
        AT_ONCE,
        /** At this review. */
        DUE,
        /** Nothing to do: it says why nothing changes. */
        NOTED
    }
}
