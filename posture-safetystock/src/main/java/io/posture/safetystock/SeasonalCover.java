package io.posture.safetystock;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Covers that follow a season: that of the next order, and of those placed over the year ahead. */
final class SeasonalCover {

    private static final int POINTS = 13;
    private static final double STEPS_PER_DEVIATION = 12;
    private static final double MOST_STEPS = 512;

    private static final Origin.Formula ERROR_CV = new Origin.Formula(
            "buf.seasonalErrorCv.1",
            "sqrt(sum e^2 / sum f^2 * (n + m) / (n - m)), n buckets, m indices",
            "DOMAIN E.8, E.9");
    private static final Origin.Formula ERROR_SKEWNESS = new Origin.Formula(
            "buf.seasonalErrorSkewness.1",
            "max(0, mean e^3 / (mean e^2)^1.5 * sqrt(days)), e the errors of buckets of some days",
            "cumulants of a sum of days");
    private static final Origin.Formula FORECAST =
            new Origin.Formula("buf.seasonalForecast.1", "sum of d * index over the time covered", "DOMAIN A.5, E.9");
    private static final Origin.Formula SIGMA = new Origin.Formula(
            "buf.timePhased.sigma.2",
            "sqrt(E sum (cv f_j)^2 + Var F), F the forecast until the order arrives, its lead time gamma",
            "DOMAIN E.9; law of total variance");
    private static final Origin.Formula PER_DAY =
            new Origin.Formula("buf.seasonalPerDay.1", "mean forecast of the time covered, a day", "DOMAIN E.9");
    private static final Origin.Formula SD_PER_DAY =
            new Origin.Formula("buf.seasonalSdPerDay.1", "cv * forecast of a bucket / sqrt(days)", "DOMAIN E.9");
    private static final Origin.Formula HIGHEST =
            new Origin.Formula("buf.timePhased.highest.1", "highest of the year ahead", "DOMAIN E.9");

    private final SizingFacts facts;
    private final Protection protection;
    private final SeasonalForecast forecast;
    private final double bucketDays;
    private final double step;
    private final double[] steps;
    private final Figure errorCv;
    private final Figure errorSkewness;

    SeasonalCover(SizingFacts facts, Protection protection, SeasonalForecast forecast) {
        this.facts = facts;
        this.protection = protection;
        this.forecast = forecast;
        this.bucketDays = facts.bucket().days();
        double days = facts.leadDays().value() + protection.moreDays();
        double sd = facts.leadSd().value();
        this.step = sd > 0 ? Math.max(sd / STEPS_PER_DEVIATION, days / MOST_STEPS) : Math.max(days, 1);
        // splitting a lead time over the two steps beside it adds a sixth of a square step to its variance
        this.steps = LeadTimeBuckets.gamma(days / step, Math.sqrt(Math.max(0, sd / step * (sd / step) - 1.0 / 6)));
        this.errorCv =
                Figure.of("forecastErrorCv", forecast.errorCv(), Unit.NONE, ERROR_CV, facts.buckets(), facts.perDay());
        this.errorSkewness = Figure.of(
                "forecastErrorSkewness",
                forecast.errorSkewness() * Math.sqrt(bucketDays),
                Unit.NONE,
                ERROR_SKEWNESS,
                errorCv);
    }

    /** Buckets for which a level holds: until the next one begins, and until the next look. */
    int bucketsUntilNextLevel() {
        return (int) Math.ceil(Math.max(1, protection.review().value() / bucketDays));
    }

    /**
     * The safety stock over the year ahead, in 13 steps, below the highest of them; nothing without a season.
     *
     * @param stock safety stock of the level that holds from a number of buckets ahead, pieces
     */
    List<Explanation> horizon(IntToDoubleFunction stock) {
        if (facts.demand().signals().season().isEmpty()) {
            return List.of(errorCv);
        }
        int perYear = forecast.bucketsPerYear();
        List<Explanation> points = new ArrayList<>(POINTS);
        double highest = 0;
        int before = -1;
        for (int point = 0; point < POINTS; point++) {
            int ahead = point * perYear / POINTS;
            if (ahead > before) {
                double pieces = stock.applyAsDouble(ahead);
                highest = Math.max(highest, pieces);
                points.add(Figure.of("safetyStockFrom" + forecast.start(ahead), pieces, Unit.PIECES, SIGMA, errorCv));
                before = ahead;
            }
        }
        return List.of(errorCv, new Figure("highestSafetyStock", highest, Unit.PIECES, HIGHEST, points));
    }

    /** The cover of an order that goes out a number of buckets ahead. */
    Cover from(int ahead) {
        SeasonalForecast.Window window = forecast.window(ahead, steps, step / bucketDays);
        List<Explanation> ofDemand = new ArrayList<>(3);
        protection.coveredReview().ifPresent(ofDemand::add);
        ofDemand.add(facts.perDay());
        ofDemand.add(facts.leadDays());
        Figure demand = new Figure("leadTimeDemand", window.demand(), Unit.PIECES, FORECAST, ofDemand);
        Figure sigma = Figure.of(
                "sigmaLtd", Math.sqrt(window.variance()), Unit.PIECES, SIGMA, errorCv, demand, facts.leadSd());
        Figure perDay = Figure.of(
                "forecastPerDay", window.perBucket() / bucketDays, Unit.PIECES_PER_DAY, PER_DAY, facts.perDay());
        Figure sdPerDay = Figure.of(
                "forecastSdPerDay",
                forecast.errorCv() * window.perBucket() / Math.sqrt(bucketDays),
                Unit.PIECES_PER_DAY,
                SD_PER_DAY,
                errorCv,
                perDay);
        Optional<Cover.Below> below = protection.below(facts, perDay, sdPerDay, errorSkewness);
        return new Cover(
                demand, sigma, below, Skewness.ofCover(window.cube(), sigma, below, errorSkewness, facts.leadSd()));
    }
}
