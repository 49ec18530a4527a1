package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.OrderQuantityFormula;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Order quantity: the economic lot, or days of demand by value class where the cost of an order is not known; cut to a
 * year of demand, then brought to what the largest supplier accepts and what is used before it expires.
 */
final class EoqFormula implements OrderQuantityFormula {

    private static final Origin.Formula HOLDING =
            new Origin.Formula("eoq.holding.1", "carrying rate * unit cost", "DOMAIN E");
    private static final Origin.Formula ASSUMED_LOT =
            new Origin.Formula("eoq.assumedLot.1", "days of demand by value class * demand per day", "DOMAIN E.11");
    private static final Origin.Formula CUT =
            new Origin.Formula("eoq.cut.1", "min(lot, maximumDays * demand per day)", "DOMAIN E.11");
    private static final Origin.Formula USABLE_LIFE =
            new Origin.Formula("item.usableLife.1", "shelf life * usable share", "DOMAIN C.6");
    private static final Origin.Formula SCRAP =
            new Origin.Formula("eoq.scrap.1", "lot - usable life * demand per day", "DOMAIN E.11");

    private final Config config;

    EoqFormula(Config config) {
        this.config = config;
    }

    /** Stand-ins and limits. */
    record Config(
            @Doc("name of the step that gives the value class A, B or C")
            String abcStep,

            @Doc("carrying rate where the item has none, share of the unit cost a year, 0 to 1")
            double carryingRate,

            @Doc("lot of class A without an order cost, days of demand, above 0")
            double lotDaysA,

            @Doc("lot of class B without an order cost, days of demand, above 0")
            double lotDaysB,

            @Doc("lot of class C without an order cost, days of demand, above 0")
            double lotDaysC,

            @Doc("largest lot, days of demand, above 0") double maximumDays,

            @Doc("share of the shelf life in which stock may be used, (0, 1]")
            double usableLife)
            implements Serializable {

        static final Config DEFAULTS = new Config("abc", 0.25, 7, 30, 90, 365, 0.8);

        Config {
            Require.share("carryingRate", carryingRate);
            Require.positive("lotDaysA", lotDaysA);
            Require.positive("lotDaysB", lotDaysB);
            Require.positive("lotDaysC", lotDaysC);
            Require.positive("maximumDays", maximumDays);
            Require.positive("usableLife", Require.share("usableLife", usableLife));
        }
    }

    @Override
    public Explanation compute(SizedItem item) {
        DemandProfile demand = item.profile().demand();
        if (demand.history().length() == 0) {
            return ItemFigures.missing(
                    SizedItem.ORDER_QUANTITY, EconomicLot.FORMULA, List.of(MissingFact.DEMAND_HISTORY));
        }
        if (demand.meanPerDay() == 0) {
            return Figure.of(
                    SizedItem.ORDER_QUANTITY, 0, Unit.PIECES, EconomicLot.FORMULA, ItemFigures.annualDemand(demand));
        }
        Optional<Figure> wanted = wantedLot(item);
        if (wanted.isEmpty()) {
            return ItemFigures.missing(SizedItem.ORDER_QUANTITY, EconomicLot.FORMULA, List.of(MissingFact.UNIT_COST));
        }
        return constrained(item, cut(demand, wanted.get())).named(SizedItem.ORDER_QUANTITY);
    }

    /** The lot before any limit; empty if neither the costs nor a value class is known. */
    private Optional<Figure> wantedLot(SizedItem item) {
        Item master = item.profile().item();
        DemandProfile demand = item.profile().demand();
        if (master.orderCost().isPresent() && master.unitCost().isPresent()) {
            return Optional.of(economic(master, demand));
        }
        Segment abc = item.segment(config.abcStep);
        if (abc.code().equals(Segment.NONE)) {
            return Optional.empty();
        }
        Figure days = lotDays(abc.code());
        Finding warning = Finding.of(
                "lotWarning",
                "ASSUMED_LOT",
                new Origin.Assumption(
                        "the cost of an order is not known: days of demand by value class stand in",
                        "deliver items.order_cost"),
                abc.reason());
        return Optional.of(Figure.of(
                "assumedLot",
                days.value() * demand.meanPerDay(),
                Unit.PIECES,
                ASSUMED_LOT,
                days,
                demand.meanPerDayFigure(),
                warning));
    }

    private Figure economic(Item master, DemandProfile demand) {
        Figure orderCost = ItemFigures.input(
                master, "orderCost", "items.order_cost", master.orderCost().orElseThrow(), Unit.MONEY);
        Figure unitCost = ItemFigures.input(
                master, "unitCost", "items.unit_cost", master.unitCost().orElseThrow(), Unit.MONEY_PER_PIECE);
        Figure rate = ItemFigures.carryingRate(master, config.carryingRate);
        Figure holding = Figure.of(
                "holdingCost", rate.value() * unitCost.value(), Unit.MONEY_PER_PIECE, HOLDING, rate, unitCost);
        Figure annual = ItemFigures.annualDemand(demand);
        if (!(holding.value() > 0)) {
            Figure limit = ItemFigures.setting("eoq", "maximumDays", config.maximumDays, Unit.DAYS);
            return Figure.of(
                    "largestLot",
                    config.maximumDays * demand.meanPerDay(),
                    Unit.PIECES,
                    CUT,
                    holding,
                    limit,
                    demand.meanPerDayFigure());
        }
        double quantity = EconomicLot.calculate(
                        new EconomicLot.Inputs(orderCost.value(), annual.value(), holding.value()))
                .quantity();
        return Figure.of("economicLot", quantity, Unit.PIECES, EconomicLot.FORMULA, orderCost, annual, holding);
    }

    private Figure lotDays(String abc) {
        return switch (abc) {
            case "A" -> ItemFigures.setting("eoq", "lotDaysA", config.lotDaysA, Unit.DAYS);
            case "B" -> ItemFigures.setting("eoq", "lotDaysB", config.lotDaysB, Unit.DAYS);
            case "C" -> ItemFigures.setting("eoq", "lotDaysC", config.lotDaysC, Unit.DAYS);
            default ->
                throw new IllegalArgumentException(
                        "step '" + config.abcStep + "' must give A, B or C, was '" + abc + "'");
        };
    }

    private Figure cut(DemandProfile demand, Figure lot) {
        double largest = config.maximumDays * demand.meanPerDay();
        if (lot.value() <= largest) {
            return lot;
        }
        Figure limit = ItemFigures.setting("eoq", "maximumDays", config.maximumDays, Unit.DAYS);
        return Figure.of(
                "cutLot",
                largest,
                Unit.PIECES,
                CUT,
                lot,
                limit,
                demand.meanPerDayFigure(),
                Finding.of("lotWarning", "LOT_ABOVE_MAXIMUM_DAYS", CUT, limit));
    }

    private Figure constrained(SizedItem item, Figure lot) {
        Item master = item.profile().item();
        DemandProfile demand = item.profile().demand();
        Optional<SourcingLink> largest = item.profile().supply().used().stream().findFirst();
        OptionalDouble moq = largest.map(SourcingLink::minimumOrderPieces).orElseGet(OptionalDouble::empty);
        OptionalDouble multiple = largest.map(SourcingLink::lotMultiplePieces).orElseGet(OptionalDouble::empty);
        OptionalDouble life = master.shelfLifeDays();
        if (moq.isEmpty() && multiple.isEmpty() && life.isEmpty()) {
            return lot;
        }
        List<Explanation> because = new ArrayList<>();
        because.add(lot);
        String supplier =
                largest.map(link -> "supplier " + link.supplier().id()).orElse("");
        moq.ifPresent(pieces -> because.add(
                Figure.of("minimumOrder", pieces, Unit.PIECES, new Origin.Input("sourcing.moq", supplier))));
        multiple.ifPresent(pieces -> because.add(
                Figure.of("lotMultiple", pieces, Unit.PIECES, new Origin.Input("sourcing.multiple", supplier))));
        OptionalDouble usable = OptionalDouble.empty();
        if (life.isPresent()) {
            Figure days = usableLife(master, life.getAsDouble());
            usable = OptionalDouble.of(days.value());
            because.add(days);
        }
        ConstrainedLot.Lot chosen = ConstrainedLot.nearest(lot.value(), demand.perYear(), moq, multiple, usable);
        if (!chosen.feasible()) {
            double scrap = chosen.quantity() - usable.orElseThrow() * demand.meanPerDay();
            Figure expected = Figure.of(
                    "expectedScrap",
                    scrap,
                    Unit.PIECES,
                    SCRAP,
                    because.get(because.size() - 1),
                    demand.meanPerDayFigure());
            because.add(
                    Finding.of("lotWarning", "SMALLEST_ORDER_OUTLASTS_SHELF_LIFE", ConstrainedLot.FORMULA, expected));
        }
        return new Figure("lot", chosen.quantity(), Unit.PIECES, ConstrainedLot.FORMULA, because);
    }

    private Figure usableLife(Item master, double shelfLifeDays) {
        return Figure.of(
                "usableLifeDays",
                shelfLifeDays * config.usableLife,
                Unit.DAYS,
                USABLE_LIFE,
                ItemFigures.input(master, "shelfLifeDays", "items.shelf_life_days", shelfLifeDays, Unit.DAYS),
                ItemFigures.setting("eoq", "usableLife", config.usableLife, Unit.SHARE));
    }
}
