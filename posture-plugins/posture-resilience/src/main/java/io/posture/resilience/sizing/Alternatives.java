package io.posture.resilience.sizing;

import io.posture.api.SourceTerms;
import io.posture.api.SourcingLink;
import io.posture.api.StockpileNames;
import io.posture.api.SupplierStatus;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.resilience.stockpile.SupplyFailures;
import io.posture.resilience.stockpile.SupplyStrategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What else can be done about a source that may fail, each with its cost a year. All stand on the same base: the safety stock
 * is there for routine variation, so only the days count that it leaves open.
 */
final class Alternatives {

    private static final Origin.Formula BREAK_EVEN = new Origin.Formula(
            "pile.breakEvenPremium.1",
            "(cheaper of ACCEPT and STOCK - fixed - (1 - kappa) * loss with safety stock alone) / (share * 365 d)",
            "DOMAIN F.4, G.7");
    private static final Origin.Formula PREMIUM = new Origin.Formula(
            "pile.pricePremium.1", "max(0, price difference): a source that costs less is not credited", "DOMAIN F.4");
    private static final Origin.Formula BY_PRICE = new Origin.Formula(
            "pile.priceDifference.1",
            "unit price - unit price of the sources bought from by their shares, or unit cost where one names none",
            "DOMAIN F.4");
    private static final Origin.Input PRICE = new Origin.Input("sourcing.unit_price", "");
    private static final String DIFFERENCE = "priceDifference";
    private static final double YEAR_DAYS = 365;

    private final Stakes stakes;
    private final SupplyFailures failures;
    private final StockpileConfig config;
    private final List<Explanation> nodes = new ArrayList<>();
    private final Map<SupplyStrategy, Double> costs = new EnumMap<>(SupplyStrategy.class);
    private final Map<SupplyStrategy, String> codes = new EnumMap<>(SupplyStrategy.class);
    private Optional<Dual> dual = Optional.empty();

    private Alternatives(Stakes stakes, SupplyFailures failures, StockpileConfig config) {
        this.stakes = stakes;
        this.failures = failures;
        this.config = config;
    }

    /**
     * A second source with a price.
     *
     * @param costPerYear of it and of what it leaves open, money
     * @param premiumPerYear of it alone, money
     * @param surgeShare of the demand that it carries when the first one fails
     */
    record Dual(double costPerYear, double premiumPerYear, double surgeShare) {}

    /**
     * Prices what can be done.
     *
     * @param stock what a stockpile and what it leaves open cost, money a year
     */
    static Alternatives of(Stakes stakes, ExposedSource source, Figure lean, Figure stock, StockpileConfig config) {
        Alternatives alternatives = new Alternatives(stakes, source.failures(), config);
        alternatives.add(
                SupplyStrategy.ACCEPT,
                "ACCEPT",
                Figure.of(StockpileNames.COST_ACCEPT, lean.value(), Unit.MONEY_PER_YEAR, SupplyStrategy.FORMULA, lean));
        alternatives.add(SupplyStrategy.STOCK, "STOCK", stock);
        alternatives.secondSource(lean, Math.min(lean.value(), stock.value()));
        return alternatives;
    }

    /** All of them; its value is the code of the cheapest. */
    Finding finding() {
        SupplyStrategy best = SupplyStrategy.cheapest(costs);
        return new Finding(
                StockpileNames.ALTERNATIVES, codes.getOrDefault(best, best.name()), SupplyStrategy.FORMULA, nodes);
    }

    /** The cheapest second source of those with a price. */
    Optional<Dual> dual() {
        return dual;
    }

    private void add(SupplyStrategy strategy, String code, Figure cost) {
        costs.put(strategy, cost.value());
        codes.put(strategy, code);
        nodes.add(cost);
    }

    private void secondSource(Figure lean, double toBeat) {
        List<SourcingLink> alternates = stakes.item().profile().supply().links().stream()
                .filter(link -> link.share() == 0 && link.supplier().status() != SupplierStatus.BLOCKED)
                .toList();
        Optional<SourcingLink> cheapest = Optional.empty();
        for (SourcingLink link : alternates) {
            if (difference(link).isPresent()
                    && (cheapest.isEmpty()
                            || dualOf(link, lean).costPerYear()
                                    < dualOf(cheapest.get(), lean).costPerYear())) {
                cheapest = Optional.of(link);
            }
        }
        if (cheapest.isPresent()) {
            priced(cheapest.get(), lean);
        }
        boolean alone = stakes.item().profile().supply().used().size() <= 1;
        if (cheapest.isPresent() || alone || !alternates.isEmpty()) {
            nodes.add(breakEven(cheapest.or(() -> alternates.stream().findFirst()), lean, toBeat));
        }
        alternates.stream()
                .filter(link -> difference(link).isEmpty())
                .forEach(link -> nodes.add(Finding.of(
                        StockpileNames.COST_SECOND_SOURCE,
                        Finding.UNKNOWN,
                        new Origin.Assumption(
                                "what a piece of " + link.supplier().id() + " costs more is not known",
                                "deliver sourcing.price_premium or sourcing.unit_price"))));
    }

    private void priced(SourcingLink link, Figure lean) {
        Dual priced = dualOf(link, lean);
        dual = Optional.of(priced);
        boolean ready = link.qualifiedAlternate();
        List<Explanation> because = terms(link);
        because.add(lean);
        add(
                SupplyStrategy.DUAL,
                ready ? "SECOND_SOURCE" : "QUALIFY_SECOND_SOURCE",
                new Figure(
                        StockpileNames.COST_SECOND_SOURCE,
                        priced.costPerYear(),
                        Unit.MONEY_PER_YEAR,
                        SupplyStrategy.FORMULA,
                        because));
        OptionalDouble delay = link.terms().bringUpDays().isPresent()
                ? link.terms().bringUpDays()
                : link.supplier().alternateBringUpDays();
        if (delay.isEmpty()) {
            nodes.add(Finding.of(
                    StockpileNames.COST_BACKUP,
                    Finding.UNKNOWN,
                    new Origin.Assumption(
                            "in how many days " + link.supplier().id() + " could deliver is not known",
                            "deliver suppliers.alternate_bringup_days")));
            return;
        }
        List<Explanation> reasons = terms(link);
        reasons.add(Figure.of(
                "bringUpDays",
                delay.getAsDouble(),
                Unit.DAYS,
                new Origin.Input("suppliers.alternate_bringup_days", "")));
        reasons.add(lean);
        SupplyStrategy.BackupSource backup =
                new SupplyStrategy.BackupSource(delay.getAsDouble(), surge(link), premium(link), fixed(link));
        add(
                SupplyStrategy.BACKUP,
                ready ? "BACKUP_SOURCE" : "QUALIFY_BACKUP_SOURCE",
                new Figure(
                        StockpileNames.COST_BACKUP,
                        SupplyStrategy.backupCost(
                                failures,
                                stakes.lossPerUnit(),
                                stakes.dailyDemand(),
                                backup,
                                stakes.covered().value()),
                        Unit.MONEY_PER_YEAR,
                        SupplyStrategy.FORMULA,
                        reasons));
    }

    private Dual dualOf(SourcingLink link, Figure lean) {
        double premium = fixed(link)
                + premium(link)
                        * config.secondSource().share()
                        * stakes.item().profile().demand().meanPerDay()
                        * YEAR_DAYS;
        double left = (1 - surge(link)) * lean.value();
        return new Dual(premium + left, premium, surge(link));
    }

    private Figure breakEven(Optional<SourcingLink> link, Figure lean, double toBeat) {
        double surge = link.map(this::surge).orElse(config.secondSource().surgeShare());
        double fixed = link.map(Alternatives::fixed).orElse(0.0);
        double pieces =
                config.secondSource().share() * stakes.item().profile().demand().meanPerDay() * YEAR_DAYS;
        double premium = Math.max(0, (toBeat - fixed - (1 - surge) * lean.value()) / pieces);
        List<Explanation> because = new ArrayList<>(link.map(this::terms).orElseGet(this::assumedTerms));
        because.add(lean);
        return new Figure(StockpileNames.BREAK_EVEN_PREMIUM, premium, Unit.MONEY_PER_PIECE, BREAK_EVEN, because);
    }

    private double surge(SourcingLink link) {
        return link.terms().surgeShare().orElse(config.secondSource().surgeShare());
    }

    /** A source that costs less is not credited: the price is rarely all that a second source costs. */
    private double premium(SourcingLink link) {
        return Math.max(0, difference(link).map(Figure::value).orElse(0.0));
    }

    /** What a piece of it costs more, as offered, or by its price and that of the sources bought from; empty if unknown. */
    private Optional<Figure> difference(SourcingLink link) {
        SourceTerms terms = link.terms();
        if (terms.unitPremium().isPresent()) {
            return Optional.of(Figure.of(
                    DIFFERENCE,
                    terms.unitPremium().getAsDouble(),
                    Unit.MONEY_PER_PIECE,
                    new Origin.Input("sourcing.price_premium", "")));
        }
        Optional<Figure> paid = paid();
        if (terms.unitPrice().isEmpty() || paid.isEmpty()) {
            return Optional.empty();
        }
        double price = terms.unitPrice().getAsDouble();
        return Optional.of(Figure.of(
                DIFFERENCE,
                price - paid.get().value(),
                Unit.MONEY_PER_PIECE,
                BY_PRICE,
                Figure.of("unitPrice", price, Unit.MONEY_PER_PIECE, PRICE),
                paid.get()));
    }

    /** What a piece costs today: the price of the sources bought from by their shares, else the unit cost. */
    private Optional<Figure> paid() {
        double pieces = 0;
        double money = 0;
        for (SourcingLink used : stakes.item().profile().supply().used()) {
            OptionalDouble price = used.terms().unitPrice();
            if (price.isEmpty()) {
                OptionalDouble cost = stakes.item().profile().item().unitCost();
                return cost.isPresent()
                        ? Optional.of(Figure.of(
                                "pricePaid",
                                cost.getAsDouble(),
                                Unit.MONEY_PER_PIECE,
                                new Origin.Input("items.unit_cost", "")))
                        : Optional.empty();
            }
            pieces += used.share();
            money += used.share() * price.getAsDouble();
        }
        return pieces > 0
                ? Optional.of(Figure.of("pricePaid", money / pieces, Unit.MONEY_PER_PIECE, PRICE))
                : Optional.empty();
    }

    private static double fixed(SourcingLink link) {
        return link.terms().fixedPerYear().orElse(0);
    }

    private List<Explanation> terms(SourcingLink link) {
        SourceTerms terms = link.terms();
        List<Explanation> because = new ArrayList<>();
        because.add(Finding.of("alternate", link.supplier().id(), new Origin.Input("sourcing.supplier_id", "")));
        difference(link)
                .ifPresent(difference -> because.add(
                        Figure.of("pricePremium", premium(link), Unit.MONEY_PER_PIECE, PREMIUM, difference)));
        because.add(Figure.of(
                "fixedCostPerYear",
                fixed(link),
                Unit.MONEY_PER_YEAR,
                terms.fixedPerYear().isPresent()
                        ? new Origin.Input("sourcing.fixed_cost_yr", "")
                        : new Origin.Assumption(
                                "its fixed cost is not known and not counted", "deliver sourcing.fixed_cost_yr")));
        because.add(Figure.of(
                "surgeShare",
                surge(link),
                Unit.SHARE,
                terms.surgeShare().isPresent()
                        ? new Origin.Input("sourcing.surge_pct", "")
                        : new Origin.Assumption(
                                "what it can carry when the first source fails is not known",
                                "deliver sourcing.surge_pct")));
        because.add(secondShare());
        return because;
    }

    private List<Explanation> assumedTerms() {
        return List.of(
                secondShare(),
                Figure.of(
                        "surgeShare",
                        config.secondSource().surgeShare(),
                        Unit.SHARE,
                        new Origin.Parameter("optimal-cover", "secondSource.surgeShare")));
    }

    private Figure secondShare() {
        return Figure.of(
                "secondShare",
                config.secondSource().share(),
                Unit.SHARE,
                new Origin.Parameter("optimal-cover", "secondSource.share"));
    }
}
