package io.posture.resilience.sizing;

import io.posture.api.Item;
import io.posture.api.LeadTime;
import io.posture.api.SizedItem;
import io.posture.api.StockoutEvent;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.resilience.stockpile.SpareStock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many critical spares to own where failures a year and what downtime costs are known. */
final class Spares {

    private static final Origin.Formula PER_YEAR = new Origin.Formula(
            "mro.missingSpareCost.1", "cost of an hour down * 8760 * share of hours run", "DOMAIN F.8");
    private static final Origin.Formula OF_DAYS =
            new Origin.Formula("mro.missingSpareCostOfDays.1", "cost of a day without it * 365", "DOMAIN F.8");
    private static final double YEAR_DAYS = 365;
    private static final double YEAR_HOURS = 8760;

    private Spares() {}

    /** The spares, or the finding that names what is missing. */
    static Explanation of(SizedItem item, StockpileConfig config) {
        Item master = item.profile().item();
        Optional<LeadTime> lead = item.profile().supply().leadTime();
        Optional<Figure> missing = missingCost(master, config);
        List<String> unknown = new ArrayList<>();
        require(master.failuresPerYear().isPresent(), "items.failures_per_year", unknown);
        require(lead.isPresent(), "receipts or a contract lead time", unknown);
        require(master.unitCost().isPresent(), "items.unit_cost", unknown);
        require(missing.isPresent(), "stockout_costs.downtime_cost_per_hour or items.stockout_cost_per_day", unknown);
        double rate = master.carryingRate().orElse(config.carryingRate());
        require(rate > 0, "items.carrying_rate above 0", unknown);
        if (!unknown.isEmpty()) {
            return Finding.unknown(StockpileNames.SPARES, "deliver " + String.join(", ", unknown));
        }
        String rows = master.rows().toString();
        Figure failures = Figure.of(
                "failuresPerYear",
                master.failuresPerYear().getAsDouble(),
                Unit.NONE,
                new Origin.Input("items.failures_per_year", rows));
        Figure leadDays = lead.orElseThrow().meanFigure();
        Figure unitCost = Figure.of(
                "unitCost",
                master.unitCost().getAsDouble(),
                Unit.MONEY_PER_PIECE,
                new Origin.Input("items.unit_cost", rows));
        Figure cost = missing.orElseThrow();
        SpareStock.Result result = SpareStock.calculate(
                new SpareStock.Inputs(failures.value(), leadDays.value(), unitCost.value(), rate, cost.value()));
        return Figure.of(
                StockpileNames.SPARES,
                (double) result.spares(),
                Unit.PIECES,
                SpareStock.FORMULA,
                failures,
                leadDays,
                unitCost,
                master.carryingRate().isPresent()
                        ? Figure.of(
                                "carryingRate",
                                rate,
                                Unit.SHARE_PER_YEAR,
                                new Origin.Input("items.carrying_rate", rows))
                        : Stakes.standardRate(config),
                cost,
                Figure.of("readyRate", result.readyRate(), Unit.SHARE, SpareStock.FORMULA, failures, leadDays));
    }

    /** What a spare that is missing costs in a year of missing. */
    private static Optional<Figure> missingCost(Item master, StockpileConfig config) {
        Optional<StockoutEvent> event = master.stockoutEvent().filter(known -> known.downtimeCostPerHour() > 0);
        if (event.isPresent()) {
            return Optional.of(Figure.of(
                    "missingSparePerYear",
                    event.get().downtimeCostPerHour() * YEAR_HOURS * config.runningShare(),
                    Unit.MONEY_PER_YEAR,
                    PER_YEAR,
                    Figure.of(
                            "downtimeCostPerHour",
                            event.get().downtimeCostPerHour(),
                            Unit.MONEY,
                            new Origin.Input(
                                    "stockout_costs.downtime_cost_per_hour",
                                    event.get().rows().toString())),
                    Figure.of(
                            "runningShare",
                            config.runningShare(),
                            Unit.SHARE,
                            new Origin.Parameter("optimal-cover", "runningShare"))));
        }
        return master.shortageCostPerDay().stream()
                .filter(day -> day > 0)
                .mapToObj(day -> Figure.of(
                        "missingSparePerYear",
                        day * YEAR_DAYS,
                        Unit.MONEY_PER_YEAR,
                        OF_DAYS,
                        Figure.of(
                                "shortageCostPerDay",
                                day,
                                Unit.MONEY,
                                new Origin.Input(
                                        "items.stockout_cost_per_day",
                                        master.rows().toString()))))
                .findFirst();
    }

    private static void require(boolean known, String what, List<String> unknown) {
        if (!known) {
            unknown.add(what);
        }
    }
}
