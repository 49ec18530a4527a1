package io.posture.safetystock;

import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import java.util.List;
import java.util.Optional;

/**
 * What the stock shall achieve.
 *
 * @param target cycle service level or fill rate, (0, 1)
 * @param type which of the two it is
 * @param lot pieces that come in at once, above 0; empty if unknown
 * @param warnings what is wrong with it
 */
record ServiceGoal(Figure target, Finding type, Optional<Figure> lot, List<Finding> warnings) {

    /** What a target counts. */
    enum Type {
        /** Cycles without a stock-out. */
        CYCLE,
        /** Pieces served from stock. */
        FILL
    }

    private static final Origin.Formula CYCLE_TYPE =
            new Origin.Formula("buf.serviceType.cycle.1", "share of the cycles without a stock-out", "DOMAIN E.4");
    private static final Origin.Formula FILL_TYPE =
            new Origin.Formula("buf.serviceType.fill.1", "share of the pieces served from stock", "DOMAIN E.4");
    private static final Finding NO_LOT = Finding.of(
            "warning",
            "FILL_RATE_WITHOUT_LOT",
            new Origin.Assumption(
                    "a fill rate needs the order quantity, which is not known: the cycle service level stands in",
                    "deliver items.order_cost and items.unit_cost"));

    /** A share of cycles without a stock-out. */
    static ServiceGoal cycle(Figure target, Optional<Figure> lot) {
        return new ServiceGoal(
                target, Finding.of("serviceType", Type.CYCLE.name(), CYCLE_TYPE, target), lot, List.of());
    }

    /** The cycle service level in the place of a fill rate that cannot be aimed at. */
    static ServiceGoal cycleWithoutLot(Figure target) {
        return new ServiceGoal(
                target,
                Finding.of("serviceType", Type.CYCLE.name(), CYCLE_TYPE, target),
                Optional.empty(),
                List.of(NO_LOT));
    }

    /** A share of pieces served from stock. */
    static ServiceGoal fill(Figure target, Figure lot) {
        return new ServiceGoal(
                target, Finding.of("serviceType", Type.FILL.name(), FILL_TYPE, target), Optional.of(lot), List.of());
    }

    boolean fillRate() {
        return type.value().equals(Type.FILL.name());
    }

    /** The smallest level that achieves it, pieces. */
    double level(CoverDistribution cover) {
        return fillRate() ? cover.levelForFill(target.value(), lot.orElseThrow().value()) : cover.level(target.value());
    }
}
