package io.posture.safetystock;

import io.posture.api.Bucket;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.Season;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Demand to expect in the buckets behind the history: the mean times the index of the season. Its error is that of the
 * history around the same forecast, in proportion to it.
 *
 * <p>{@code cv = sqrt(sum e_t^2 / sum f_t^2 * (n + m) / (n - m))}, e the errors, f the forecasts, n buckets, m indices: the
 * indices have taken m degrees of freedom, and are off themselves
 */
final class SeasonalForecast {

    private static final double DAYS_PER_YEAR = 365;

    private final Optional<Season> season;
    private final LocalDate next;
    private final Bucket bucket;
    private final double perBucket;
    private final double errorCv;
    private final double errorSkewness;

    private SeasonalForecast(
            Optional<Season> season,
            LocalDate next,
            Bucket bucket,
            double perBucket,
            double errorCv,
            double errorSkewness) {
        this.season = season;
        this.next = next;
        this.bucket = bucket;
        this.perBucket = perBucket;
        this.errorCv = errorCv;
        this.errorSkewness = errorSkewness;
    }

    /**
     * Demand until an order arrives.
     *
     * @param demand its mean, pieces
     * @param variance its variance, square pieces
     * @param cube its third central moment, cubic pieces
     * @param perBucket mean of the forecasts, pieces
     */
    record Window(double demand, double variance, double cube, double perBucket) {}

    /** The forecast of an item; flat if it has no season. */
    static SeasonalForecast of(SizingFacts facts) {
        DemandProfile demand = facts.demand();
        DemandHistory history = demand.history();
        Bucket bucket = history.bucket();
        double perBucket = demand.meanPerDay() * bucket.days();
        Optional<Season> season = demand.signals().season();
        LocalDate date = history.firstBucket();
        double errors = 0;
        double cubes = 0;
        double forecasts = 0;
        int buckets = 0;
        for (int i = 0; i < history.length(); i++) {
            if (facts.stable(date)) {
                double forecast = perBucket * index(season, date);
                double error = history.pieces(i) - forecast;
                errors += error * error;
                cubes += error * error * error;
                forecasts += forecast * forecast;
                buckets++;
            }
            date = bucket.next(date);
        }
        int indices = season.isPresent() ? season.get().indices().size() : 1;
        double cv = season.isPresent() && buckets > indices && forecasts > 0
                ? Math.sqrt(errors / forecasts * (buckets + indices) / (buckets - indices))
                : facts.sdPerDay().value() * Math.sqrt(bucket.days()) / perBucket;
        double skewness = errors > 0 ? Math.max(0, cubes / buckets / Math.pow(errors / buckets, 1.5)) : 0;
        return new SeasonalForecast(season, date, bucket, perBucket, cv, skewness);
    }

    /** First day behind the history. */
    LocalDate next() {
        return next;
    }

    /** Error of a bucket's forecast as a share of it. */
    double errorCv() {
        return errorCv;
    }

    /** Skewness of the errors, at least 0. */
    double errorSkewness() {
        return errorSkewness;
    }

    /** Buckets in a year. */
    int bucketsPerYear() {
        return (int) Math.round(DAYS_PER_YEAR / bucket.days());
    }

    /** First day of a bucket behind the history, 0 being the next one. */
    LocalDate start(int ahead) {
        return switch (bucket) {
            case DAY -> next.plusDays(ahead);
            case WEEK -> next.plusWeeks(ahead);
            case MONTH -> next.plusMonths(ahead);
        };
    }

    /**
     * Demand over an uncertain time.
     *
     * @param from first bucket, 0 being the next one
     * @param times probability of 0, 1, 2, ... steps
     * @param step buckets
     */
    Window window(int from, double[] times, double step) {
        double[] sums = new double[times.length];
        double[] variances = new double[times.length];
        double[] cubes = new double[times.length];
        double before = 0;
        double squaresBefore = 0;
        double cubesBefore = 0;
        int bucket = 0;
        double forecast = perBucket * index(season, start(from));
        for (int k = 1; k < times.length; k++) {
            double end = k * step;
            while (end > bucket + 1) {
                before += forecast;
                squaresBefore += forecast * forecast;
                cubesBefore += forecast * forecast * forecast;
                bucket++;
                forecast = perBucket * index(season, start(from + bucket));
            }
            double part = end - bucket;
            sums[k] = before + part * forecast;
            variances[k] = errorCv * errorCv * (squaresBefore + part * forecast * forecast);
            cubes[k] = errorSkewness * Math.pow(errorCv, 3) * (cubesBefore + part * forecast * forecast * forecast);
        }
        double demand = 0;
        double buckets = 0;
        for (int k = 0; k < times.length; k++) {
            demand += times[k] * sums[k];
            buckets += times[k] * k * step;
        }
        double variance = 0;
        double cube = 0;
        // moments of a mixture: of the sums over the times, and of the errors within each
        for (int k = 0; k < times.length; k++) {
            double off = sums[k] - demand;
            variance += times[k] * (variances[k] + off * off);
            cube += times[k] * (cubes[k] + 3 * off * variances[k] + off * off * off);
        }
        return new Window(
                demand, variance, cube, buckets > 0 ? demand / buckets : perBucket * index(season, start(from)));
    }

    private static double index(Optional<Season> season, LocalDate date) {
        return season.isPresent() ? season.get().index(date) : 1;
    }
}
