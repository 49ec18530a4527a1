package io.posture.profile;

import java.math.BigDecimal;
import java.util.Locale;

/** The kinds of assumptions, in the order in which a run lists them. */
enum Premise {
    DATE_UNKNOWN("no demand and no receipts to take the run's date from"),
    INTRODUCTION_UNKNOWN("introduction date unknown: the first demand line stands in, which makes demand look denser"),
    DEMAND_UNCENSORED("no stock-out history: what was issued is taken for what was wanted"),
    DEMAND_CORRELATED("neighbouring buckets of demand are correlated above 0.3: daily deviations, which take days as"
            + " independent, are too small"),
    DEMAND_CENSORED(
            "stock-outs hid a part of demand: it is estimated, stock-outs taken as independent of demand within a"
                    + " bucket, which is low where they are not"),
    DEMAND_ALL_CENSORED(
            "a stock-out in every bucket: what was sold stands in for demand, which is higher. Maybe the demand"
                    + " of these items is known to someone"),
    STABLE_STRETCH_MISSING("disrupted from end to end: its figures stand in for a stable stretch"),
    LEVEL_SHIFT("the newest stretch of demand differs from the one before and is long enough to be the new normal"),
    LEVEL_SHIFT_SUSPECTED("the level of irregular demand may have changed: shown to look at, the whole window counts"),
    OUTLIERS_CUT("buckets of demand far outside the others are cut to the outlier limit, as the settings ask"),
    DEMAND_STATED("no history: the mean and deviation of a month's demand stand in as they are stated"),
    DEMAND_FROM_ANALOGUE("too few buckets of its own: the demand of the item named as its analogue stands in"),
    DEMAND_FROM_CATEGORY("too few buckets of its own: the mean demand of its category stands in"),
    ISSUES_CORRECTED("returns that take an issue back cancel it in the issue's bucket"),
    EXCEPTIONAL_LEFT_OUT("documented one-offs are left out of demand"),
    RETURNS_LEFT_OUT("returns are left out of demand and not netted"),
    DEMAND_AFTER_AS_OF("demand lines dated after the run's date are left out"),
    UNIT_COST_UNKNOWN("unit cost unknown: no value class and no cost-based quantity"),
    CARRYING_RATE("no carrying rate of the item: %s %% of the unit cost a year stands in"),
    SHELF_LIFE_UNKNOWN("no shelf life: taken as not perishable"),
    CRITICALITY_UNKNOWN("consequences of a shortage unknown"),
    STOCK_UNKNOWN("stock on hand unknown"),
    STOCK_NEGATIVE("stock on hand adds up to less than 0: taken as 0"),
    SUPPLIER_UNKNOWN("no supplier known: supply risk stays unknown"),
    SHARES_FROM_RECEIPTS("no sourcing rows: suppliers and shares come from received pieces"),
    SHARES_EQUAL("shares missing in sourcing: the rest is split equally over qualified suppliers"),
    SHARES_NORMALISED("shares in sourcing do not add up to 1: brought to a sum of 1"),
    SUPPLIER_BLOCKED("every supplier that is bought from is blocked: nothing can be ordered until another is found"),
    UPSTREAM_UNKNOWN("nothing known of the places behind a supplier"),
    COUNTRY_RISK_UNKNOWN("country risk of a supplier unknown"),
    SERVICE_UNKNOWN("no line with a promise was ever due from a supplier, or too few in all: service unknown"),
    PROMISE_FROM_LEAD_TIME("promised date missing: order date + contract lead time stands in"),
    PROMISE_UNKNOWN(
            "neither a promised date nor an agreed lead time with an order date: the line is left out of the service"
                    + " rate"),
    IN_FULL_UNKNOWN("received pieces unknown beside a receipt date: the line counts as complete on that day"),
    OVER_RECEIPT("more than 110 %% of the ordered pieces received: counts as complete"),
    ORDER_DATE_UNKNOWN("receipt lines without a usable order date: no lead time"),
    LEAD_TIME_LOWER_BOUND("open lines older than the mean lead time enter it at their age: a lower bound"),
    LEAD_TIME_OF_EVENTS("lines tagged with a disruption event: in the disruption record and not in the lead time"),
    LEAD_TIME_DISRUPTED("lines ordered in a disrupted stretch: in the disruption record and not in the lead time"),
    LEAD_TIME_FROM_POOL("no own receipts: the lead time of a pool stands in"),
    LEAD_TIME_FROM_CONTRACT("no receipts to learn from: the lead time of the sourcing row stands in"),
    LEAD_TIME_VARIATION("too few receipts to see lead times vary: a coefficient of variation of 0.30 stands in"),
    DISRUPTIONS_NOT_LOGGED(
            "no log of disruptions: how often supply fails is the figure of a study per company, one in 3.7 years"),
    DISRUPTIONS_ELSEWHERE(
            "lengths of disruptions of the industry stand in where own ones are too few to know how long they last:"
                    + " such lists keep those that go on and lose those that are over, so the lengths may be too long"),
    DISRUPTIONS_LATER("disruptions dated after the run's date have not happened"),
    LEAD_TIME_UNKNOWN("no lead time known anywhere");

    private final String text;

    Premise(String text) {
        this.text = text;
    }

    /** The assumption for a number of items. */
    Assumption over(int items, ProfileSettings settings) {
        String percent = BigDecimal.valueOf(settings.carryingRate())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        return new Assumption(name(), String.format(Locale.ROOT, text, percent), items);
    }
}
