package io.posture.resilience.sizing;

import io.posture.api.DemandClass;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.resilience.economics.StockoutCost;
import io.posture.resilience.stockpile.SupplyFailures;
import io.posture.spi.Contributions;
import io.posture.spi.StockpileFormula;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stockpile {@code optimal-cover}: what a source may fail by, what that costs, and the days of stock that cost least beyond
 * what the safety stock covers. Where the cost of a piece short is not known there is no size, only what that cost would have to
 * be; where nobody has said what a stockpile is for, it is refused.
 */
public final class OptimalCoverFormula implements StockpileFormula {

    private static final Origin.Formula NONE =
            new Origin.Formula("pile.none.1", "0: nothing is replenished", "DOMAIN 0, D.2");
    private static final Origin.Formula SPARES_INSTEAD = new Origin.Formula(
            "pile.sparesInstead.1", "0: a critical spare is insured by the spares themselves", "DOMAIN D.2, F.8");
    private static final Origin.Formula STATE = new Origin.Formula(
            "pile.state.1",
            "NO_DEMAND, PROJECT_DEMAND, UNSIZED without a cost of a piece short, a unit cost or days to recover to cover, REFUSED without a whole plan, "
                    + "else SIZED",
            "DOMAIN F.2, F.7, E.6");
    private static final Origin.Formula PLAN = new Origin.Formula(
            "pile.plan.1", "scenario, release trigger, rotation rule, owner and expiry", "DOMAIN F.7");
    private static final Origin.Formula PIECES =
            new Origin.Formula("pile.pieces.1", "T d, at most what is used before it expires", "DOMAIN F.2, F.7");
    private static final Origin.Formula BREAK_EVEN = new Origin.Formula(
            "pile.breakEvenShortageCost.1",
            "cost of a piece short from which the first day of stockpile pays: i c / (lambda P(X > b))",
            "DOMAIN F.2");
    private static final Origin.Formula OUTLASTING = new Origin.Formula(
            "pile.stockoutsPerYear.1",
            "disruptions a year that outlast the safety stock: lambda P(X > b)",
            "DOMAIN F.2, G.1");
    private static final Origin.Assumption NO_PLAN = new Origin.Assumption(
            "a stockpile needs a scenario, a release trigger, a rotation rule, an owner and an expiry that is not over",
            "say them in the policy: stockpile: {scenario, release, rotation, owner, expires}");
    private static final Origin.Assumption NO_COST =
            new Origin.Assumption("what a piece short costs is not known", ItemProfile.SHORTAGE_COST_REMEDY);
    private static final Origin.Assumption NO_RECOVERY = new Origin.Assumption(
            "all days until recovery are to be covered, and how many these are is not known",
            "deliver suppliers.ttr_days, or cover the days that pay: stockpile: {cover: optimal}");
    private static final Origin.Assumption NO_UNIT_COST = new Origin.Assumption(
            "what a piece costs to hold is not known", "deliver items.unit_cost and a carrying rate above 0");
    private static final Origin.Assumption IRREGULAR = new Origin.Assumption(
            "the safety stock is more than 180 days of demand already: no stockpile is sized by statistics",
            "plan such demand by order");
    private static final Origin.Assumption NO_DEMAND =
            new Origin.Assumption("there is no demand to cover", "deliver a demand or a forecast");
    private static final String CRITICAL_SPARE = "CRITICAL_SPARE";

    private final StockpileConfig config;

    private OptimalCoverFormula(StockpileConfig config) {
        this.config = config;
    }

    /** Offers the formula to a host. */
    public static void offer(Contributions to) {
        to.stockpile("optimal-cover", StockpileConfig.DEFAULTS, OptimalCoverFormula::new);
    }

    @Override
    public Explanation compute(SizedItem item) {
        ItemProfile profile = item.profile();
        StockpilePlan plan = config.plan(profile.id().sku(), profile.item().category());
        Optional<LocalDate> since = plan.since(profile.asOf(), profile.earlierPlan());
        Optional<LocalDate> ends = plan.lastDay(since);
        Finding planned = planned(plan, since, ends, profile);
        ExposedSource source = ExposedSource.of(item, config);
        Stakes stakes = Stakes.of(item, source, plan, config);
        List<Explanation> because = new ArrayList<>(24);
        because.addAll(source.because());
        because.add(planned);
        because.add(stakes.demand());
        because.addAll(Survival.of(item, source, stakes.demand()));
        if (profile.state() == ItemState.OBSOLETE) {
            return Figure.of(
                    SizedItem.STOCKPILE,
                    0,
                    Unit.PIECES,
                    NONE,
                    Finding.input("itemState", profile.state().name()));
        }
        if (spare(item)) {
            Explanation spares = Spares.of(item, config);
            because.add(spares);
            if (!(spares instanceof Figure)) {
                addLoss(because, stakes, source.failures());
            }
            return new Figure(SizedItem.STOCKPILE, 0, Unit.PIECES, SPARES_INSTEAD, because);
        }
        if (profile.demand().demandClass() == DemandClass.NO_DEMAND
                || !(profile.demand().meanPerDay() > 0)) {
            return unsized(StockpileNames.NO_DEMAND, "demand", NO_DEMAND, because);
        }
        because.add(stakes.covered());
        stakes.carrying().ifPresent(because::add);
        stakes.shortage().ifPresent(because::add);
        breakEven(stakes, source.failures()).ifPresent(because::add);
        stockouts(stakes, source.failures()).ifPresent(because::add);
        if (projectDemand(item)) {
            addLoss(because, stakes, source.failures());
            return unsized(StockpileNames.PROJECT_DEMAND, "irregular demand", IRREGULAR, because);
        }
        if (stakes.carrying().isEmpty()) {
            addLoss(because, stakes, source.failures());
            return unsized(StockpileNames.UNSIZED, "unitCost", NO_UNIT_COST, because);
        }
        if (stakes.shortage().isEmpty()) {
            because.add(Finding.unknown(StockpileNames.LOSS_LEAN, ItemProfile.SHORTAGE_COST_REMEDY));
            return unsized(StockpileNames.UNSIZED, "shortageCost", NO_COST, because);
        }
        if (config.cover() == StockpileConfig.Cover.COVER_TTR
                && source.recoveryDays().isEmpty()) {
            addLoss(because, stakes, source.failures());
            return unsized(StockpileNames.UNSIZED, "recoveryDays", NO_RECOVERY, because);
        }
        Insurance insurance = Insurance.of(stakes, source, plan, config);
        because.addAll(insurance.nodes());
        List<String> lacking = new ArrayList<>(plan.missing());
        ends.filter(day -> profile.asOf().filter(day::isBefore).isPresent())
                .ifPresent(day -> lacking.add("expires (" + day + " is over)"));
        boolean refused = insurance.pieces() > 0 && !lacking.isEmpty();
        because.add(Finding.of(
                StockpileNames.STATE, refused ? StockpileNames.REFUSED : StockpileNames.SIZED, STATE, planned));
        return refused
                ? new Finding(SizedItem.STOCKPILE, "plan: " + String.join(", ", lacking), NO_PLAN, because)
                : new Figure(SizedItem.STOCKPILE, insurance.pieces(), Unit.PIECES, PIECES, because);
    }

    /** What no size is known of, because of a fact that is missing. */
    private static Finding unsized(String state, String missing, Origin.Assumption why, List<Explanation> because) {
        because.add(new Finding(StockpileNames.STATE, state, why, List.of()));
        return new Finding(SizedItem.STOCKPILE, missing, why, because);
    }

    private static void addLoss(List<Explanation> because, Stakes stakes, SupplyFailures failures) {
        because.add(
                stakes.shortage().isPresent() && stakes.dailyDemand() > 0
                        ? Insurance.lossLean(stakes, failures)
                        : Finding.unknown(StockpileNames.LOSS_LEAN, ItemProfile.SHORTAGE_COST_REMEDY));
    }

    /** What stock-outs cost in a year of which the whole cost is known: those that outlast the safety stock. */
    private static Optional<Figure> stockouts(Stakes stakes, SupplyFailures failures) {
        return stakes.shortage()
                .flatMap(piece -> piece.find(ItemProfile.STOCKOUT_COST))
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .map(event -> {
                    Figure perYear = Figure.of(
                            StockpileNames.STOCKOUTS_PER_YEAR,
                            failures.outlastingPerYear(stakes.covered().value()),
                            Unit.NONE,
                            OUTLASTING,
                            stakes.covered());
                    return Figure.of(
                            StockpileNames.STOCKOUTS_COST,
                            perYear.value() * event.value(),
                            Unit.MONEY_PER_YEAR,
                            StockoutCost.FORMULA,
                            event,
                            perYear);
                });
    }

    private Optional<Figure> breakEven(Stakes stakes, SupplyFailures failures) {
        if (stakes.carrying().isEmpty()) {
            return Optional.empty();
        }
        return failures
                .breakEvenLossPerUnit(stakes.carryingPerUnit(), stakes.covered().value())
                .stream()
                .mapToObj(cost -> Figure.of(
                        StockpileNames.BREAK_EVEN,
                        cost,
                        Unit.MONEY_PER_PIECE,
                        BREAK_EVEN,
                        stakes.carrying().orElseThrow(),
                        stakes.covered()))
                .findFirst();
    }

    private static Finding planned(
            StockpilePlan plan, Optional<LocalDate> since, Optional<LocalDate> ends, ItemProfile profile) {
        List<Explanation> parts = new ArrayList<>();
        parts.add(part("scenario", plan.scenario()));
        parts.add(part("release", plan.release()));
        parts.add(part("rotation", plan.rotation()));
        parts.add(part("owner", plan.owner()));
        parts.add(part("expires", plan.expires()));
        List<Explanation> counted = since.stream()
                .map(day -> (Explanation) Finding.of(StockpileNames.PLAN_SINCE, day.toString(), since(day, profile)))
                .toList();
        ends.ifPresent(day -> parts.add(new Finding(StockpileNames.PLAN_ENDS, day.toString(), PLAN, counted)));
        return new Finding(StockpileNames.PLAN, plan.words(), PLAN, parts);
    }

    private static Origin since(LocalDate day, ItemProfile profile) {
        return profile.asOf().filter(day::equals).isPresent()
                ? new Origin.Input("as_of", "")
                : new Origin.Input(
                        "review.jsonl",
                        profile.earlierRisk().map(run -> "run of " + run.on()).orElse(""));
    }

    private static Finding part(String name, String value) {
        return Finding.of(name, value.isEmpty() ? "not said" : value, new Origin.Parameter("optimal-cover", name));
    }

    private boolean spare(SizedItem item) {
        return item.segmented()
                .findSegment(config.mroStep())
                .filter(segment -> segment.code().equals(CRITICAL_SPARE))
                .isPresent();
    }

    /** Whether the safety stock says that statistics cannot stock for the item. */
    private static boolean projectDemand(SizedItem item) {
        for (Explanation node : item.size(SizedItem.SAFETY_STOCK).because()) {
            if (node.name().equals("warning") && node.text().equals(StockpileNames.PROJECT_DEMAND)) {
                return true;
            }
        }
        return false;
    }
}
