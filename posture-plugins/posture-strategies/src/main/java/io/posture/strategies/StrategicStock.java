package io.posture.strategies;

import io.posture.api.PostureDecision;
import io.posture.api.SizedItem;
import io.posture.api.StockPosition;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The strategic stock of a decision, apart from its safety stock: what was sized where the policy asks for a stockpile, rounded
 * up once, 0 with a reason where it does not, and a finding where one is asked for and has no size.
 *
 * @param stock pieces, or why there are none to name
 * @param economics the step of the decision that judged it
 */
record StrategicStock(Explanation stock, Finding economics) {

    static final String STEP = "stepEconomics";

    private static final Origin.Formula HELD = new Origin.Formula(
            "policy.strategicStock.1",
            "ceil(stockpile - 1e-9) where the policy asks for a stockpile: STRATEGIC_STOCKPILE_DIVERSIFY always, "
                    + "SAFETY_STOCK_DIVERSIFY from stockpileDays on; at most what is used before it expires",
            "DOMAIN D.1, F.2");
    private static final Origin.Formula NOT_ASKED =
            new Origin.Formula("policy.noStrategicStock.1", "0: the policy asks for no stockpile", "DOMAIN D.1");
    private static final Origin.Formula KEPT = new Origin.Formula(
            "policy.strategicStockKept.1",
            "what is held today: the stockpile of a vital item is cut by a person only",
            "DOMAIN D.2");
    private static final Origin.Formula ECONOMICS = new Origin.Formula(
            "policy.economics.1",
            "carrying cost of the stockpile against the loss that it avoids; more than the best cover is cut, but not of vital "
                    + "items",
            "DOMAIN D.2, G.2");
    private static final Origin.Assumption NO_STEP =
            new Origin.Assumption("the pipeline sizes no strategic stock", "put a stockpile step into the pipeline");
    private static final String VITAL = "V";
    private static final String TODAY = "strategicStockToday";
    private static final double SLACK = 1e-9;

    /** The strategic stock of an item under a policy, never below what a regulation asks for. */
    static StrategicStock of(SizedItem item, Policy policy, MatrixConfig config) {
        return RegulatoryMinimum.floor(judged(item, policy, config), item, policy);
    }

    private static StrategicStock judged(SizedItem item, Policy policy, MatrixConfig config) {
        Optional<Explanation> sized = item.findSize(SizedItem.STOCKPILE);
        if (sized.isEmpty()) {
            return new StrategicStock(
                    Finding.of(PostureDecision.STRATEGIC_STOCK, Finding.UNKNOWN, NO_STEP),
                    Finding.of(
                            STEP,
                            "not asked for: no strategic stock is sized",
                            PolicyMatrix.FORMULA,
                            Finding.input("stockpile", "none")));
        }
        Explanation pile = sized.get();
        String notAsked = notAsked(policy, pile, config);
        Optional<Figure> today = policy == Policy.RUN_OUT ? Optional.empty() : today(item, pile);
        boolean vital = item.segment(config.criticalityStep()).code().equals(VITAL);
        if (!notAsked.isEmpty()) {
            if (vital && today.isPresent() && today.get().value() > 0) {
                return kept(
                        pile,
                        today.get(),
                        "no stockpile: " + notAsked,
                        Finding.of(StockpileNames.KEPT_AGAINST, notAsked, NOT_ASKED, pile));
            }
            Figure none = Figure.of(
                    PostureDecision.STRATEGIC_STOCK,
                    0,
                    Unit.PIECES,
                    NOT_ASKED,
                    Finding.of(StockpileNames.NOT_ASKED, notAsked, NOT_ASKED, pile),
                    pile);
            return new StrategicStock(none, Finding.of(STEP, "no stockpile: " + notAsked, ECONOMICS, pile));
        }
        if (!(pile instanceof Figure exact)) {
            Finding open = Finding.of(PostureDecision.STRATEGIC_STOCK, "no size: " + pile.text(), pile.origin(), pile);
            return new StrategicStock(open, Finding.of(STEP, "not judged: no size", ECONOMICS, pile));
        }
        double pieces = pieces(exact);
        String verdict =
                exact.find(StockpileNames.VERDICT_TODAY).map(Explanation::text).orElse("");
        String judged = "best cover"
                + (verdict.isEmpty()
                        ? ""
                        : "; what is held today is " + verdict.replace('_', '-').toLowerCase(Locale.ROOT));
        if (vital && today.isPresent() && today.get().value() > pieces) {
            return kept(exact, today.get(), judged);
        }
        return new StrategicStock(
                Figure.of(PostureDecision.STRATEGIC_STOCK, pieces, Unit.PIECES, HELD, exact),
                Finding.of(STEP, judged, ECONOMICS, exact));
    }

    /** Whole pieces of a size, at most what is used before it expires. */
    private static double pieces(Figure exact) {
        double pieces = Math.max(0, Math.ceil(exact.value() - SLACK));
        Optional<Figure> cap = figure(exact, StockpileNames.SHELF_LIFE_CAP);
        return cap.isPresent() ? Math.min(pieces, Math.floor(cap.get().value() + SLACK)) : pieces;
    }

    /** What is held today; empty if nobody says. */
    private static Optional<Figure> today(SizedItem item, Explanation pile) {
        StockPosition stock = item.profile().stock();
        return figure(pile, TODAY)
                .or(() -> Optional.of(stock)
                        .filter(StockPosition::strategicKnown)
                        .map(known -> Figure.of(
                                TODAY,
                                known.strategicPieces(),
                                Unit.PIECES,
                                new Origin.Input("item_locations.current_strategic_stock", ""))));
    }

    /** What is held of a vital item, whatever the policy and the best cover: a person cuts it. */
    private static StrategicStock kept(Explanation pile, Figure today, String judged, Explanation... against) {
        List<Explanation> because = money(pile, StockpileNames.VERDICT_TODAY, KEPT);
        because.add(Finding.of("warning", "STOCKPILE_CUT_BY_A_PERSON", KEPT, today));
        because.addAll(List.of(against));
        because.add(pile);
        return new StrategicStock(
                new Figure(PostureDecision.STRATEGIC_STOCK, today.value(), Unit.PIECES, KEPT, because),
                Finding.of(STEP, judged + ", a vital item: only a person cuts it", ECONOMICS, pile));
    }

    /** Money of a stockpile that was judged, under the names of that of the best cover, so that it stands before it. */
    static List<Explanation> money(Explanation pile, String judgement, Origin.Formula why) {
        List<Explanation> money = new ArrayList<>();
        Optional<Explanation> verdict = pile.find(judgement);
        Optional<Figure> lean = figure(pile, StockpileNames.LOSS_LEAN);
        Optional<Figure> carrying = verdict.flatMap(tree -> figure(tree, StockpileNames.CARRYING_COMPARED));
        Optional<Figure> avoided = verdict.flatMap(tree -> figure(tree, StockpileNames.AVOIDED_LOSS));
        if (lean.isEmpty() || carrying.isEmpty() || avoided.isEmpty()) {
            return money;
        }
        Figure cost = carrying.get();
        Figure loss = avoided.get();
        money.add(Figure.of(StockpileNames.CARRYING, cost.value(), Unit.MONEY_PER_YEAR, why, cost));
        money.add(Figure.of(
                StockpileNames.LOSS_BUFFERED,
                lean.get().value() - loss.value(),
                Unit.MONEY_PER_YEAR,
                why,
                lean.get(),
                loss));
        if (loss.value() > 0) {
            money.add(
                    Figure.of(StockpileNames.INSURANCE_RATIO, cost.value() / loss.value(), Unit.NONE, why, cost, loss));
        }
        money.add(Figure.of(
                StockpileNames.NET_BENEFIT, loss.value() - cost.value(), Unit.MONEY_PER_YEAR, why, loss, cost));
        return money;
    }

    /** Why the policy asks for no stockpile; empty if it does. */
    private static String notAsked(Policy policy, Explanation pile, MatrixConfig config) {
        return switch (policy) {
            case STRATEGIC_STOCKPILE_DIVERSIFY -> "";
            case SAFETY_STOCK_DIVERSIFY -> {
                Optional<Figure> days = figure(pile, StockpileNames.COVER_DAYS);
                yield pile instanceof Figure && days.isPresent() && days.get().value() < config.stockpileDays() - SLACK
                        ? "it would be less than " + Text.number(config.stockpileDays()) + " days"
                        : "";
            }
            case SAFETY_STOCK_BULK_FORWARD -> "a C item is bought in bulk or ahead instead";
            case INSURANCE_SPARE -> "the spares are the insurance";
            case RUN_OUT -> "nothing is replenished";
            case SAFETY_STOCK_SECOND_SOURCE, SAFETY_STOCK, ROP_WITH_SAFETY_STOCK, JIT_EOQ, ROP_OR_VMI ->
                "the policy " + policy + " holds none";
        };
    }

    /** The first figure of a name in a tree; empty if that is none or not a number. */
    static Optional<Figure> figure(Explanation tree, String name) {
        return tree.find(name).filter(Figure.class::isInstance).map(Figure.class::cast);
    }
}
