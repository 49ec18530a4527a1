package io.posture.safetystock;

import io.posture.api.ItemId;
import io.posture.api.LeadTime;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.numerics.RandomStream;
import io.posture.safetystock.simulation.DemandSampler;
import io.posture.safetystock.simulation.GammaSampler;
import io.posture.safetystock.simulation.LeadTimes;
import io.posture.safetystock.simulation.MarkovBootstrapSampler;
import io.posture.safetystock.simulation.NormalSampler;
import io.posture.safetystock.simulation.Undershoot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sizes one item by each method. */
final class StockSizing {

    private static final String PURPOSE = "safety stock";

    /** A narrower gamma is a normal in every digit. */
    private static final double LEAST_GAMMA_CV = 1e-5;

    private final SizingFacts facts;
    private final Protection protection;
    private final ServiceGoal goal;
    private final long seed;
    private final Figure smoothing;
    private final Regimes.StableShares shares;

    StockSizing(
            SizingFacts facts,
            Protection protection,
            ServiceGoal goal,
            long seed,
            Figure smoothing,
            Regimes.StableShares shares) {
        this.facts = facts;
        this.protection = protection;
        this.goal = goal;
        this.seed = seed;
        this.smoothing = smoothing;
        this.shares = shares;
    }

    /**
     * The safety stock.
     *
     * @param wanted the method that the settings name
     * @param mixture whether stable and disrupted stretches are to be covered by one number
     */
    Explanation size(AutoFormula.Wanted wanted, boolean mixture) {
        Cover cover = steady();
        AutoChoice auto = AutoChoice.of(facts, protection, cover, mixture || wanted.method() == Method.MIXTURE);
        boolean free = wanted.method() == Method.AUTO || wanted.method() == Method.MIXTURE;
        StockPlan plan = free ? plan(auto.method(), cover, auto.tooThin()) : fixed(wanted.method(), cover);
        StockReasons reasons = new StockReasons(facts, protection, goal);
        Finding method =
                free ? reasons.chosen(auto, plan, alternatives(plan, cover)) : reasons.named(wanted, auto, plan);
        return reasons.stock(plan, method, ifDisrupted());
    }

    private Cover steady() {
        return protection.cover(facts, facts.perDay(), facts.sdPerDay(), facts.leadDays(), facts.leadSd());
    }

    /** A method that the settings name, or what stands in for it where the item lacks the buckets for it. */
    private StockPlan fixed(Method method, Cover cover) {
        return method == Method.EMPIRICAL && busy(buckets()) < EmpiricalCover.ENOUGH_BUSY
                ? plan(AutoChoice.fallback(protection, cover), cover, true)
                : plan(method, cover, false);
    }

    private StockPlan plan(Method method, Cover cover, boolean tooThin) {
        List<Finding> warnings = tooThin ? List.of(StockReasons.TOO_THIN) : List.of();
        return switch (method) {
            case NORMAL, GAMMA, SHIFTED_GAMMA, POISSON, NEGATIVE_BINOMIAL -> byMoments(method, cover, warnings);
            case EMPIRICAL -> empirical(cover);
            case TIME_PHASED -> seasonal();
            case FORECAST_ERROR -> forecast(cover);
            case MIXTURE -> mixture(cover);
            case MONTE_CARLO -> simulated(cover);
            case AUTO, MAX_AVERAGE -> throw new IllegalArgumentException(method + " names no distribution");
        };
    }

    private StockPlan byMoments(Method method, Cover cover, List<Finding> warnings) {
        Method possible = possible(method, cover);
        CoverDistribution distribution = shape(possible, cover);
        return planned(possible, cover, distribution, List.of(), warnings);
    }

    /** A method, or the one it turns into where it has no meaning. */
    private static Method possible(Method method, Cover cover) {
        return switch (method) {
            case NEGATIVE_BINOMIAL ->
                AutoChoice.manyPieces(cover)
                        ? Method.GAMMA
                        : AutoChoice.overdispersed(cover) ? Method.NEGATIVE_BINOMIAL : Method.POISSON;
            case POISSON -> AutoChoice.manyPieces(cover) ? Method.NORMAL : Method.POISSON;
            case GAMMA -> cover.sd() < LEAST_GAMMA_CV * cover.mean() ? Method.NORMAL : Method.GAMMA;
            case SHIFTED_GAMMA -> cover.skewness().value() >= Skewness.NOTICEABLE ? method : Method.NORMAL;
            default -> method;
        };
    }

    private StockPlan planned(
            Method method,
            Cover cover,
            CoverDistribution distribution,
            List<Explanation> details,
            List<Finding> warnings) {
        return new StockPlan(
                method,
                StockReasons.formula(method, goal, protection),
                cover,
                distribution,
                goal.level(distribution),
                details,
                warnings);
    }

    /** A distribution with the mean and deviation of a cover. */
    static CoverDistribution shape(Method method, Cover cover) {
        double mean = cover.mean();
        double sd = cover.sd();
        if (!(mean > 0)) {
            return new CoverDistribution.Fixed(0);
        }
        if (method == Method.POISSON) {
            return new CoverDistribution.OfPoisson(mean);
        }
        if (!(sd > 0)) {
            return new CoverDistribution.Fixed(mean);
        }
        return switch (method) {
            case NEGATIVE_BINOMIAL -> CoverDistribution.OfNegativeBinomial.of(mean, cover.variance());
            case GAMMA -> CoverDistribution.OfGamma.of(mean, sd);
            case SHIFTED_GAMMA ->
                CoverDistribution.OfShiftedGamma.of(mean, sd, cover.skewness().value());
            default -> new NormalCover(mean, sd);
        };
    }

    private StockPlan empirical(Cover cover) {
        if (!(cover.sd() > 0)) {
            return planned(Method.EMPIRICAL, cover, new CoverDistribution.Fixed(cover.mean()), List.of(), List.of());
        }
        LeadTimeBuckets leadTime = LeadTimeBuckets.of(facts, protection.moreDays());
        EmpiricalCover distribution =
                EmpiricalCover.of(buckets(), leadTime.toArray(), below(cover), protection.whole(), cover.sd());
        Finding pmf = Finding.of(
                "leadTimeDistribution",
                leadTime.lines() > 0 ? "own receipts" : "gamma",
                leadTime.origin(),
                facts.leadDays(),
                facts.leadSd());
        return planned(
                Method.EMPIRICAL,
                cover,
                distribution,
                List.of(pmf, StockReasons.step(distribution.step(), cover)),
                List.of());
    }

    private EmpiricalCover.Below below(Cover cover) {
        if (cover.undershoot().isEmpty()) {
            return EmpiricalCover.Below.NONE;
        }
        Cover.Below below = cover.undershoot().get();
        if (protection.stable().isEmpty()) {
            return EmpiricalCover.Below.ofMoments(
                    below.mean().value(), below.sd().value());
        }
        double between = protection.bucketsBetweenLooks(facts);
        return protection.form() == Protection.Form.UP_TO_BELOW_POINT
                ? EmpiricalCover.Below.fromHeight(
                        goal.lot().orElseThrow().value() - below.mean().value(), between, protection.whole())
                : EmpiricalCover.Below.ofBuckets(between, protection.whole());
    }

    /** Demand of the stable buckets, pieces. */
    private double[] buckets() {
        return protection.stable().isEmpty() ? facts.stableBuckets() : protection.buckets();
    }

    private static long busy(double[] buckets) {
        return Arrays.stream(buckets).filter(pieces -> pieces > 0).count();
    }

    private StockPlan seasonal() {
        SeasonalForecast forecast = SeasonalForecast.of(facts);
        SeasonalCover seasonal = new SeasonalCover(facts, protection, forecast);
        Cover cover = highest(seasonal, 0);
        return planned(
                Method.TIME_PHASED,
                cover,
                byShape(cover),
                seasonal.horizon(ahead -> {
                    Cover later = highest(seasonal, ahead);
                    return Math.max(0, goal.level(byShape(later)) - later.mean());
                }),
                List.of());
    }

    /** Of the covers of the orders that go out until the next level holds, the one that needs the highest. */
    private Cover highest(SeasonalCover seasonal, int ahead) {
        Cover first = seasonal.from(ahead);
        if (protection.form() == Protection.Form.UP_TO) {
            return first;
        }
        Cover last = seasonal.from(ahead + seasonal.bucketsUntilNextLevel());
        return goal.level(byShape(last)) > goal.level(byShape(first)) ? last : first;
    }

    private static CoverDistribution byShape(Cover cover) {
        return shape(possible(AutoChoice.byShape(cover), cover), cover);
    }

    private StockPlan forecast(Cover steady) {
        Optional<Cover> found = ForecastErrorCover.of(facts, protection, smoothing);
        Cover cover = found.orElse(steady);
        return planned(
                Method.FORECAST_ERROR,
                cover,
                byShape(cover),
                List.of(),
                found.isPresent() ? List.of() : List.of(StockReasons.NO_FORECAST));
    }

    private StockPlan mixture(Cover stable) {
        List<Regimes.Part> parts = new Regimes(facts, protection, shares).mixture(stable);
        List<Explanation> details = new ArrayList<>();
        double[] weights = new double[parts.size()];
        double[] means = new double[parts.size()];
        double[] sds = new double[parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            weights[i] = parts.get(i).weight();
            means[i] = parts.get(i).cover().mean();
            sds[i] = parts.get(i).cover().sd();
            details.add(parts.get(i).node());
        }
        return planned(Method.MIXTURE, stable, new MixedCover(weights, means, sds), details, List.of());
    }

    private StockPlan simulated(Cover cover) {
        ItemId id = facts.item().id();
        MonteCarloCover.Found found = MonteCarloCover.simulate(
                sampler(cover),
                RandomStream.of(seed, id.sku(), id.site(), PURPOSE),
                goal,
                !protection.stable().isEmpty() && protection.whole() ? 1 : 0);
        List<Finding> warnings = new ArrayList<>();
        if (found.tailThin()) {
            warnings.add(StockReasons.TAIL_THIN);
        }
        if (facts.demand().signals().season().isPresent()) {
            warnings.add(StockReasons.NO_SEASON);
        }
        if (!found.converged()) {
            warnings.add(StockReasons.NOT_CONVERGED);
        }
        return new StockPlan(
                Method.MONTE_CARLO,
                StockReasons.formula(Method.MONTE_CARLO, goal, protection),
                cover,
                found.cover(),
                found.level(),
                StockReasons.simulation(found, cover, seed),
                warnings);
    }

    /** Buckets in chains for irregular demand, else gamma or normal, whichever skewness is closer. */
    private DemandSampler sampler(Cover cover) {
        Undershoot undershoot = Undershoot.NONE;
        if (cover.undershoot().isPresent()) {
            Cover.Below below = cover.undershoot().get();
            undershoot = Undershoot.moments(below.mean().value(), below.sd().value());
        }
        double moreDays = protection.moreDays();
        if (!protection.stable().isEmpty()) {
            double between = protection.bucketsBetweenLooks(facts);
            return new MarkovBootstrapSampler(
                    protection.buckets(),
                    protection.whole(),
                    leadTimes(moreDays, facts.bucket().days()),
                    protection.undershoot() && between == 1
                            ? Undershoot.ofSizes(protection.buckets(), protection.whole())
                            : undershoot);
        }
        double perDay = facts.perDay().value();
        double sdPerDay = facts.sdPerDay().value();
        // a gamma is skewed by twice its coefficient of variation, a normal not at all
        return AutoChoice.byShape(cover) == Method.GAMMA || facts.daySkewness().value() * perDay > sdPerDay
                ? new GammaSampler(perDay, sdPerDay, leadTimes(moreDays, 1), undershoot)
                : new NormalSampler(perDay, sdPerDay, leadTimes(moreDays, 1), undershoot);
    }

    private LeadTimes leadTimes(double moreDays, double unit) {
        if (LeadTimeBuckets.ownLines(facts)) {
            return LeadTimes.seen(facts.supplySignals().closedDays().stream()
                    .mapToDouble(days -> (days + moreDays) / unit)
                    .toArray());
        }
        List<LeadTime.Part> parts = facts.leadTime().parts();
        if (parts.isEmpty()) {
            return LeadTimes.gamma(
                    (facts.leadDays().value() + moreDays) / unit, facts.leadSd().value() / unit);
        }
        return LeadTimes.mixture(
                parts.stream().mapToDouble(LeadTime.Part::share).toArray(),
                parts.stream()
                        .mapToDouble(part -> (part.leadTime().meanDays() + moreDays) / unit)
                        .toArray(),
                parts.stream()
                        .mapToDouble(part -> part.leadTime().sdDays() / unit)
                        .toArray());
    }

    /** Stock of the methods that were not taken, where a closed form gives it at once. */
    private List<Figure> alternatives(StockPlan plan, Cover cover) {
        if (goal.fillRate() || !(cover.sd() > 0)) {
            return List.of();
        }
        List<Figure> stocks = new ArrayList<>(2);
        if (plan.method() != Method.NORMAL) {
            stocks.add(StockReasons.alternative(Method.NORMAL, goal, shape(Method.NORMAL, cover), cover));
        }
        if (plan.method() == Method.NEGATIVE_BINOMIAL) {
            stocks.add(StockReasons.alternative(Method.POISSON, goal, shape(Method.POISSON, cover), cover));
        }
        return stocks;
    }

    /** The safety stock if the disrupted stretches return; empty if there are none. */
    private Optional<Figure> ifDisrupted() {
        return new Regimes(facts, protection, shares).disrupted().map(cover -> {
            Method method = AutoChoice.closedForm(facts, cover, new ArrayList<>());
            double level = goal.level(shape(method, cover));
            return StockReasons.disrupted(Math.max(0, level - cover.mean()), cover);
        });
    }
}
