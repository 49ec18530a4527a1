package io.posture.resilience.sizing;

import io.posture.api.SizedItem;
import io.posture.api.StockPosition;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.resilience.economics.OverInsurance;
import io.posture.resilience.stockpile.BaseStockWithDisruptions;
import io.posture.resilience.stockpile.Disruptions;
import io.posture.resilience.stockpile.FrequentFailures;
import io.posture.resilience.stockpile.OptimalCover;
import io.posture.resilience.stockpile.Rotation;
import io.posture.resilience.stockpile.SupplyFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The size of a stockpile whose prices are known, and its money.
 *
 * @param pieces not rounded, at least 0
 * @param nodes where it comes from and what it does
 */
record Insurance(double pieces, List<Explanation> nodes) {

    private static final Origin.Formula TAIL =
            new Origin.Formula("pile.targetTail.1", "i c / (lambda p)", "DOMAIN F.2");
    private static final Origin.Formula BEYOND =
            new Origin.Formula("pile.daysBeyondSafetyStock.1", "max(0, T* - b)", "DOMAIN F.2");
    private static final Origin.Formula TO_RECOVERY = new Origin.Formula(
            "pile.coverTtr.1", "max(0, TTR - b): the days by which recovery outlasts the safety stock", "DOMAIN F.5");
    private static final Origin.Formula CAP = Rotation.FORMULA;
    private static final Origin.Formula HELD_DAYS =
            new Origin.Formula("pile.heldDays.1", "stockpile / d", "DOMAIN F.2");
    private static final Origin.Formula LOSS = new Origin.Formula(
            "pile.expectedLoss.1",
            "p d * expected days a year beyond what is covered: lambda E[(X - b)+], or base stock with disruptions",
            "DOMAIN F.2, F.3, G.2");
    private static final Origin.Formula CARRYING =
            new Origin.Formula("pile.stockpileCarrying.1", "i c * stockpile", "DOMAIN F.2");
    private static final Origin.Formula RATIO =
            new Origin.Formula("pile.insuranceRatio.1", "carrying / loss avoided", "DOMAIN G.2");
    private static final Origin.Formula NET =
            new Origin.Formula("pile.netBenefit.1", "loss avoided - carrying", "DOMAIN G.2");
    private static final Origin.Formula STOCK_COST =
            new Origin.Formula("pile.costStock.1", "carrying + loss with the stockpile", "DOMAIN F.4");
    private static final Origin.Formula WHAT_IF =
            new Origin.Formula("pile.whatIf.1", "sized again with one thing changed", "DOMAIN F.2");
    private static final Origin.Formula LOADING =
            new Origin.Formula("pile.riskLoading.1", "risk loading of the item's criticality class", "DOMAIN G.2, L");
    private static final String VITAL = "V";

    /** The size; of a source whose days to recover are known, where these are to be covered. */
    static Insurance of(Stakes stakes, ExposedSource source, StockpilePlan plan, StockpileConfig config) {
        return new Sizing(stakes, source, plan, config).insurance();
    }

    /** Expected loss with the safety stock alone. */
    static Figure lossLean(Stakes stakes, SupplyFailures failures) {
        return loss(StockpileNames.LOSS_LEAN, stakes, failures, stakes.covered());
    }

    private static Figure loss(String name, Stakes stakes, SupplyFailures failures, Figure... covered) {
        double days = 0;
        for (Figure part : covered) {
            days += part.value();
        }
        List<Explanation> because = new ArrayList<>(List.of(covered));
        because.add(stakes.shortage().orElseThrow());
        because.add(stakes.demand());
        return new Figure(
                name,
                stakes.lossPerUnit() * stakes.dailyDemand() * failures.openDaysPerYear(days),
                Unit.MONEY_PER_YEAR,
                LOSS,
                because);
    }

    /** One sizing with what it needs at hand. */
    private static final class Sizing {

        private final Stakes stakes;
        private final ExposedSource source;
        private final SupplyFailures failures;
        private final StockpilePlan plan;
        private final StockpileConfig config;
        private final Optional<Figure> cap;
        private final List<Explanation> nodes = new ArrayList<>();

        Sizing(Stakes stakes, ExposedSource source, StockpilePlan plan, StockpileConfig config) {
            this.stakes = stakes;
            this.source = source;
            this.failures = source.failures();
            this.plan = plan;
            this.config = config;
            this.cap = cap();
        }

        Insurance insurance() {
            Figure best = bestCover();
            Figure days = days(best);
            nodes.add(days);
            double uncapped = days.value() * stakes.dailyDemand();
            double pieces = pieces(days.value(), 0, stakes.dailyDemand());
            cap.ifPresent(nodes::add);
            if (pieces < uncapped) {
                nodes.add(Finding.of("warning", "SHELF_LIFE_CUTS_STOCKPILE", CAP, cap.orElseThrow()));
            }
            Figure lean = lossLean(stakes, failures);
            nodes.add(lean);
            Figure held = Figure.of(
                    "stockpileHeldDays",
                    stakes.dailyDemand() > 0 ? pieces / stakes.dailyDemand() : 0,
                    Unit.DAYS,
                    HELD_DAYS,
                    days,
                    stakes.demand());
            Figure buffered = loss(StockpileNames.LOSS_BUFFERED, stakes, failures, stakes.covered(), held);
            Figure carrying = Figure.of(
                    StockpileNames.CARRYING,
                    stakes.carryingPerUnit() * pieces,
                    Unit.MONEY_PER_YEAR,
                    CARRYING,
                    stakes.carrying().orElseThrow(),
                    held,
                    stakes.demand());
            nodes.add(buffered);
            nodes.add(carrying);
            double avoided = lean.value() - buffered.value();
            if (avoided > 0 && pieces > 0) {
                nodes.add(Figure.of(
                        StockpileNames.INSURANCE_RATIO,
                        carrying.value() / avoided,
                        Unit.NONE,
                        RATIO,
                        carrying,
                        lean,
                        buffered));
            }
            nodes.add(Figure.of(
                    StockpileNames.NET_BENEFIT,
                    avoided - carrying.value(),
                    Unit.MONEY_PER_YEAR,
                    NET,
                    lean,
                    buffered,
                    carrying));
            verdicts(held);
            Figure stock = Figure.of(
                    StockpileNames.COST_STOCK,
                    carrying.value() + buffered.value(),
                    Unit.MONEY_PER_YEAR,
                    STOCK_COST,
                    carrying,
                    buffered);
            Alternatives alternatives = Alternatives.of(stakes, source, lean, stock, config);
            nodes.add(alternatives.finding());
            nodes.add(PricedPostures.of(stakes, source, pieces, alternatives.dual()));
            whatIf(pieces, best, alternatives.dual());
            return new Insurance(pieces, nodes);
        }

        /** T*, all days that stock should cover. */
        private Figure bestCover() {
            boolean frequent = failures instanceof FrequentFailures;
            double days = failures.bestCoverDays(stakes.carryingPerUnit(), stakes.lossPerUnit());
            List<Explanation> because = new ArrayList<>();
            double worth = failures.eventsPerYear() * stakes.lossPerUnit();
            if (!frequent && worth > 0) {
                because.add(Figure.of(
                        "targetTail",
                        stakes.carryingPerUnit() / worth,
                        Unit.NONE,
                        TAIL,
                        stakes.carrying().orElseThrow(),
                        stakes.shortage().orElseThrow()));
            }
            because.add(stakes.carrying().orElseThrow());
            because.add(stakes.shortage().orElseThrow());
            return new Figure(
                    "bestCoverDays",
                    days,
                    Unit.DAYS,
                    frequent ? BaseStockWithDisruptions.FORMULA : OptimalCover.FORMULA,
                    because);
        }

        /** T, the days that are left to the stockpile. */
        private Figure days(Figure best) {
            if (config.cover() == StockpileConfig.Cover.COVER_TTR) {
                double recovery = recoveryDays().orElseThrow();
                Figure ttr = Figure.of(
                        StockpileNames.TIME_TO_RECOVER,
                        recovery,
                        Unit.DAYS,
                        new Origin.Input("suppliers.ttr_days", ""));
                return Figure.of(
                        StockpileNames.COVER_DAYS,
                        Math.max(0, recovery - stakes.covered().value()),
                        Unit.DAYS,
                        TO_RECOVERY,
                        ttr,
                        stakes.covered(),
                        best);
            }
            return Figure.of(
                    StockpileNames.COVER_DAYS,
                    Math.max(0, best.value() - stakes.covered().value()),
                    Unit.DAYS,
                    BEYOND,
                    best,
                    stakes.covered());
        }

        private OptionalDouble recoveryDays() {
            return source.recoveryDays();
        }

        /** Most that is used before it expires; empty where that limits nothing, or what is kept apart is written off instead. */
        private Optional<Figure> cap() {
            SizedItem item = stakes.item();
            OptionalDouble life = Stakes.usableLifeDays(item, config);
            if (life.isEmpty() || plan.keptApart()) {
                return Optional.empty();
            }
            return Optional.of(Figure.of(
                    StockpileNames.SHELF_LIFE_CAP,
                    Rotation.maxStockpile(
                            item.profile().demand().meanPerDay(),
                            life.getAsDouble(),
                            item.pieces(SizedItem.SAFETY_STOCK).orElse(0),
                            item.pieces(SizedItem.ORDER_QUANTITY).orElse(0)),
                    Unit.PIECES,
                    CAP,
                    Figure.of(
                            "usableLife", life.getAsDouble(), Unit.DAYS, new Origin.Input("items.shelf_life_days", "")),
                    item.size(SizedItem.SAFETY_STOCK),
                    item.size(SizedItem.ORDER_QUANTITY)));
        }

        /** Pieces of a cover beyond what the safety stock covers, as far as they are used before they expire. */
        private double pieces(double coverDays, double coveredDays, double dailyDemand) {
            double pieces = Math.max(0, coverDays - coveredDays) * dailyDemand;
            return cap.isPresent() ? Math.min(pieces, cap.get().value()) : pieces;
        }

        /** What is to be said of a stockpile that is not the best one, of the one that is held today, and of a regulatory minimum. */
        private void verdicts(Figure held) {
            Figure loading = loading();
            if (config.cover() == StockpileConfig.Cover.COVER_TTR) {
                Finding verdict = verdict(StockpileNames.VERDICT, held, loading);
                nodes.add(verdict);
                if (verdict.text().equals(OverInsurance.Verdict.OVER_INSURED.name())
                        || verdict.text().equals(OverInsurance.Verdict.TRIM.name())) {
                    nodes.add(Finding.of(
                            "warning", "STOCKPILE_" + verdict.text(), OverInsurance.formula(failures), verdict));
                }
            }
            StockPosition stock = stakes.item().profile().stock();
            if (stock.strategicKnown() && stakes.dailyDemand() > 0) {
                Figure today =
                        days("strategicStockToday", stock.strategicPieces(), "item_locations.current_strategic_stock");
                nodes.add(verdict(StockpileNames.VERDICT_TODAY, today, loading));
            }
            if (stock.regulatoryPieces() > 0 && stakes.dailyDemand() > 0) {
                Figure asked =
                        days("strategicStockRegulatory", stock.regulatoryPieces(), "item_locations.regulatory_min_qty");
                nodes.add(verdict(StockpileNames.VERDICT_REGULATORY, asked, loading));
            }
        }

        /** Days of some pieces that were read. */
        private Figure days(String name, double pieces, String column) {
            return Figure.of(
                    name + "Days",
                    pieces / stakes.dailyDemand(),
                    Unit.DAYS,
                    HELD_DAYS,
                    Figure.of(name, pieces, Unit.PIECES, new Origin.Input(column, "")),
                    stakes.demand());
        }

        private Figure loading() {
            boolean vital = stakes.item()
                    .segmented()
                    .findSegment(config.criticalityStep())
                    .filter(segment -> segment.code().equals(VITAL))
                    .isPresent();
            return Figure.of(
                    "riskLoading",
                    vital ? config.vitalRiskLoading() : config.riskLoading(),
                    Unit.NONE,
                    LOADING,
                    Finding.of("vital", vital ? "yes" : "no", new Origin.Input("criticality", "")));
        }

        private Finding verdict(String name, Figure days, Figure loading) {
            OverInsurance.Result result = OverInsurance.of(
                    failures,
                    stakes.carryingPerUnit(),
                    stakes.lossPerUnit(),
                    stakes.dailyDemand(),
                    stakes.covered().value(),
                    days.value(),
                    loading.value());
            return Finding.of(
                    name,
                    result.verdict().name(),
                    OverInsurance.formula(failures),
                    days,
                    money("carryingCompared", result.carrying(), days),
                    money("avoidedLoss", result.avoidedLoss(), days),
                    loading);
        }

        private Figure money(String name, double value, Figure from) {
            return Figure.of(name, value, Unit.MONEY_PER_YEAR, OverInsurance.formula(failures), from);
        }

        private void whatIf(double pieces, Figure best, Optional<Alternatives.Dual> dual) {
            double demand = stakes.dailyDemand();
            double covered = stakes.covered().value();
            boolean optimal = config.cover() == StockpileConfig.Cover.OPTIMAL;
            if (config.safetyCounts() == StockpileConfig.SafetyCounts.FULL && optimal) {
                add(
                        "only half of the safety stock is there when it strikes",
                        pieces(best.value(), covered / 2, demand));
            }
            if (optimal) {
                recoveryDays()
                        .ifPresent(days -> add(
                                String.format(Locale.ROOT, "all %.0f days until recovery are covered", days),
                                pieces(days, covered, demand)));
                double upper = source.rate().upper95();
                if (failures instanceof Disruptions rare) {
                    double often = SupplyFailures.of(upper, rare.length())
                            .bestCoverDays(stakes.carryingPerUnit(), stakes.lossPerUnit());
                    add(
                            String.format(
                                    Locale.ROOT, "disruptions come as often as %.2f a year, the 95 %% bound", upper),
                            pieces(often, covered, demand));
                }
            } else {
                add("only the days that pay are covered", pieces(best.value(), covered, demand));
            }
            double surge = dual.map(Alternatives.Dual::surgeShare)
                    .orElse(config.secondSource().surgeShare());
            if (surge < 1 && pieces > 0) {
                double left = 1 - surge;
                double cover = optimal ? best.value() : recoveryDays().orElseThrow();
                add(
                        String.format(
                                Locale.ROOT, "a second source carries %.0f %% when the first one fails", 100 * surge),
                        pieces(cover, covered / left, left * demand));
            }
        }

        private void add(String change, double pieces) {
            nodes.add(Finding.of(
                    StockpileNames.WHAT_IF,
                    change,
                    WHAT_IF,
                    Figure.of("stockpileThen", pieces, Unit.PIECES, WHAT_IF, stakes.demand())));
        }
    }
}
