package io.posture.api;

import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that is known of an item before anything is decided: the first station on its way.
 *
 * @param item master data
 * @param state how it is treated
 * @param demand its demand
 * @param supply its supply
 * @param stock its stock
 */
public record ItemProfile(Item item, ItemState state, DemandProfile demand, SupplyProfile supply, StockPosition stock) {

    /** What would make the cost of a piece short known. */
    public static final String SHORTAGE_COST_REMEDY =
            "deliver items.stockout_cost_per_unit, items.stockout_cost_per_day or items.unit_margin";

    private static final String SHORTAGE_COST = "shortageCost";
    private static final Origin.Formula PER_DAY = new Origin.Formula(
            "item.shortageCost.perDay.1", "cost of a day without the item / demand per day", "DOMAIN E");
    private static final Origin.Formula MARGIN =
            new Origin.Formula("item.shortageCost.margin.1", "margin lost with a piece", "DOMAIN E");

    /** The key. */
    public ItemId id() {
        return item.id();
    }

    /**
     * Cost of one piece short as an explained figure, money per piece: as given, else the cost of a day without the item
     * over its demand per day, else the margin lost with a piece; a cost or margin that is not above 0 counts as not given.
     * Empty if none of these is known: unknown is not 0.
     */
    public Optional<Figure> shortageCost() {
        if (item.shortageCost().isPresent()) {
            return Optional.of(Figure.of(
                    SHORTAGE_COST,
                    item.shortageCost().getAsDouble(),
                    Unit.MONEY_PER_PIECE,
                    read("items.stockout_cost_per_unit")));
        }
        OptionalDouble day = item.shortageCostPerDay();
        if (day.isPresent() && day.getAsDouble() > 0 && demand.meanPerDay() > 0) {
            return Optional.of(Figure.of(
                    SHORTAGE_COST,
                    day.getAsDouble() / demand.meanPerDay(),
                    Unit.MONEY_PER_PIECE,
                    PER_DAY,
                    Figure.of("shortageCostPerDay", day.getAsDouble(), Unit.MONEY, read("items.stockout_cost_per_day")),
                    demand.meanPerDayFigure()));
        }
        return item.unitMargin().stream()
                .filter(margin -> margin > 0)
                .mapToObj(margin -> Figure.of(
                        SHORTAGE_COST,
                        margin,
                        Unit.MONEY_PER_PIECE,
                        MARGIN,
                        Figure.of("unitMargin", margin, Unit.MONEY_PER_PIECE, read("items.unit_margin"))))
                .findFirst();
    }

    private Origin read(String field) {
        return new Origin.Input(field, item.rows().toString());
    }
}
