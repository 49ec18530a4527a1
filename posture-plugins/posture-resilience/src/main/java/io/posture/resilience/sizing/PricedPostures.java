package io.posture.resilience.sizing;

import io.posture.api.DemandProfile;
import io.posture.api.LeadTime;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.resilience.economics.PostureCost;
import io.posture.resilience.stockpile.SupplyFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What each posture costs in a year, for strategies that decide by cost. */
final class PricedPostures {

    private static final double YEAR_DAYS = 365;
    private static final String SIGMA = "sigmaLtd";
    private static final Origin.Formula MOMENTS = new Origin.Formula(
            "pile.sigmaLtd.1",
            "sqrt(L sd^2 + d^2 sL^2), where the safety stock was not sized by a deviation",
            "DOMAIN E.2, G.4");

    private final Stakes stakes;
    private final SupplyFailures failures;
    private final double exposedShare;
    private final PostureCost.Terms terms;
    private final double lot;
    private final double safetyStock;
    private final List<Explanation> because = new ArrayList<>();

    private PricedPostures(Stakes stakes, ExposedSource source, double lot, double safetyStock, Figure sigma) {
        this.stakes = stakes;
        this.failures = source.failures();
        this.exposedShare = source.exposedShare();
        this.lot = lot;
        this.safetyStock = safetyStock;
        SizedItem item = stakes.item();
        OptionalDouble orderCost = item.profile().item().orderCost();
        this.terms = new PostureCost.Terms(
                item.profile().demand().meanPerDay() * YEAR_DAYS,
                stakes.carryingPerUnit(),
                orderCost.orElse(0),
                sigma.value(),
                stakes.lossPerUnit());
        because.add(item.size(SizedItem.ORDER_QUANTITY));
        because.add(item.size(SizedItem.SAFETY_STOCK));
        because.add(Figure.of(
                "orderCost",
                orderCost.orElse(0),
                Unit.MONEY,
                orderCost.isPresent()
                        ? new Origin.Input(
                                "items.order_cost", item.profile().item().rows().toString())
                        : new Origin.Assumption(
                                "not known and not counted: all postures order alike", "deliver items.order_cost")));
        because.add(sigma);
    }

    /**
     * Deviation of the demand over the lead time: of the safety stock, else by the moments of demand and lead time where that was sized by
     * another method; empty if these are not known, since a part that is missing on all sides changes which cost is near to which.
     */
    private static Optional<Figure> sigma(SizedItem item) {
        Optional<Figure> sized = item.size(SizedItem.SAFETY_STOCK)
                .find(SIGMA)
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast);
        DemandProfile demand = item.profile().demand();
        Optional<LeadTime> lead = item.profile().supply().leadTime();
        if (sized.isPresent() || lead.isEmpty() || demand.sdPerDay().isEmpty()) {
            return sized;
        }
        double sd = demand.sdPerDay().getAsDouble();
        double mean = demand.meanPerDay();
        double value = Math.sqrt(lead.get().meanDays() * sd * sd
                + mean * mean * lead.get().sdDays() * lead.get().sdDays());
        return Double.isFinite(value)
                ? Optional.of(Figure.of(
                        SIGMA,
                        value,
                        Unit.PIECES,
                        MOMENTS,
                        demand.meanPerDayFigure(),
                        lead.get().meanFigure(),
                        lead.get().sdFigure()))
                : Optional.empty();
    }

    /**
     * The costs.
     *
     * @param stockpile pieces
     * @param dual the cheapest second source of those with a price
     */
    static Finding of(Stakes stakes, ExposedSource source, double stockpile, Optional<Alternatives.Dual> dual) {
        OptionalDouble lot = stakes.item().pieces(SizedItem.ORDER_QUANTITY);
        OptionalDouble safetyStock = stakes.item().pieces(SizedItem.SAFETY_STOCK);
        if (lot.isEmpty() || safetyStock.isEmpty() || !(lot.getAsDouble() > 0)) {
            return Finding.unknown(StockpileNames.POSTURE_COSTS, "deliver what order quantity and safety stock need");
        }
        Optional<Figure> sigma = sigma(stakes.item());
        if (sigma.isEmpty()) {
            return Finding.unknown(
                    StockpileNames.POSTURE_COSTS, "deliver receipts or agreed lead times and a history of demand");
        }
        PricedPostures priced =
                new PricedPostures(stakes, source, lot.getAsDouble(), safetyStock.getAsDouble(), sigma.get());
        List<Explanation> costs = new ArrayList<>();
        costs.add(priced.plan(StockpileNames.COST_BUFFERED, 0));
        costs.add(priced.plan(StockpileNames.COST_STOCKPILED, stockpile));
        dual.ifPresent(second -> costs.add(priced.dualSourced(second)));
        return new Finding(StockpileNames.POSTURE_COSTS, costs.size() + " postures priced", PostureCost.FORMULA, costs);
    }

    private Figure plan(String name, double stockpile) {
        List<Explanation> reasons = new ArrayList<>(because);
        reasons.add(Figure.of("stockpileHeld", stockpile, Unit.PIECES, PostureCost.FORMULA, stakes.demand()));
        return new Figure(name, cost(stockpile, 0).total(), Unit.MONEY_PER_YEAR, PostureCost.FORMULA, reasons);
    }

    private Figure dualSourced(Alternatives.Dual second) {
        PostureCost.Result plain = cost(0, second.premiumPerYear());
        double total = plain.total() - second.surgeShare() * plain.parts().disruption();
        List<Explanation> reasons = new ArrayList<>(because);
        reasons.add(Figure.of(
                "sourcingPremium", second.premiumPerYear(), Unit.MONEY_PER_YEAR, PostureCost.FORMULA, stakes.demand()));
        return new Figure(StockpileNames.COST_DUAL_SOURCED, total, Unit.MONEY_PER_YEAR, PostureCost.FORMULA, reasons);
    }

    private PostureCost.Result cost(double stockpile, double premium) {
        return PostureCost.of(
                new PostureCost.Plan(lot, safetyStock, stockpile, premium), terms, failures, exposedShare);
    }
}
