package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.explain.Origin;
import io.posture.spi.Doc;
import io.posture.spi.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Adds demand up per calendar bucket. A return is not negative demand: it is left out and reported apart. */
final class Bucketing {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "demand.bucket.1",
            "sum of issues per full bucket inside [from, to]; no issue = 0; returns left out",
            "DOMAIN A.1");

    private static final Comparator<Transaction> BY_DATE =
            Comparator.comparing(Transaction::date).thenComparingDouble(Transaction::quantity);

    private Bucketing() {}

    /** An issue or a return. */
    @Tuple
    record Transaction(
            @Doc("day of the issue") LocalDate date,
            @Doc("pieces; below 0 is a return") double quantity) {

        Transaction {
            Pieces.of("quantity", quantity);
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("issues and returns in any order") List<Transaction> transactions,

            @Doc("DAY, WEEK (ISO, from Monday) or MONTH (calendar)")
            Bucket bucket,

            @Doc("first day looked at") LocalDate from,
            @Doc("last day looked at, not before from") LocalDate to) {

        Inputs {
            transactions = List.copyOf(transactions);
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("to must not be before from " + from + ", was " + to);
            }
        }
    }

    /**
     * Result of the calculation.
     *
     * @param starts first day of every full bucket, oldest first
     * @param values issues per bucket, pieces
     * @param returnedUnits pieces that came back between from and to
     */
    record Result(List<LocalDate> starts, List<Double> values, double returnedUnits) {}

    /** Demand per bucket. */
    static Result of(Inputs inputs) {
        // sorted, so that the sums do not depend on the order of the lines
        List<Transaction> sorted =
                inputs.transactions().stream().sorted(BY_DATE).toList();
        int[] days = sorted.stream()
                .mapToInt(line -> Math.toIntExact(line.date().toEpochDay()))
                .toArray();
        double[] pieces = sorted.stream().mapToDouble(Transaction::quantity).toArray();
        BucketSpan span = BucketSpan.within(inputs.bucket(), inputs.from(), inputs.to());
        double[] sums = new double[span.count()];
        span.addIssues(days, pieces, sums, 0);
        List<Double> values = new ArrayList<>(sums.length);
        for (double sum : sums) {
            values.add(sum);
        }
        return new Result(span.starts(), values, returned(days, pieces, inputs.from(), inputs.to()));
    }

    /**
     * Pieces that came back between two dates, at least 0.
     *
     * @param days dates as epoch days
     * @param pieces quantities, same order; below 0 is a return
     */
    static double returned(int[] days, double[] pieces, LocalDate from, LocalDate to) {
        double returned = 0;
        for (int i = 0; i < days.length; i++) {
            if (pieces[i] < 0 && days[i] >= from.toEpochDay() && days[i] <= to.toEpochDay()) {
                returned += -pieces[i];
            }
        }
        return returned;
    }
}
