package io.posture.profile;

import io.posture.explain.Origin;
import io.posture.numerics.DoubleColumn;
import io.posture.numerics.Moments;
import io.posture.numerics.Require;
import io.posture.profile.LineCompletion.Receipt;
import io.posture.spi.Doc;
import io.posture.spi.Tuple;
import java.util.List;
import java.util.Optional;
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

    /**
     * How one line fared that is due.
     *
     * @param onTime whether there is any receipt by the limit
     * @param inFull whether it is complete in the end
     * @param hit whether it is complete by the limit
     * @param slipDays completion - promise, days; absent if it is not complete
     */
    record Verdict(boolean onTime, boolean inFull, boolean hit, OptionalDouble slipDays) {}

    /** Service of lines. */
    static Result of(Inputs inputs) {
        int due = 0;
        int onTime = 0;
        int inFull = 0;
        int hits = 0;
        DoubleColumn slips = new DoubleColumn();
        for (Line line : inputs.lines()) {
            Optional<Verdict> judged =
                    judge(line, inputs.asOfDay(), inputs.lateToleranceDays(), inputs.quantityTolerance());
            if (judged.isPresent()) {
                Verdict verdict = judged.get();
                due++;
                onTime += verdict.onTime() ? 1 : 0;
                inFull += verdict.inFull() ? 1 : 0;
                hits += verdict.hit() ? 1 : 0;
                verdict.slipDays().ifPresent(slips::add);
            }
        }
        return new Result(
                due,
                hits,
                rate(onTime, due),
                rate(inFull, due),
                rate(hits, due),
                Moments.of(slips.toArray()).mean());
    }

    /**
     * How a line fared; empty if it is not due yet.
     *
     * @param line the line
     * @param asOfDay day number of the look
     * @param lateToleranceDays days after the promise that are still on time
     * @param quantityTolerance share of the ordered pieces that may be short
     */
    static Optional<Verdict> judge(Line line, double asOfDay, double lateToleranceDays, double quantityTolerance) {
        double limit = line.promisedDay() + lateToleranceDays;
        if (limit > asOfDay) {
            return Optional.empty();
        }
        double needed = (1 - quantityTolerance) * line.orderedQty();
        boolean onTime = line.receipts().stream().anyMatch(receipt -> receipt.day() <= limit && receipt.quantity() > 0);
        OptionalDouble completed = LineCompletion.completionDay(line.receipts(), needed);
        return Optional.of(new Verdict(
                onTime,
                LineCompletion.reaches(received(line, Double.POSITIVE_INFINITY), needed),
                LineCompletion.reaches(received(line, limit), needed),
                completed.isPresent() ? OptionalDouble.of(completed.getAsDouble() - line.promisedDay()) : completed));
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
