package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.Moments;
import io.posture.numerics.Require;
import io.posture.profile.LineCompletion.Receipt;
import io.posture.spi.Doc;
import io.posture.spi.Tuple;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Service of purchase-order lines that are due. On time in full means complete by the limit: neither on time times in full,
 * nor both of them at different times.
 */
final class OnTimeInFull {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "supply.otif.1",
            "lines complete by promise + tolerance / lines due",
            "McKinsey, Defining on-time, in-full, 2019; ASCM SCOR-DS");

    private OnTimeInFull() {}

    /** A line. */
    @Tuple
    record Line(
            @Doc("ordered pieces, above 0") double orderedQty,
            @Doc("day number first promised") double promisedDay,
            @Doc("receipts in any order") List<Receipt> receipts) {

        Line {
            Require.positive("orderedQty", orderedQty);
            if (!Double.isFinite(promisedDay)) {
                throw new IllegalArgumentException("promisedDay must be a finite number, was " + promisedDay);
            }
            receipts = receipts.stream().sorted(LineCompletion.IN_TIME).toList();
        }
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("lines; may be empty") List<Line> lines,
            @Doc("day number of the look") double asOfDay,

            @Doc("days after the promise that are still on time, at least 0")
            double lateToleranceDays,

            @Doc("share of the ordered pieces that may be short, [0, 1)")
            double quantityTolerance) {

        Inputs {
            lines = List.copyOf(lines);
            if (!Double.isFinite(asOfDay)) {
                throw new IllegalArgumentException("asOfDay must be a finite number, was " + asOfDay);
            }
            Require.notNegative("lateToleranceDays", lateToleranceDays);
            if (!(quantityTolerance >= 0 && quantityTolerance < 1)) {
                throw new IllegalArgumentException("quantityTolerance must be in [0, 1), was " + quantityTolerance);
            }
        }
    }

    /**
     * Result of the calculation; rates are absent if nothing is due.
     *
     * @param due lines due
     * @param hits lines complete by the limit
     * @param onTimeRate share with any receipt by the limit
     * @param inFullRate share that is complete in the end
     * @param otif share that is complete by the limit
     * @param meanSlipDays mean of completion - promise over completed lines, days; absent without one
     */
    record Result(
            int due,
            int hits,
            OptionalDouble onTimeRate,
            OptionalDouble inFullRate,
            OptionalDouble otif,
            OptionalDouble meanSlipDays) {}

    /** Service of lines. */
    static Result of(Inputs inputs) {
        List<Line> due = inputs.lines().stream()
                .filter(line -> limit(line, inputs) <= inputs.asOfDay())
                .toList();
        int onTime = 0;
        int inFull = 0;
        int hits = 0;
        for (Line line : due) {
            double limit = limit(line, inputs);
            onTime += line.receipts().stream().anyMatch(receipt -> receipt.day() <= limit && receipt.quantity() > 0)
                    ? 1
                    : 0;
            inFull += LineCompletion.reaches(received(line, Double.POSITIVE_INFINITY), needed(line, inputs)) ? 1 : 0;
            hits += LineCompletion.reaches(received(line, limit), needed(line, inputs)) ? 1 : 0;
        }
        double[] slips = due.stream()
                .flatMapToDouble(line -> LineCompletion.completionDay(line.receipts(), needed(line, inputs)).stream()
                        .map(day -> day - line.promisedDay()))
                .toArray();
        int count = due.size();
        return new Result(
                count,
                hits,
                rate(onTime, count),
                rate(inFull, count),
                rate(hits, count),
                Moments.of(slips).mean());
    }

    private static double limit(Line line, Inputs inputs) {
        return line.promisedDay() + inputs.lateToleranceDays();
    }

    private static double needed(Line line, Inputs inputs) {
        return (1 - inputs.quantityTolerance()) * line.orderedQty();
    }

    private static double received(Line line, double limit) {
        double received = 0;
        for (Receipt receipt : line.receipts()) {
            if (receipt.day() <= limit) {
                received += receipt.quantity();
            }
        }
        return received;
    }

    private static OptionalDouble rate(int count, int due) {
        return due == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / due);
    }
}
