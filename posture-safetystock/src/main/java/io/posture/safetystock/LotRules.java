package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import java.util.Optional;

/**
 * What stands in where an economic lot lacks a fact, and the limits of every lot.
 *
 * @param abcStep name of the step that gives the value class A, B or C
 * @param carryingRate carrying rate where the item has none, share of the unit cost a year, 0 to 1
 * @param lotDaysA lot of class A without an order cost, days of demand, above 0
 * @param lotDaysB lot of class B likewise
 * @param lotDaysC lot of class C likewise
 * @param limits the limits
 */
record LotRules(
        String abcStep, double carryingRate, double lotDaysA, double lotDaysB, double lotDaysC, LotLimits limits) {

    private static final Origin.Formula ASSUMED_LOT =
            new Origin.Formula("eoq.assumedLot.1", "days of demand by value class * demand per day", "DOMAIN E.11");

    /** Checks. */
    LotRules {
        Require.share("carryingRate", carryingRate);
        Require.positive("lotDaysA", lotDaysA);
        Require.positive("lotDaysB", lotDaysB);
        Require.positive("lotDaysC", lotDaysC);
    }

    /** The rules of a step from its settings. */
    static LotRules of(
            String step,
            String abcStep,
            double carryingRate,
            double lotDaysA,
            double lotDaysB,
            double lotDaysC,
            double maximumDays,
            double usableLife) {
        LotLimits limits = new LotLimits(maximumDays, new OrderLimits(step, usableLife));
        return new LotRules(abcStep, carryingRate, lotDaysA, lotDaysB, lotDaysC, limits);
    }

    /** Days of demand by value class; empty if the item has no value class. */
    Optional<Figure> assumedLot(SizedItem item) {
        Segment abc = item.segment(abcStep);
        if (abc.code().equals(Segment.NONE)) {
            return Optional.empty();
        }
        DemandProfile demand = item.profile().demand();
        Figure days = lotDays(abc.code());
        return Optional.of(Figure.of(
                "assumedLot",
                days.value() * demand.meanPerDay(),
                Unit.PIECES,
                ASSUMED_LOT,
                days,
                demand.meanPerDayFigure(),
                LotWarning.ASSUMED_LOT.finding(abc.reason())));
    }

    private Figure lotDays(String abc) {
        return switch (abc) {
            case "A" -> ItemFigures.setting(limits.order().step(), "lotDaysA", lotDaysA, Unit.DAYS);
            case "B" -> ItemFigures.setting(limits.order().step(), "lotDaysB", lotDaysB, Unit.DAYS);
            case "C" -> ItemFigures.setting(limits.order().step(), "lotDaysC", lotDaysC, Unit.DAYS);
            default ->
                throw new IllegalArgumentException("step '" + abcStep + "' must give A, B or C, was '" + abc + "'");
        };
    }
}
