package io.posture.resilience.sizing;

import io.posture.api.Item;
import io.posture.api.ItemProfile;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is at stake with an item: what it needs, what is there against routine variation, and the prices.
 *
 * @param item the item with its classes and its routine quantities
 * @param dailyDemand d that is left without supply when the source fails, pieces a day, at least 0
 * @param demand the figure of that
 * @param covered days b that the safety stock covers
 * @param shortage cost of a piece short p; empty if unknown
 * @param carrying what a piece of stockpile costs a year, i c, and what expires of it; empty without a unit cost
 */
record Stakes(
        SizedItem item,
        double dailyDemand,
        Figure demand,
        Figure covered,
        Optional<Figure> shortage,
        Optional<Figure> carrying) {

    private static final Origin.Formula EXPOSED_DEMAND =
            new Origin.Formula("pile.exposedDemand.1", "d * exposed share", "DOMAIN F.1");
    private static final Origin.Formula COVERED = new Origin.Formula(
            "pile.coveredDays.1",
            "b = safety stock that is used before it expires / d, half of it where the settings count half",
            "DOMAIN F.2");
    private static final Origin.Formula CARRYING =
            new Origin.Formula("pile.carrying.1", "carrying rate * unit cost", "DOMAIN F.2");
    private static final Origin.Formula CARRYING_APART = new Origin.Formula(
            "pile.carryingApart.1", "carrying rate * unit cost + unit cost * 365 / usable life", "DOMAIN F.2, F.7");
    private static final double YEAR_DAYS = 365;

    static Stakes of(SizedItem item, ExposedSource source, StockpilePlan plan, StockpileConfig config) {
        Figure perDay = item.profile().demand().meanPerDayFigure();
        Figure demand = Figure.of(
                "exposedDemand",
                perDay.value() * source.exposedShare(),
                Unit.PIECES_PER_DAY,
                EXPOSED_DEMAND,
                perDay,
                share(source));
        return new Stakes(
                item,
                demand.value(),
                demand,
                covered(item, demand, config),
                item.profile().shortageCost(),
                carrying(item, plan, config));
    }

    /** Cost of a piece short, money; asked for only where it is known. */
    double lossPerUnit() {
        return shortage.map(Figure::value).orElseThrow();
    }

    /** What a piece of stockpile costs, money a year; asked for only where it is known. */
    double carryingPerUnit() {
        return carrying.map(Figure::value).orElseThrow();
    }

    /** Days for which a piece may be used; empty for an item that does not perish. */
    static OptionalDouble usableLifeDays(SizedItem item, StockpileConfig config) {
        return item.segmented()
                .findSegment(config.perishabilityStep())
                .map(segment -> segment.findScore("usableLifeDays"))
                .orElse(OptionalDouble.empty());
    }

    private static Explanation share(ExposedSource source) {
        return source.because().stream()
                .filter(node -> node.name().equals("exposedShare"))
                .findFirst()
                .orElseGet(() -> Finding.unknown("supplier", "deliver sourcing or receipts"));
    }

    private static Figure covered(SizedItem item, Figure demand, StockpileConfig config) {
        boolean half = config.safetyCounts() == StockpileConfig.SafetyCounts.HALF;
        double stock = item.pieces(SizedItem.SAFETY_STOCK).orElse(0);
        OptionalDouble life = usableLifeDays(item, config);
        if (life.isPresent()) {
            stock = Math.min(stock, life.getAsDouble() * item.profile().demand().meanPerDay());
        }
        double days = demand.value() > 0 ? stock / demand.value() * (half ? 0.5 : 1) : 0;
        return Figure.of(
                StockpileNames.COVERED_DAYS,
                days,
                Unit.DAYS,
                COVERED,
                item.size(SizedItem.SAFETY_STOCK),
                demand,
                Finding.of(
                        "safetyCounts",
                        config.safetyCounts().name(),
                        new Origin.Parameter("optimal-cover", "safetyCounts")));
    }

    /** The carrying rate of items without one, with its parts behind it where the policy names them. */
    static Figure standardRate(StockpileConfig config) {
        List<Explanation> parts = new ArrayList<>();
        config.carryingParts()
                .forEach((name, share) -> parts.add(Figure.of(
                        name,
                        share,
                        Unit.SHARE_PER_YEAR,
                        new Origin.Parameter("optimal-cover", "carryingParts." + name))));
        return new Figure(
                "carryingRate",
                config.carryingRate(),
                Unit.SHARE_PER_YEAR,
                new Origin.Parameter("optimal-cover", "carryingRate"),
                parts);
    }

    private static Optional<Figure> carrying(SizedItem item, StockpilePlan plan, StockpileConfig config) {
        ItemProfile profile = item.profile();
        Item master = profile.item();
        if (master.unitCost().isEmpty()) {
            return Optional.empty();
        }
        double cost = master.unitCost().getAsDouble();
        Figure unitCost = Figure.of(
                "unitCost",
                cost,
                Unit.MONEY_PER_PIECE,
                new Origin.Input("items.unit_cost", master.rows().toString()));
        double rate = master.carryingRate().orElse(config.carryingRate());
        Figure carryingRate = master.carryingRate().isPresent()
                ? Figure.of(
                        "carryingRate",
                        rate,
                        Unit.SHARE_PER_YEAR,
                        new Origin.Input("items.carrying_rate", master.rows().toString()))
                : standardRate(config);
        OptionalDouble life = usableLifeDays(item, config);
        if (!(rate * cost > 0)) {
            return Optional.empty(); // what costs nothing to hold has no best cover
        }
        if (plan.keptApart() && life.isPresent()) {
            return Optional.of(Figure.of(
                    "carryingPerPiece",
                    rate * cost + cost * YEAR_DAYS / life.getAsDouble(),
                    Unit.MONEY_PER_PIECE_AND_YEAR,
                    CARRYING_APART,
                    carryingRate,
                    unitCost,
                    Figure.of(
                            "usableLife",
                            life.getAsDouble(),
                            Unit.DAYS,
                            new Origin.Input("items.shelf_life_days", ""))));
        }
        return Optional.of(Figure.of(
                "carryingPerPiece", rate * cost, Unit.MONEY_PER_PIECE_AND_YEAR, CARRYING, carryingRate, unitCost));
    }
}
