package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;

/**
 * Cuts a lot to what is used in a time, then brings it to what can be ordered.
 *
 * @param maximumDays largest lot, days of demand, above 0
 * @param order what can be ordered
 */
record LotLimits(double maximumDays, OrderLimits order) {

    static final Origin.Formula CUT =
            new Origin.Formula("eoq.cut.1", "min(lot, maximumDays * demand per day)", "DOMAIN E.11");

    /** Checks. */
    LotLimits {
        Require.positive("maximumDays", maximumDays);
    }

    /** A year of demand, or what else is the largest lot, pieces. */
    double largest(DemandProfile demand) {
        return maximumDays * demand.meanPerDay();
    }

    /** The largest lot as an explained figure. */
    Figure largestLot(DemandProfile demand, Explanation because) {
        return Figure.of(
                "largestLot", largest(demand), Unit.PIECES, CUT, because, maximum(), demand.meanPerDayFigure());
    }

    /** The lot within all limits. */
    Figure apply(SizedItem item, Figure lot, LotChoice choice) {
        return order.apply(item, cut(item.profile().demand(), lot, choice), choice);
    }

    private Figure maximum() {
        return ItemFigures.setting(order.step(), "maximumDays", maximumDays, Unit.DAYS);
    }

    private Figure cut(DemandProfile demand, Figure lot, LotChoice choice) {
        double largest = largest(demand);
        if (lot.value() <= largest) {
            return lot;
        }
        Figure limit = maximum();
        return Figure.of(
                "cutLot",
                choice.atMost(largest),
                Unit.PIECES,
                choice.cutFormula(),
                lot,
                limit,
                demand.meanPerDayFigure(),
                LotWarning.LOT_CUT_TO_YEAR.finding(limit));
    }
}
