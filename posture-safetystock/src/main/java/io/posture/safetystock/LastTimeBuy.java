package io.posture.safetystock;

import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.LeadTime;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The one order that covers what is still needed of an obsolete item: nothing is replenished after it. Its size weighs a
 * piece left over, lost at its cost, against a piece short.
 */
final class LastTimeBuy {

    /** Name of the node that holds the buy, or the finding that names the facts it lacks. */
    static final String NAME = "lastTimeBuy";

    private static final Origin.Formula ORDER = new Origin.Formula(
            "eoq.lastTimeBuy.1", "the last-time buy; 0 if it cannot be sized: nothing is replenished", "DOMAIN 0");
    private static final Origin.Formula BUY = new Origin.Formula(
            "buf.lastTimeBuy.1",
            "level - stock on hand, at least 0, up to a multiple and the minimum order",
            "DOMAIN 0, E.14");
    private static final Origin.Formula DAYS_LEFT = new Origin.Formula(
            "item.daysLeft.1", "days from the end of the demand history to the last day of need", "DOMAIN 0");
    private static final Origin.Formula MEAN =
            new Origin.Formula("buf.remainingNeed.1", "demand per day * days left", "DOMAIN E.14");
    private static final Origin.Formula DEVIATION = new Origin.Formula(
            "buf.remainingNeedSd.1", "sd per day * sqrt(days left), independent days", "DOMAIN E.14");
    private static final Origin.Formula LIFE =
            new Origin.Formula("buf.lastTimeBuyLife.1", "min(level, demand per day * usable life)", "DOMAIN C.6");
    private static final double SLACK = 1e-9;

    private final Item master;
    private final DemandProfile demand;
    private final SizedItem item;

    private LastTimeBuy(SizedItem item) {
        this.item = item;
        this.master = item.profile().item();
        this.demand = item.profile().demand();
    }

    /** The order quantity of an obsolete item with demand. */
    static Figure orderQuantity(SizedItem item, OrderLimits limits) {
        LastTimeBuy buy = new LastTimeBuy(item);
        List<MissingFact> missing = buy.missing();
        if (!missing.isEmpty()) {
            return Figure.of(SizedItem.ORDER_QUANTITY, 0, Unit.PIECES, ORDER, ItemFigures.missing(NAME, BUY, missing));
        }
        Figure sized = buy.sized(limits);
        return Figure.of(SizedItem.ORDER_QUANTITY, sized.value(), Unit.PIECES, ORDER, sized);
    }

    private List<MissingFact> missing() {
        List<MissingFact> missing = new ArrayList<>();
        if (master.endOfLifeOn().isEmpty()) {
            missing.add(MissingFact.END_OF_LIFE);
        }
        if (master.unitCost().isEmpty()) {
            missing.add(MissingFact.UNIT_COST);
        }
        if (item.profile().shortageCost().isEmpty()) {
            missing.add(MissingFact.SHORTAGE_COST);
        }
        if (demand.sdPerDay().isEmpty()) {
            missing.add(MissingFact.DEMAND_HISTORY);
        }
        return missing;
    }

    private Figure sized(OrderLimits limits) {
        Figure daysLeft = daysLeft();
        Figure level = withinLife(level(daysLeft), limits);
        List<Explanation> because = new ArrayList<>(List.of(level, stock()));
        double wanted =
                Math.ceil(level.value() - item.profile().stock().usablePieces().orElse(0) - SLACK);
        if (!(wanted > 0)) {
            return new Figure(NAME, 0, Unit.PIECES, BUY, because);
        }
        Optional<SourcingLink> largest = item.profile().supply().used().stream().findFirst();
        ConstrainedLot.Range range = ConstrainedLot.range(
                demand.perYear(),
                largest.map(SourcingLink::minimumOrderPieces).orElseGet(OptionalDouble::empty),
                largest.map(SourcingLink::lotMultiplePieces).orElseGet(OptionalDouble::empty),
                OptionalDouble.empty());
        double pieces = Math.max(range.smallest(), Math.ceil(wanted / range.step() - SLACK) * range.step());
        item.profile()
                .supply()
                .leadTime()
                .filter(leadTime -> leadTime.meanDays() >= daysLeft.value())
                .map(LeadTime::meanFigure)
                .ifPresent(late -> because.add(LotWarning.LAST_TIME_BUY_LATE.finding(late, daysLeft)));
        return new Figure(NAME, pieces, Unit.PIECES, BUY, because);
    }

    private Figure daysLeft() {
        DemandHistory history = demand.history();
        LocalDate end = history.firstBucket();
        for (int i = 0; i < history.length(); i++) {
            end = history.bucket().next(end);
        }
        LocalDate last = master.endOfLifeOn().orElseThrow();
        return Figure.of(
                "daysLeft",
                (double) Math.max(0, ChronoUnit.DAYS.between(end, last) + 1),
                Unit.DAYS,
                DAYS_LEFT,
                demand.bucketsFigure(),
                Finding.of(
                        "endOfLife",
                        last.toString(),
                        new Origin.Input("items.end_of_life_on", master.rows().toString())));
    }

    /** Stock with which the remaining need is best met. */
    private Figure level(Figure daysLeft) {
        Figure perDay = demand.meanPerDayFigure();
        Figure sdPerDay = demand.sdPerDayFigure();
        Figure mean =
                Figure.of("remainingNeed", perDay.value() * daysLeft.value(), Unit.PIECES, MEAN, perDay, daysLeft);
        Figure deviation = Figure.of(
                "remainingNeedSd",
                sdPerDay.value() * Math.sqrt(daysLeft.value()),
                Unit.PIECES,
                DEVIATION,
                sdPerDay,
                daysLeft);
        Figure shortage = item.profile().shortageCost().orElseThrow();
        Figure overage = LotCosts.unitCost(master);
        double quantity = Newsvendor.calculate(
                        new Newsvendor.Inputs(overage.value(), shortage.value(), mean.value(), deviation.value()))
                .quantity();
        return Figure.of(
                "lastLevel",
                Math.max(0, quantity),
                Unit.PIECES,
                Newsvendor.FORMULA,
                mean,
                deviation,
                shortage,
                overage);
    }

    private Figure withinLife(Figure level, OrderLimits limits) {
        Optional<Figure> life = limits.usableLife(master);
        double used = life.isPresent() ? life.get().value() * demand.meanPerDay() : Double.POSITIVE_INFINITY;
        return level.value() <= used
                ? level
                : Figure.of(
                        "usableLevel", used, Unit.PIECES, LIFE, level, demand.meanPerDayFigure(), life.orElseThrow());
    }

    private Explanation stock() {
        StockPosition stock = item.profile().stock();
        return stock.usablePieces().isPresent()
                ? Figure.of(
                        "usableStock",
                        stock.usablePieces().getAsDouble(),
                        Unit.PIECES,
                        new Origin.Input("stock.quantity", stock.rows().toString()))
                : Finding.unknown("usableStock", "taken as 0; deliver the stock table");
    }
}
