package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.Season;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Finds the season of a year in months of demand, and takes it out of other buckets. */
final class SeasonFinder {

    private static final int MONTHS_PER_YEAR = 12;
    private static final int FEW_YEARS = 3;
    private static final int MANY_YEARS = 5;

    private SeasonFinder() {}

    /**
     * The season; empty if there is none or fewer than two years to look at.
     *
     * @param months pieces per month, each at least 0
     */
    static Optional<Season> find(BucketSpan span, double[] months) {
        SeasonTest.Result test = SeasonTest.of(months, MONTHS_PER_YEAR);
        if (!test.seasonal()) {
            return Optional.empty();
        }
        double[] indices = SeasonalIndices.of(months, MONTHS_PER_YEAR);
        int years = months.length / MONTHS_PER_YEAR;
        return Optional.of(new Season(
                Bucket.MONTH,
                span.first(),
                Arrays.stream(indices).boxed().toList(),
                test.rm().orElseThrow(),
                test.limit().orElseThrow(),
                years < FEW_YEARS ? Confidence.LOW : years < MANY_YEARS ? Confidence.MEDIUM : Confidence.HIGH));
    }

    /**
     * What each bucket would hold in an average season. A bucket in a season without any demand says nothing of the level and takes
     * the mean of the others.
     *
     * @param series pieces per bucket
     */
    static double[] without(Season season, BucketSpan span, double[] series) {
        double[] steady = new double[series.length];
        double sum = 0;
        int known = 0;
        for (int i = 0; i < series.length; i++) {
            double factor = factor(season, span, i);
            steady[i] = factor > 0 ? series[i] / factor : -1;
            if (factor > 0) {
                sum += steady[i];
                known++;
            }
        }
        double mean = known == 0 ? 0 : sum / known;
        for (int i = 0; i < series.length; i++) {
            steady[i] = steady[i] < 0 ? mean : steady[i];
        }
        return steady;
    }

    /** Daily rate of a bucket over the average daily rate; months are not equally long, so indices of months are brought to a day. */
    private static double factor(Season season, BucketSpan span, int index) {
        LocalDate start = span.start(index);
        if (span.bucket() == Bucket.MONTH) {
            return indexOf(season, start);
        }
        LocalDate end = span.end(index);
        int days = span.days(index);
        int inFirst = Math.min(days, start.lengthOfMonth() - start.getDayOfMonth() + 1);
        return (inFirst * rate(season, start) + (days - inFirst) * rate(season, end)) / days;
    }

    private static double rate(Season season, LocalDate date) {
        return indexOf(season, date) * Bucket.MONTH.days() / date.lengthOfMonth();
    }

    private static double indexOf(Season season, LocalDate date) {
        int step = Math.floorMod(date.getMonthValue() - season.start().getMonthValue(), MONTHS_PER_YEAR);
        return season.indices().get(step);
    }
}
