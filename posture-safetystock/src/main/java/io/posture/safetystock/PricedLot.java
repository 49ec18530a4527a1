package io.posture.safetystock;

import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * The economic lot of an item whose price falls with the quantity, with the best lot at each price beside it. Limits choose
 * among all prices again: the cheapest lot that is allowed may be at another price.
 */
final class PricedLot implements LotChoice {

    private static final Origin.Formula ALTERNATIVE = new Origin.Formula(
            "eoq.atPrice.1",
            "lot of least c D + (K + F) D / Q + i (c Q + F) / 2 between this price and the next; F = 0 for all units",
            "Hadley & Whitin 1963");
    private static final Origin.Formula COST = new Origin.Formula(
            "eoq.yearlyCost.1", "c D + (K + F) D / Q + i (c Q + F) / 2; F = 0 for all units", "Hadley & Whitin 1963");
    private static final Origin.Formula CUT = new Origin.Formula(
            "eoq.cutPriced.1", "cheapest lot of at most maximumDays * demand per day, at any price", "DOMAIN E.11");
    private static final Origin.Formula CONSTRAINED = new Origin.Formula(
            "eoq.constrainedPriced.1",
            "cheapest multiple of the lot at any price, at least the minimum order, at most usable life * D / 365",
            "DOMAIN E.11");
    private static final Origin.Formula ABOVE_ASSUMED = new Origin.Formula(
            "eoq.assumedPriced.1",
            "cheapest lot by price and holding, of the assumed lot and the price breaks above it; K as 0",
            "DOMAIN E.11");

    private final PriceList prices;
    private final PriceSchedule schedule;
    private final double smallest;
    private final double largest;

    private PricedLot(PriceList prices, PriceSchedule.Terms terms, double smallest, double largest) {
        this.prices = prices;
        this.schedule = prices.schedule(terms);
        this.smallest = smallest;
        this.largest = largest;
    }

    /** With known cost of an order. */
    static Figure economic(SizedItem item, LotLimits limits, Figure orderCost, Figure annual, Figure rate) {
        PriceList prices = PriceList.of(item.profile().item());
        PricedLot lot = new PricedLot(
                prices,
                new PriceSchedule.Terms(orderCost.value(), annual.value(), rate.value()),
                0,
                limits.largest(item.profile().demand()));
        PriceSchedule.Lot best = lot.schedule.cheapest();
        Figure wanted = new Figure(
                "economicLot",
                best.quantity(),
                Unit.PIECES,
                prices.incremental() ? PriceDiscount.INCREMENTAL : PriceDiscount.ALL_UNITS,
                lot.because(List.of(orderCost, annual, rate), best, annual));
        return limits.apply(item, wanted, lot);
    }

    /**
     * Without the cost of an order: a larger lot than the assumed one is taken where the price alone pays for holding it,
     * whatever an order costs.
     */
    static Figure aboveAssumed(SizedItem item, LotLimits limits, Figure assumed, Figure annual, Figure rate) {
        PriceList prices = PriceList.of(item.profile().item());
        double largest = Math.max(assumed.value(), limits.largest(item.profile().demand()));
        PricedLot lot = new PricedLot(
                prices, new PriceSchedule.Terms(0, annual.value(), rate.value()), assumed.value(), largest);
        PriceSchedule.Lot best = lot.schedule.cheapest(assumed.value(), largest);
        Figure wanted = new Figure(
                "economicLot",
                best.quantity(),
                Unit.PIECES,
                ABOVE_ASSUMED,
                lot.because(List.of(assumed, annual, rate), best, annual));
        return limits.apply(item, wanted, lot);
    }

    private List<Explanation> because(List<Figure> inputs, PriceSchedule.Lot best, Figure annual) {
        List<Explanation> because = new ArrayList<>(inputs);
        because.add(Figure.of(
                "yearlyCost",
                best.cost(),
                Unit.MONEY_PER_YEAR,
                COST,
                prices.unitPrices().get(best.region()),
                annual));
        for (PriceSchedule.Region region : schedule.regions()) {
            if (region.to() <= smallest) {
                continue;
            }
            PriceSchedule.Lot own = schedule.cheapestOf(region, smallest);
            Figure price = prices.unitPrices().get(region.index());
            because.add(Figure.of(
                    "lotAtPrice",
                    own.quantity(),
                    Unit.PIECES,
                    ALTERNATIVE,
                    price,
                    Figure.of("priceFrom", region.from(), Unit.PIECES, new Origin.Input("price_breaks.min_qty", "")),
                    Figure.of("yearlyCost", own.cost(), Unit.MONEY_PER_YEAR, COST, price, annual)));
        }
        prices.warning().ifPresent(because::add);
        return because;
    }

    @Override
    public double atMost(double most) {
        return schedule.cheapest(Math.min(smallest, most), most).quantity();
    }

    @Override
    public double within(double wanted, ConstrainedLot.Range range) {
        double most = Math.min(range.largest(), Math.max(largest, range.smallest()));
        double least = smallest > 0 ? ConstrainedLot.nearest(smallest, range) : range.smallest();
        return schedule.cheapestMultiple(range.step(), least, Math.max(least, most))
                .quantity();
    }

    @Override
    public Origin.Formula cutFormula() {
        return CUT;
    }

    @Override
    public Origin.Formula limitFormula() {
        return CONSTRAINED;
    }
}
