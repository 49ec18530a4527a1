package io.posture.safetystock;

import io.posture.explain.Explanation;
import io.posture.explain.Finding;
import io.posture.explain.Origin;

/** What a planner should know of an order quantity. */
enum LotWarning {
    /** Days of demand instead of an economic lot. */
    ASSUMED_LOT(
            "the cost of an order is not known: days of demand by value class stand in", "deliver items.order_cost"),
    /** More than the largest lot. */
    LOT_CUT_TO_YEAR(
            "the cheapest lot lasts longer than maximumDays: cut to that",
            "check the cost of an order and the carrying rate, or raise the setting maximumDays"),
    /** Part of every order expires. */
    MOQ_ABOVE_SHELF_LIFE(
            "the smallest order lasts longer than it may be used: what is left over expires",
            "agree a smaller minimum order"),
    /** A price that was not used. */
    PRICE_BREAK_IGNORED(
            "a price by quantity is left out: it is not below that of a smaller quantity, or of another kind than the "
                    + "others",
            "check price_breaks"),
    /** A last-time buy that comes when the need has ended. */
    LAST_TIME_BUY_LATE(
            "an order placed now arrives, on average, when the need has ended: it must be expedited",
            "check items.end_of_life_on, or find a source with a shorter lead time");

    /** Name of the findings that hold a warning. */
    static final String NAME = "warning";

    private final String words;
    private final String remedy;

    LotWarning(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    /** The warning as a node of a reason tree. */
    Finding finding(Explanation... because) {
        return Finding.of(NAME, name(), new Origin.Assumption(words, remedy), because);
    }
}
