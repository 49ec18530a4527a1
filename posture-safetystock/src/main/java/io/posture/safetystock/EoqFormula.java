package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.ItemState;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.Doc;
import io.posture.spi.OrderQuantityFormula;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Order quantity: the economic lot, at the best of its prices by quantity, or days of demand by value class where the cost
 * of an order is not known; cut to a year of demand, then brought to what the largest supplier accepts and what is used
 * before it expires. For an obsolete item it is the last-time buy.
 */
final class EoqFormula implements OrderQuantityFormula {

    private static final String STEP = "eoq";

    private final LotRules rules;
    private final LotModel model;
    private final boolean byPrice;

    /** The plain economic lot, with price breaks. */
    EoqFormula(Config config) {
        this(config.rules(), EoqFormula::plain, true);
    }

    /** A lot by another model, at one price. */
    EoqFormula(LotRules rules, LotModel model) {
        this(rules, model, false);
    }

    private EoqFormula(LotRules rules, LotModel model, boolean byPrice) {
        this.rules = rules;
        this.model = model;
        this.byPrice = byPrice;
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
            LotRules.of(STEP, abcStep, carryingRate, lotDaysA, lotDaysB, lotDaysC, maximumDays, usableLife);
        }

        LotRules rules() {
            return LotRules.of(STEP, abcStep, carryingRate, lotDaysA, lotDaysB, lotDaysC, maximumDays, usableLife);
        }
    }

    @Override
    public Explanation compute(SizedItem item) {
        DemandProfile demand = item.profile().demand();
        Optional<Explanation> trivial =
                withoutLot(item, EconomicLot.FORMULA, rules.limits().order());
        if (trivial.isPresent()) {
            return trivial.get();
        }
        Optional<Figure> lot = lot(item);
        if (lot.isEmpty()) {
            return ItemFigures.missing(SizedItem.ORDER_QUANTITY, EconomicLot.FORMULA, List.of(MissingFact.UNIT_COST));
        }
        return withForecast(lot.get(), demand);
    }

    /** What is ordered where no lot is to be computed: nothing is known, nothing is used, or nothing is replenished. */
    static Optional<Explanation> withoutLot(SizedItem item, Origin.Formula formula, OrderLimits limits) {
        DemandProfile demand = item.profile().demand();
        // a new item may have no history and the mean of another one
        if (demand.history().length() == 0 && demand.meanPerDay() == 0) {
            return Optional.of(
                    ItemFigures.missing(SizedItem.ORDER_QUANTITY, formula, List.of(MissingFact.DEMAND_HISTORY)));
        }
        if (demand.meanPerDay() == 0) {
            return Optional.of(
                    Figure.of(SizedItem.ORDER_QUANTITY, 0, Unit.PIECES, formula, ItemFigures.annualDemand(demand)));
        }
        return item.profile().state() == ItemState.OBSOLETE
                ? Optional.of(LastTimeBuy.orderQuantity(item, limits))
                : Optional.empty();
    }

    /** The lot as the order quantity, with the forecast of intermittent demand beside it. */
    static Figure withForecast(Figure lot, DemandProfile demand) {
        Optional<Figure> forecast = IntermittentForecast.figure(demand);
        if (forecast.isEmpty()) {
            return lot.named(SizedItem.ORDER_QUANTITY);
        }
        List<Explanation> because = new ArrayList<>(lot.because());
        because.add(forecast.get());
        return new Figure(SizedItem.ORDER_QUANTITY, lot.value(), lot.unit(), lot.origin(), because);
    }

    /** The lot within its limits; empty if neither the costs nor a value class is known. */
    private Optional<Figure> lot(SizedItem item) {
        Item master = item.profile().item();
        DemandProfile demand = item.profile().demand();
        boolean priced = byPrice && !master.priceBreaks().isEmpty();
        Figure rate = ItemFigures.carryingRate(master, rules.carryingRate());
        Figure annual = ItemFigures.annualDemand(demand);
        LotLimits limits = rules.limits();
        if (master.orderCost().isPresent() && (priced || master.unitCost().isPresent())) {
            Figure orderCost = LotCosts.orderCost(master);
            if (!(rate.value() > 0)) {
                return Optional.of(limits.apply(item, limits.largestLot(demand, rate), LotChoice.PLAIN));
            }
            if (priced) {
                return Optional.of(PricedLot.economic(item, limits, orderCost, annual, rate));
            }
            Figure holding = LotCosts.holdingCost(rate, LotCosts.unitCost(master));
            LotCosts costs = new LotCosts(item.profile(), orderCost, annual, holding);
            return Optional.of(limits.apply(item, model.lot(costs), model.choice(costs)));
        }
        return rules.assumedLot(item)
                .map(assumed -> priced && rate.value() > 0
                        ? PricedLot.aboveAssumed(item, limits, assumed, annual, rate)
                        : limits.apply(item, assumed, LotChoice.PLAIN));
    }

    private static Figure plain(LotCosts costs) {
        return plain(costs, List.of());
    }

    /** The plain economic lot, with the facts that a better model lacks. */
    static Figure plain(LotCosts costs, List<Finding> lacking) {
        double quantity = EconomicLot.calculate(new EconomicLot.Inputs(
                        costs.orderCost().value(),
                        costs.annualDemand().value(),
                        costs.holdingCost().value()))
                .quantity();
        List<Explanation> because =
                new ArrayList<>(List.of(costs.orderCost(), costs.annualDemand(), costs.holdingCost()));
        because.addAll(lacking);
        return new Figure("economicLot", quantity, Unit.PIECES, EconomicLot.FORMULA, because);
    }
}
