package io.posture.safetystock;

import io.posture.api.Analogue;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reason trees of safety stocks. */
final class StockReasons {

    /** Too few buckets with demand for the empirical distribution. */
    static final Finding TOO_THIN = warning(
            "EMPIRICAL_TOO_THIN",
            "fewer than 8 buckets with demand cannot stand for all sizes: a distribution with their mean and deviation"
                    + " stands in",
            "a longer history");

    /** Too few draws above the level. */
    static final Finding TAIL_THIN = warning(
            "MC_TAIL_THIN",
            "fewer than 100 draws lie above the level: its error is larger than it looks",
            "a lower service level, or a method without simulation");

    /** Too wide an interval after all draws. */
    static final Finding NOT_CONVERGED = warning(
            "MC_NOT_CONVERGED",
            "after 200,000 draws half the 95 % interval is still above 2 % of the level",
            "a method without simulation");

    /** Trials that know no season. */
    static final Finding NO_SEASON = warning(
            "MC_WITHOUT_SEASON",
            "demand has a season, and the draws take every month alike: service falls in its peak",
            "method AUTO or TIME_PHASED");

    /** Too few buckets for a forecast and its errors. */
    static final Finding NO_FORECAST = warning(
            "FORECAST_TOO_THIN",
            "fewer than 24 stable buckets, or a forecast of 0, show no forecast errors: the deviation of demand stands in",
            "a longer history");

    private static final double LONGEST_DAYS = 180;
    private static final Finding PROJECT = warning(
            "PROJECT_DEMAND",
            "the safety stock is more than 180 days of demand",
            "plan such demand by order; statistics cannot stock for it");

    private static final Origin.Formula BETWEEN = new Origin.Formula(
            "buf.fill.1", "1 - (E(X - r)+ - E(X - r - Q)+) / Q", "Silver, Pyke & Thomas 2017; Axsäter 2015");
    private static final Origin.Formula Z = new Origin.Formula(
            "buf.z.1", "standard normal quantile of the cycle service level", "Silver, Pyke & Thomas 2017");
    private static final Origin.Formula ALTERNATIVE =
            new Origin.Formula("buf.alternative.1", "what this method would have given", "DOMAIN E.5");
    private static final Origin.Formula UP_TO =
            new Origin.Formula("buf.orderUpTo.1", "s + max(Q - E[U], 0)", "Tijms & Groenevelt 1984; DOMAIN E.7");
    private static final Origin.Formula REVIEWED_UP_TO =
            new Origin.Formula("buf.orderUpTo.review.1", "S = d (R + L) + safety stock", "DOMAIN E.7");
    private static final Origin.Formula RAW =
            new Origin.Formula("buf.rawSafetyStock.1", "r - demand covered - E[U], also below 0", "DOMAIN E.4");
    private static final Origin.Formula STEP = new Origin.Formula(
            "buf.latticeStep.1",
            "one piece or pack; or 1/300 of the deviation, so that no quantile is off by 0.005 of it",
            "DOMAIN E.6");
    private static final Origin.Formula INTERVAL = new Origin.Formula(
            "mc.interval.1", "safety stock at the ranks n p -+ z sqrt(n p (1 - p)) of the draws", "DOMAIN E.10");
    private static final Origin.Formula DISRUPTED = new Origin.Formula(
            "buf.ifDisrupted.1", "the same with mean and deviation of the disrupted stretches", "DOMAIN A.7");
    private static final Origin.Assumption BORROWED = new Origin.Assumption(
            "too little history of its own: other demand stands in", "demand of its own over 8 buckets");

    private final SizingFacts facts;
    private final Protection protection;
    private final ServiceGoal goal;

    StockReasons(SizingFacts facts, Protection protection, ServiceGoal goal) {
        this.facts = facts;
        this.protection = protection;
        this.goal = goal;
    }

    private static Finding warning(String code, String reason, String remedy) {
        return Finding.of("warning", code, new Origin.Assumption(reason, remedy));
    }

    /** The formula of a method's level. */
    static Origin.Formula formula(Method method, ServiceGoal goal, Protection protection) {
        return switch (method) {
            case NORMAL ->
                goal.fillRate()
                        ? FillRateTarget.FORMULA
                        : switch (protection.form()) {
                            case CONTINUOUS -> ZFormula.FORMULA;
                            case UP_TO -> OrderUpTo.FORMULA;
                            case UP_TO_BELOW_POINT -> PeriodicReorderPoint.FORMULA;
                        };
            case GAMMA -> GammaDemand.FORMULA;
            case SHIFTED_GAMMA -> ShiftedGammaDemand.FORMULA;
            case POISSON -> PoissonDemand.FORMULA;
            case NEGATIVE_BINOMIAL -> NegativeBinomialDemand.FORMULA;
            case EMPIRICAL -> ConvolvedDemand.FORMULA;
            case FORECAST_ERROR -> ErrorDeviation.FORMULA;
            case TIME_PHASED -> PhasedStock.FORMULA;
            case MIXTURE -> RegimeMixture.FORMULA;
            case MONTE_CARLO -> OrderStatistics.FORMULA;
            case AUTO, MAX_AVERAGE -> throw new IllegalArgumentException(method + " has no formula of its own");
        };
    }

    /** The method that suits the item, with what decided it and every other one. */
    Finding chosen(AutoChoice auto, StockPlan plan, List<Figure> alternatives) {
        List<Explanation> because = new ArrayList<>(auto.decided());
        for (Method other : Method.values()) {
            if (other != Method.AUTO && other != plan.method()) {
                because.add(rejected(other, auto.decided(), alternatives));
            }
        }
        return new Finding("method", plan.method().name(), plan.method().rule(), because);
    }

    private static Finding rejected(Method method, List<Explanation> decided, List<Figure> alternatives) {
        Explanation decisive = decided.get(decided.size() - 1);
        for (Figure stock : alternatives) {
            if (stock.name().equals(alternativeName(method))) {
                return Finding.of("rejected", method.name(), method.rule(), decisive, stock);
            }
        }
        return Finding.of("rejected", method.name(), method.rule(), decisive);
    }

    /** A method that the settings name, beside the one that suits the item. */
    Finding named(AutoFormula.Wanted wanted, AutoChoice auto, StockPlan plan) {
        List<Explanation> because = new ArrayList<>(auto.decided());
        if (auto.method() != plan.method()) {
            because.add(
                    new Finding("rejected", auto.method().name(), auto.method().rule(), auto.decided()));
        }
        return new Finding("method", plan.method().name(), wanted.setting(), because);
    }

    /** The safety stock. */
    Figure stock(StockPlan plan, Finding method, Optional<Figure> ifDisrupted) {
        Figure reorderPoint = reorderPoint(plan);
        List<Explanation> because = new ArrayList<>(12);
        because.add(reorderPoint);
        because.addAll(plan.cover().nodes().subList(0, plan.cover().undershoot().isPresent() ? 2 : 1));
        because.add(method);
        because.add(goal.type());
        if (goal.fillRate()) {
            double raw = plan.level() - plan.cover().mean();
            because.add(new Figure("rawSafetyStock", raw, Unit.PIECES, RAW, List.of(reorderPoint)));
        }
        goal.lot()
                .ifPresent(lot -> because.add(Figure.of(
                        "fillRate",
                        Math.max(0, Math.min(1, plan.distribution().fillRate(reorderPoint.value(), lot.value()))),
                        Unit.SHARE,
                        BETWEEN,
                        reorderPoint,
                        lot)));
        orderUpTo(plan, reorderPoint).ifPresent(because::add);
        because.addAll(plan.details());
        ifDisrupted.ifPresent(because::add);
        facts.demand().signals().analogue().ifPresent(analogue -> because.add(borrowed(analogue)));
        because.addAll(goal.warnings());
        because.addAll(plan.warnings());
        if (plan.safetyStock() > LONGEST_DAYS * facts.perDay().value()) {
            because.add(PROJECT);
        }
        return new Figure(SizedItem.SAFETY_STOCK, plan.safetyStock(), Unit.PIECES, plan.formula(), because);
    }

    private Figure reorderPoint(StockPlan plan) {
        // a normal level below the mean has a negative safety stock, which is floored; a skewed one is the level itself
        boolean floored = goal.fillRate()
                || plan.method() == Method.NORMAL
                || plan.method() == Method.SHIFTED_GAMMA
                || plan.method() == Method.FORECAST_ERROR
                || plan.method() == Method.TIME_PHASED
                || plan.method() == Method.MIXTURE;
        double point = floored ? plan.cover().mean() + plan.safetyStock() : Math.max(0, plan.level());
        List<Explanation> because = new ArrayList<>(6);
        because.addAll(plan.cover().nodes());
        if (plan.distribution() instanceof CoverDistribution.OfShiftedGamma) {
            because.add(plan.cover().skewness());
        }
        if (plan.method() == Method.NORMAL && !goal.fillRate() && plan.distribution() instanceof NormalCover normal) {
            double z = (plan.level() - normal.mean()) / normal.sd();
            because.add(Figure.of("z", z, Unit.NONE, Z, goal.target()));
        } else {
            because.add(goal.target());
        }
        return new Figure("reorderPoint", point, Unit.PIECES, plan.formula(), because);
    }

    private Optional<Figure> orderUpTo(StockPlan plan, Figure reorderPoint) {
        return switch (protection.form()) {
            case CONTINUOUS -> Optional.empty();
            case UP_TO ->
                Optional.of(Figure.of(
                        "orderUpTo",
                        reorderPoint.value(),
                        Unit.PIECES,
                        REVIEWED_UP_TO,
                        reorderPoint,
                        protection.review()));
            case UP_TO_BELOW_POINT -> {
                Figure lot = goal.lot().orElseThrow();
                Figure below = plan.cover().undershoot().orElseThrow().mean();
                double upTo = reorderPoint.value() + Math.max(lot.value() - below.value(), 0);
                yield Optional.of(Figure.of("orderUpTo", upTo, Unit.PIECES, UP_TO, reorderPoint, lot, below));
            }
        };
    }

    private static Finding borrowed(Analogue analogue) {
        return Finding.of(
                "confidence",
                "ASSUMED",
                BORROWED,
                Finding.of(
                        "analogue",
                        analogue.name(),
                        BORROWED,
                        Figure.of("analogueItems", analogue.items(), Unit.COUNT, BORROWED)));
    }

    /** What another method would have given. */
    static Figure alternative(Method method, ServiceGoal goal, CoverDistribution distribution, Cover cover) {
        double pieces = Math.max(0, goal.level(distribution) - cover.mean());
        return Figure.of(alternativeName(method), pieces, Unit.PIECES, ALTERNATIVE, goal.target(), cover.sigma());
    }

    private static String alternativeName(Method method) {
        return method == Method.NORMAL ? "stockIfNormal" : "stockIfPoisson";
    }

    /** The distance of two points of a lattice. */
    static Figure step(double step, Cover cover) {
        return Figure.of("latticeStep", step, Unit.PIECES, STEP, cover.sigma());
    }

    /** The safety stock if the disrupted stretches return. */
    static Figure disrupted(double pieces, Cover cover) {
        return new Figure(
                "safetyStockIfDisrupted", pieces, Unit.PIECES, DISRUPTED, List.of(cover.demand(), cover.sigma()));
    }

    /** Interval, number of draws and seed of a simulation. */
    static List<Explanation> simulation(MonteCarloCover.Found found, Cover cover, long seed) {
        Figure ofSeed = ItemFigures.setting(AutoFormula.STEP, "seed", (double) seed, Unit.NONE);
        Figure trials = Figure.of("mcTrials", found.trials(), Unit.COUNT, INTERVAL, ofSeed);
        return List.of(
                Figure.of("mcLow", Math.max(0, found.low() - cover.mean()), Unit.PIECES, INTERVAL, trials),
                Figure.of("mcHigh", Math.max(0, found.high() - cover.mean()), Unit.PIECES, INTERVAL, trials));
    }

    /** The worst seen less the average, for items whose settings name it. */
    static Explanation maxAverage(SizedItem item, AutoFormula.Wanted wanted) {
        Explanation stock = MaxAverageFormula.size(item);
        if (!(stock instanceof Figure figure)) {
            return stock;
        }
        List<Explanation> because = new ArrayList<>(figure.because());
        because.add(Finding.of("method", Method.MAX_AVERAGE.name(), wanted.setting()));
        if (figure.value() > LONGEST_DAYS * item.profile().demand().meanPerDay()) {
            because.add(PROJECT);
        }
        return new Figure(figure.name(), figure.value(), figure.unit(), figure.origin(), because);
    }
}
