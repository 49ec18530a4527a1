package io.posture.profile;

import io.posture.api.Bucket;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Full buckets in a row.
 *
 * @param bucket length of every bucket
 * @param first first day of the oldest
 * @param count how many, at least 0
 */
record BucketSpan(Bucket bucket, LocalDate first, int count) {

    private static final int DAYS_PER_WEEK = 7;
    private static final int MONTHS_PER_YEAR = 12;

    /** The buckets wholly inside [from, to]; the cut first and last ones are dropped. */
    static BucketSpan within(Bucket bucket, LocalDate from, LocalDate to) {
        LocalDate start = bucket.startOf(from);
        LocalDate first = start.isBefore(from) ? bucket.next(start) : start;
        LocalDate end = to.plusDays(1);
        long count = switch (bucket) {
            case DAY -> ChronoUnit.DAYS.between(first, end);
            case WEEK -> ChronoUnit.WEEKS.between(first, end);
            case MONTH -> ChronoUnit.MONTHS.between(first, end);
        };
        return new BucketSpan(bucket, first, Math.toIntExact(Math.max(0, count)));
    }

    /** First day of every bucket, oldest first. */
    List<LocalDate> starts() {
        return Stream.iterate(first, bucket::next).limit(count).toList();
    }

    /** First day of a bucket; of the one after the newest for the index {@link #count}. */
    LocalDate start(int index) {
        return switch (bucket) {
            case DAY -> first.plusDays(index);
            case WEEK -> first.plusWeeks(index);
            case MONTH -> first.plusMonths(index);
        };
    }

    /** Last day of a bucket. */
    LocalDate end(int index) {
        return start(index + 1).minusDays(1);
    }

    /** Days in a bucket. */
    int days(int index) {
        return Math.toIntExact(ChronoUnit.DAYS.between(start(index), start(index + 1)));
    }

    /**
     * Adds issues up per bucket; returns and dates outside the span are passed over.
     *
     * @param days dates as epoch days
     * @param pieces quantities, same order; below 0 is a return
     * @param sums receives the sums
     * @param at position of the oldest bucket in it
     */
    void addIssues(int[] days, double[] pieces, double[] sums, int at) {
        for (int i = 0; i < days.length; i++) {
            if (pieces[i] > 0) {
                int index = indexOf(days[i]);
                if (index >= 0 && index < count) {
                    sums[at + index] += pieces[i];
                }
            }
        }
    }

    /** Index of the bucket that holds a day; outside [0, count) for a day outside the span. */
    int indexOf(int day) {
        int fromFirst = Math.toIntExact(day - first.toEpochDay());
        return switch (bucket) {
            case DAY -> fromFirst;
            case WEEK -> Math.floorDiv(fromFirst, DAYS_PER_WEEK);
            case MONTH -> {
                LocalDate date = LocalDate.ofEpochDay(day);
                yield (date.getYear() - first.getYear()) * MONTHS_PER_YEAR
                        + date.getMonthValue()
                        - first.getMonthValue();
            }
        };
    }
}
