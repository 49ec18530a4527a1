package io.posture.analysis.budget;

import io.posture.api.ItemId;
import io.posture.io.run.ItemEconomics;
import io.posture.io.run.RunCompanion;
import io.posture.io.run.Summary;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Funding, exchange curve and over-insured stocks of a run, for its folder: {@code RunWriter.begin(claim, facts, formats,
 * List.of(new BudgetResults()))}. Not thread-safe.
 */
public final class BudgetResults implements RunCompanion {

    private final List<ItemEconomics> items = new ArrayList<>();
    private Optional<Made> made = Optional.empty();

    private record Made(
            Portfolio portfolio, Funding funding, ExchangeCurve curve, List<OverInsured.Line> overInsured) {}

    /** Of a run that has no items yet. */
    public BudgetResults() {}

    @Override
    public void add(ItemEconomics item) {
        items.add(item);
        made = Optional.empty();
    }

    private Made made() {
        if (made.isEmpty()) {
            Portfolio portfolio = Portfolio.of(items);
            made = Optional.of(
                    new Made(portfolio, Funding.of(portfolio), ExchangeCurve.of(portfolio), OverInsured.of(portfolio)));
        }
        return made.get();
    }

    @Override
    public void finish(Place run) throws IOException {
        Made results = made();
        try (OutputTable table = run.table("funding.csv", BudgetTables.FUNDING)) {
            BudgetTables.write(results.funding(), table);
        }
        try (OutputTable table = run.table("exchange.csv", BudgetTables.EXCHANGE)) {
            BudgetTables.write(results.curve(), results.portfolio(), table);
        }
        try (OutputTable table = run.table("over-insured.csv", BudgetTables.OVER_INSURED)) {
            BudgetTables.write(results.overInsured(), table);
        }
        run.section(section());
    }

    Summary.Section section() {
        Made results = made();
        Map<String, OptionalDouble> figures = new LinkedHashMap<>();
        List<String> sentences = new ArrayList<>();
        curve(results, sentences, figures);
        funding(results.funding(), sentences, figures);
        overInsured(results.overInsured(), sentences, figures);
        return new Summary.Section("budget", "MONEY IN BUFFERS", sentences, figures);
    }

    private static void curve(Made results, List<String> sentences, Map<String, OptionalDouble> figures) {
        Portfolio portfolio = results.portfolio();
        figures.put("committed", OptionalDouble.of(portfolio.committed()));
        for (ExchangeCurve.Place place : results.curve().places()) {
            String name = place.mark().name().toLowerCase(Locale.ROOT);
            OptionalDouble capital = OptionalDouble.empty();
            OptionalDouble loss = OptionalDouble.empty();
            OptionalDouble service = OptionalDouble.empty();
            if (!place.effect().isEmpty()) {
                capital = OptionalDouble.of(place.effect().get(0).capital());
                loss = place.effect().get(0).loss();
                service = place.effect().get(0).service();
            }
            figures.put("capital_" + name, capital);
            figures.put("expected_loss_" + name, loss);
            figures.put("service_" + name, service);
            figures.put("gap_" + name, place.gap());
            sentence(place, portfolio.basis()).ifPresent(sentences::add);
        }
        if (portfolio.basis() == Basis.LOSS && portfolio.disruptionsKnown() < portfolio.weighedItems()) {
            sentences.add("What disruptions cost is known of " + portfolio.disruptionsKnown() + " of "
                    + counted(portfolio.weighedItems(), "item") + ", and not counted of the others.");
        }
        int open = portfolio.openStockpiles().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        figures.put("stockpiles_open", OptionalDouble.of(open));
        if (open > 0) {
            sentences.add(counted(open, "item") + " should hold a stockpile that has no size, and "
                    + (open == 1 ? "is" : "are") + " counted without it.");
        }
        if (portfolio.weighed().isEmpty()) {
            sentences.add("Nothing to weigh: no item has a unit cost, a lot and a demand over the lead time.");
        } else {
            sentences.add(
                    "What every amount of money would buy is in exchange.csv; share out your own with posture optimize"
                            + " --budget MONEY.");
        }
    }

    private static Optional<String> sentence(ExchangeCurve.Place place, Basis basis) {
        if (place.effect().isEmpty()) {
            return Optional.empty();
        }
        Portfolio.Effect effect = place.effect().get(0);
        String who = switch (place.mark()) {
            case NOW -> "Today";
            case PROPOSED -> "Proposed";
            case ECONOMIC -> "The most that pays in routine cycles";
        };
        boolean gap = place.gap().orElse(0) > 0.005 * Math.max(effect.open(), 1);
        String does;
        if (basis == Basis.LOSS) {
            does = "leaves an expected loss of " + money(effect.loss().orElse(0)) + " a year, "
                    + money(effect.routineLoss().orElse(0)) + " of it routine"
                    + (gap
                            ? "; shared out best it would avoid another "
                                    + money(place.gap().orElse(0))
                            : "");
        } else {
            does = "serves " + percent(effect.service().orElse(1)) + " of the value asked for from stock"
                    + (gap
                            ? ", shared out best it would serve "
                                    + percent(place.best().get(0).service().orElse(1))
                            : "");
        }
        return Optional.of(who + ": " + money(effect.capital()) + " in buffers " + does + ".");
    }

    private static void funding(Funding funding, List<String> sentences, Map<String, OptionalDouble> figures) {
        boolean known = !funding.lines().isEmpty() || funding.unknown() == 0;
        figures.put(
                "releases", known ? OptionalDouble.of(funding.total(Funding.Kind.RELEASE)) : OptionalDouble.empty());
        figures.put("raises", known ? OptionalDouble.of(funding.total(Funding.Kind.RAISE)) : OptionalDouble.empty());
        figures.put("net_cash", known ? OptionalDouble.of(funding.net()) : OptionalDouble.empty());
        figures.put("releases_by_person", known ? OptionalDouble.of(funding.byPerson()) : OptionalDouble.empty());
        figures.put("funding_unknown_items", OptionalDouble.of(funding.unknown()));
        if (known) {
            sentences.add("Releases of " + money(funding.total(Funding.Kind.RELEASE)) + " pay for raises of "
                    + money(funding.total(Funding.Kind.RAISE)) + ": net cash " + money(funding.net())
                    + (funding.unfunded() > 0 ? ", " + counted(funding.unfunded(), "raise") + " unfunded" : "")
                    + (funding.byPerson() > 0
                            ? ", " + money(funding.byPerson())
                                    + " of the releases wait for a person and pay for no raise"
                            : "")
                    + ". Line by line in funding.csv.");
        }
        if (funding.unknown() > 0) {
            sentences.add("Where the money comes from is not known of " + counted(funding.unknown(), "decided item")
                    + ": deliver item_locations.current_safety_stock, current_strategic_stock and items.unit_cost.");
        }
    }

    private static void overInsured(
            List<OverInsured.Line> lines, List<String> sentences, Map<String, OptionalDouble> figures) {
        // a safety stock lies within the stock on hand: of an item the larger counts
        Map<ItemId, Double> byItem = new TreeMap<>();
        lines.forEach(line -> byItem.merge(line.item(), line.excess().orElse(0), Math::max));
        double excess =
                byItem.values().stream().mapToDouble(Double::doubleValue).sum();
        figures.put("over_insured_stocks", OptionalDouble.of(lines.size()));
        figures.put("over_insured_capital", OptionalDouble.of(excess));
        if (!lines.isEmpty()) {
            sentences.add("More than needed: " + counted(lines.size(), "stock") + " with " + money(excess)
                    + " beyond what pays or moves, see over-insured.csv.");
        }
    }

    static String money(double value) {
        return String.format(Locale.ROOT, "%,.0f", value == 0 ? 0.0 : value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }
}
