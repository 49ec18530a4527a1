package io.posture.analysis.budget;

import io.posture.io.run.ItemEconomics;
import io.posture.numerics.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What money in buffers buys: the least that can stay open for every amount of it, and where a company is and would be.
 *
 * @param points the curve, the least money first
 * @param places where the company is, and other marks beside the curve
 */
public record ExchangeCurve(List<Point> points, List<Place> places) {

    private static final int POINTS = 17;

    /** Copies. */
    public ExchangeCurve {
        points = List.copyOf(points);
        places = List.copyOf(places);
    }

    /**
     * A point of the curve.
     *
     * @param marginal what the last unit of money avoids, money a year
     * @param effect what the money does
     */
    public record Point(double marginal, Portfolio.Effect effect) {}

    /** The marks. */
    public enum Mark {
        /** What is held today. */
        NOW,
        /** What was decided. */
        PROPOSED,
        /** The most that pays in routine cycles: there the last unit of money avoids what it costs to carry. */
        ECONOMIC
    }

    /**
     * A mark.
     *
     * @param mark which
     * @param items how many of the items it is known of; of the others the proposal stands in
     * @param effect what the money does; empty if it is known of no item
     * @param best what the same money would do if it were shared out best; empty likewise
     */
    public record Place(Mark mark, int items, List<Portfolio.Effect> effect, List<Portfolio.Effect> best) {

        /** Copies. */
        public Place {
            effect = List.copyOf(effect);
            best = List.copyOf(best);
        }

        /** What better sharing of the same money would avoid of what sharing makes least, money a year. */
        public OptionalDouble gap() {
            return effect.isEmpty() || best.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            Math.max(0, effect.get(0).open() - best.get(0).open()));
        }
    }

    /** The curve of a portfolio; no points where nothing competes for money. */
    public static ExchangeCurve of(Portfolio portfolio) {
        if (portfolio.weighed().isEmpty()) {
            return new ExchangeCurve(List.of(), List.of());
        }
        Sharing sharing = new Sharing(portfolio);
        List<Point> points = new ArrayList<>();
        if (sharing.dearest() > 0) {
            double from = Math.log(sharing.dearest());
            double to = Math.log(sharing.cheapest());
            for (int i = 0; i < POINTS; i++) {
                double theta = Math.exp(from + (to - from) * i / (POINTS - 1));
                points.add(new Point(theta, sharing.effect(theta)));
            }
        }
        List<Place> places = new ArrayList<>();
        places.add(now(portfolio, sharing));
        places.add(place(
                Mark.PROPOSED,
                portfolio.weighedItems(),
                portfolio.effect(Weighed::proposedSafety, Weighed::proposedStrategic),
                sharing));
        if (portfolio.basis() == Basis.LOSS) {
            Portfolio.Effect economic =
                    portfolio.effect(item -> item.safetyStock(item.item().carryingRate()), Weighed::mostStrategic);
            places.add(new Place(Mark.ECONOMIC, portfolio.weighedItems(), List.of(economic), List.of()));
        }
        return new ExchangeCurve(points, places);
    }

    private static Place now(Portfolio portfolio, Sharing sharing) {
        int known = (int) portfolio.weighed().stream()
                .filter(item -> item.item().safetyStock().current().isPresent())
                .count();
        if (known == 0) {
            return new Place(Mark.NOW, 0, List.of(), List.of());
        }
        return place(
                Mark.NOW,
                known,
                portfolio.effect(
                        item -> today(item.item().safetyStock(), item.proposedSafety()),
                        item -> today(item.item().strategicStock(), item.proposedStrategic())),
                sharing);
    }

    private static double today(ItemEconomics.Stock stock, double proposed) {
        return stock.current().orElse(proposed);
    }

    private static Place place(Mark mark, int items, Portfolio.Effect effect, Sharing sharing) {
        if (!(sharing.dearest() > 0)) {
            return new Place(mark, items, List.of(effect), List.of());
        }
        return new Place(mark, items, List.of(effect), List.of(sharing.effect(sharing.thetaNear(effect.capital()))));
    }

    /** Money in both buffers of all items today, as far as it is known. */
    static double held(List<ItemEconomics> items) {
        return Sums.of(items.stream()
                .mapToDouble(item -> item.unitCost().orElse(0)
                        * (item.safetyStock().current().orElse(0)
                                + item.strategicStock().current().orElse(0)))
                .toArray());
    }
}
