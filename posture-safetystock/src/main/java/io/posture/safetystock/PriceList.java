package io.posture.safetystock;

import io.posture.api.Item;
import io.posture.api.PriceBreak;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The prices of an item by quantity, in order: the first from 0 pieces on, each lower than the one before.
 *
 * @param breakpoints smallest quantity of each price, pieces
 * @param unitPrices money per piece
 * @param incremental whether a price holds for the pieces above its quantity only
 * @param ignored prices that no order would take, or of another kind
 */
record PriceList(List<Double> breakpoints, List<Figure> unitPrices, boolean incremental, List<PriceBreak> ignored) {

    // a price from one piece on is the price of every order
    private static final double ONE_PIECE = 1;
    private static final String UNIT_PRICE = "unitPrice";

    /** Copies. */
    PriceList {
        breakpoints = List.copyOf(breakpoints);
        unitPrices = List.copyOf(unitPrices);
        ignored = List.copyOf(ignored);
    }

    /** The prices of an item that has price breaks. */
    static PriceList of(Item item) {
        List<PriceBreak> sorted = item.priceBreaks().stream()
                .sorted(Comparator.comparingDouble(PriceBreak::minPieces).thenComparingDouble(PriceBreak::unitPrice))
                .toList();
        PriceBreak first = sorted.get(0);
        boolean fromTheStart = first.minPieces() <= ONE_PIECE;
        Figure start = fromTheStart || item.unitCost().isEmpty()
                ? startingPrice(first, fromTheStart)
                : LotCosts.unitCost(item).named(UNIT_PRICE);
        List<PriceBreak> rest = start.value() == first.unitPrice() ? sorted.subList(1, sorted.size()) : sorted;
        boolean incremental = rest.stream().findFirst().orElse(first).incremental();

        List<Double> breakpoints = new ArrayList<>(List.of(0.0));
        List<Figure> prices = new ArrayList<>(List.of(start));
        List<PriceBreak> ignored = new ArrayList<>();
        for (PriceBreak price : rest) {
            double before = prices.get(prices.size() - 1).value();
            if (price.incremental() == incremental && price.unitPrice() < before) {
                breakpoints.add(price.minPieces());
                prices.add(figure(price));
            } else {
                ignored.add(price);
            }
        }
        return new PriceList(breakpoints, prices, incremental, ignored);
    }

    private static Figure startingPrice(PriceBreak first, boolean fromTheStart) {
        return fromTheStart
                ? figure(first)
                : Figure.of(
                        UNIT_PRICE,
                        first.unitPrice(),
                        Unit.MONEY_PER_PIECE,
                        new Origin.Assumption(
                                "the price below the first price break is not known: that of the break stands in",
                                "deliver items.unit_cost"));
    }

    private static Figure figure(PriceBreak price) {
        String from = Figure.input("minPieces", price.minPieces(), Unit.PIECES).text();
        return Figure.of(
                UNIT_PRICE,
                price.unitPrice(),
                Unit.MONEY_PER_PIECE,
                new Origin.Input("price_breaks.unit_price", "from " + from + " pieces"));
    }

    /** The prices as what a lot costs a year. */
    PriceSchedule schedule(PriceSchedule.Terms terms) {
        List<Double> values = unitPrices.stream().map(Figure::value).toList();
        return incremental
                ? PriceSchedule.incremental(terms, breakpoints, values)
                : PriceSchedule.allUnits(terms, breakpoints, values);
    }

    /** Says which prices were left out; empty if none was. */
    Optional<Finding> warning() {
        if (ignored.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(LotWarning.PRICE_BREAK_IGNORED.finding(
                ignored.stream().map(PriceList::figure).toArray(Figure[]::new)));
    }
}
