package io.posture.safetystock;

import io.posture.api.Item;
import io.posture.api.ItemProfile;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.Optional;

/**
 * What an economic lot is made from.
 *
 * @param profile the item
 * @param orderCost cost of one order, money
 * @param annualDemand pieces a year
 * @param holdingCost money per piece and year, above 0
 */
record LotCosts(ItemProfile profile, Figure orderCost, Figure annualDemand, Figure holdingCost) {

    private static final Origin.Formula HOLDING =
            new Origin.Formula("eoq.holding.1", "carrying rate * unit cost", "DOMAIN E");

    /** Cost of one piece short, money; empty if unknown. */
    Optional<Figure> shortageCost() {
        return profile.shortageCost();
    }

    /** Cost of one order as read. */
    static Figure orderCost(Item master) {
        return ItemFigures.input(
                master, "orderCost", "items.order_cost", master.orderCost().orElseThrow(), Unit.MONEY);
    }

    /** Unit cost as read. */
    static Figure unitCost(Item master) {
        return ItemFigures.input(
                master, "unitCost", "items.unit_cost", master.unitCost().orElseThrow(), Unit.MONEY_PER_PIECE);
    }

    /** Cost of holding one piece for a year. */
    static Figure holdingCost(Figure carryingRate, Figure unitCost) {
        return Figure.of(
                "holdingCost",
                carryingRate.value() * unitCost.value(),
                Unit.MONEY_PER_PIECE,
                HOLDING,
                carryingRate,
                unitCost);
    }
}
