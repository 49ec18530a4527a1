package io.posture.api;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
 * @param asOf day of the run that decides on it; empty if nobody said
 * @param earlierRisk its risk level in the last run of an earlier day; empty without such a run
 * @param earlierPlan the plan of its stockpile in that run; empty if that asked for none
 */
public record ItemProfile(
        Item item,
        ItemState state,
        DemandProfile demand,
        SupplyProfile supply,
        StockPosition stock,
        Optional<LocalDate> asOf,
        Optional<EarlierRisk> earlierRisk,
        Optional<EarlierPlan> earlierPlan) {

    /** What would make the cost of a piece short known. */
    public static final String SHORTAGE_COST_REMEDY =
            "deliver items.stockout_cost_per_unit, the table stockout_costs, items.stockout_cost_per_day or items.unit_margin";

    private static final String SHORTAGE_COST = "shortageCost";

    /** Name of the cost of a whole stock-out in the reason tree of the cost of a piece short, money. */
    public static final String STOCKOUT_COST = "stockoutCost";

    private static final Origin.Formula EVENT =
            new Origin.Formula("item.shortageCost.event.1", "cost of a stock-out / pieces short in it", "DOMAIN G.1");
    private static final Origin.Formula EVENT_COST = new Origin.Formula(
            "item.stockoutCost.1",
            "pieces short * margin, unless the downtime contains it + expedite + downtime + penalty + churn * customer value",
            "DOMAIN G.1");
    private static final Origin.Formula PER_DAY = new Origin.Formula(
            "item.shortageCost.perDay.1", "cost of a day without the item / demand per day", "DOMAIN G.1");
    private static final Origin.Formula MARGIN =
            new Origin.Formula("item.shortageCost.margin.1", "margin lost with a piece", "DOMAIN G.1");

    /** An item outside of a run. */
    public ItemProfile(Item item, ItemState state, DemandProfile demand, SupplyProfile supply, StockPosition stock) {
        this(item, state, demand, supply, stock, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same item in a run. */
    public ItemProfile inRun(Optional<LocalDate> day, Optional<EarlierRisk> risk, Optional<EarlierPlan> plan) {
        return new ItemProfile(item, state, demand, supply, stock, day, risk, plan);
    }

    /** The key. */
    public ItemId id() {
        return item.id();
    }

    /**
     * Cost of one piece short as an explained figure, money per piece: as given, else the cost of a whole stock-out over the
     * pieces that are short in it, else the cost of a day without the item
     * over its demand per day, else the margin lost with a piece; a cost or margin that is not above 0 counts as not given.
     * Empty if none of these is known: unknown is not 0.
     */
    public Optional<Figure> shortageCost() {
        if (item.shortageCost().orElse(0) > 0) {
            return Optional.of(Figure.of(
                    SHORTAGE_COST,
                    item.shortageCost().getAsDouble(),
                    Unit.MONEY_PER_PIECE,
                    read("items.stockout_cost_per_unit")));
        }
        Optional<Figure> event = costOfEvent();
        if (event.isPresent()) {
            return event;
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

    /** Cost of a stock-out over the pieces short in it; empty if it costs nothing, as far as is known. */
    private Optional<Figure> costOfEvent() {
        Optional<StockoutEvent> known =
                item.stockoutEvent().filter(event -> event.unitsShort().isPresent());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        StockoutEvent event = known.get();
        Origin rows = new Origin.Input("stockout_costs", event.rows().toString());
        double pieces = event.unitsShort().orElseThrow();
        double margin = Math.max(0, item.unitMargin().orElse(0));
        StockoutEvent.Parts parts = event.cost(pieces, margin);
        List<Explanation> because = new ArrayList<>();
        because.add(Figure.of("expedite", parts.expedite(), Unit.MONEY, rows));
        because.add(Figure.of("downtime", parts.downtime(), Unit.MONEY, rows));
        because.add(Figure.of("penalty", parts.penalty(), Unit.MONEY, rows));
        because.add(Figure.of("goodwill", parts.goodwill(), Unit.MONEY, rows));
        if (event.losesMargin()) {
            because.add(
                    item.unitMargin().isPresent()
                            ? Figure.of(
                                    "lostMargin",
                                    parts.lostMargin(),
                                    Unit.MONEY,
                                    EVENT,
                                    Figure.of("unitMargin", margin, Unit.MONEY_PER_PIECE, read("items.unit_margin")))
                            : Finding.of(
                                    "warning",
                                    "SHORTAGE_COST_LOWER_BOUND",
                                    new Origin.Assumption(
                                            "the margin lost with a piece is not known and not counted",
                                            "deliver items.unit_margin")));
        }
        double cost = parts.sum();
        return cost > 0
                ? Optional.of(Figure.of(
                        SHORTAGE_COST,
                        cost / pieces,
                        Unit.MONEY_PER_PIECE,
                        EVENT,
                        new Figure(STOCKOUT_COST, cost, Unit.MONEY, EVENT_COST, because),
                        Figure.of("unitsShort", pieces, Unit.PIECES, rows)))
                : Optional.empty();
    }

    private Origin read(String field) {
        return new Origin.Input(field, item.rows().toString());
    }
}
