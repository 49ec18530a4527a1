package io.posture.review;

import static io.posture.explain.Unit.COUNT;
import static io.posture.explain.Unit.DAYS;
import static io.posture.explain.Unit.NONE;
import static io.posture.explain.Unit.SHARE;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What a review finds about a supplier: has it become worse since the last review, is it below its target? Pure. */
public final class SupplierReview {

    // below this failures are too rare to tell a change from chance
    private static final double LEAST_RATE = 0.01;
    private static final double GREATEST_RATE = 0.9;
    private static final double LEAST_STEP = 0.05;

    private SupplierReview() {}

    /** What drifted. */
    public static List<ReviewFinding> of(SupplierSnapshot supplier, ReviewSettings settings) {
        List<ReviewFinding> findings = new ArrayList<>();
        failures(supplier, settings, findings);
        level(supplier, settings, findings);
        leadTimes(supplier, settings, findings);
        return List.copyOf(findings);
    }

    /** Rate of failures when all is well: that of the baseline, pulled towards the pool. */
    static double usualRate(SupplierSnapshot supplier) {
        long failed = supplier.baseline().stream()
                .filter(line -> !line.onTimeInFull())
                .count();
        double rate = (supplier.poolStrength() * (1 - supplier.poolOtif()) + failed)
                / (supplier.poolStrength() + supplier.baseline().size());
        return Math.min(GREATEST_RATE - LEAST_STEP, Math.max(LEAST_RATE, rate));
    }

    /** Rate of failures that a detector looks for. */
    static double worseRate(double usual) {
        return Math.min(GREATEST_RATE, Math.max(2 * usual, usual + LEAST_STEP));
    }

    private static void failures(SupplierSnapshot supplier, ReviewSettings settings, List<ReviewFinding> findings) {
        double usual = usualRate(supplier);
        double worse = worseRate(usual);
        List<Integer> failures = supplier.recent().stream()
                .map(line -> line.onTimeInFull() ? 0 : 1)
                .toList();
        FailureCusum.Result result =
                FailureCusum.calculate(new FailureCusum.Inputs(failures, usual, worse, settings.otifHeight()));
        if (result.signalIndex().isPresent()) {
            int line = result.signalIndex().getAsInt();
            findings.add(ReviewFinding.of(
                    supplier.id(),
                    ReviewReason.OTIF_DRIFT,
                    "lines fail more often than the usual " + percent(usual) + ": signal at line " + (line + 1)
                            + " since the last review. Maybe set a buffer for the time being.",
                    computed("cusum", result.path().get(line), NONE, FailureCusum.FORMULA),
                    Figure.input("height", settings.otifHeight(), NONE),
                    Figure.input("usualFailureRate", usual, SHARE),
                    Figure.input("failureRateLookedFor", worse, SHARE),
                    Figure.input("recentLines", failures.size(), COUNT),
                    Figure.input(
                            "recentFailures",
                            failures.stream().mapToInt(Integer::intValue).sum(),
                            COUNT)));
        }
    }

    private static void level(SupplierSnapshot supplier, ReviewSettings settings, List<ReviewFinding> findings) {
        List<SupplierSnapshot.Line> all = new ArrayList<>(supplier.baseline());
        all.addAll(supplier.recent());
        int hits =
                (int) all.stream().filter(SupplierSnapshot.Line::onTimeInFull).count();
        OtifLevel.Result result = OtifLevel.calculate(new OtifLevel.Inputs(
                hits, all.size(), supplier.poolOtif(), supplier.poolStrength(), settings.otifTarget()));
        if (result.trigger() && !all.isEmpty()) {
            findings.add(ReviewFinding.of(
                    supplier.id(),
                    ReviewReason.OTIF_BELOW_TARGET,
                    "on time in full is below " + percent(settings.otifTarget()) + " with a probability of "
                            + percent(result.probability()),
                    computed("probability", result.probability(), SHARE, OtifLevel.FORMULA),
                    Figure.input("onTimeInFull", hits, COUNT),
                    Figure.input("linesDue", all.size(), COUNT),
                    Figure.input("poolShare", supplier.poolOtif(), SHARE)));
        }
    }

    private static void leadTimes(SupplierSnapshot supplier, ReviewSettings settings, List<ReviewFinding> findings) {
        Moments own = Moments.of(logs(supplier.baseline()));
        boolean enough = own.n() >= settings.baselineLines() && own.sd().orElse(0) > 0;
        double mean =
                enough ? own.mean().orElseThrow() : supplier.poolLogLeadTime().orElse(0);
        double sd =
                enough ? own.sd().orElseThrow() : supplier.poolLogLeadTimeSd().orElse(0);
        double[] recent = logs(supplier.recent());
        boolean known = enough || supplier.poolLogLeadTime().isPresent();
        if (recent.length == 0 || !known || sd == 0) {
            return;
        }
        MeanCusum.Result result = MeanCusum.calculate(new MeanCusum.Inputs(
                Arrays.stream(recent).boxed().toList(),
                mean,
                sd,
                settings.leadTimeAllowance(),
                settings.leadTimeHeight()));
        OptionalInt signal = result.signalIndex();
        if (signal.isPresent()) {
            double[] days = days(supplier.recent());
            List<Explanation> evidence = new ArrayList<>(List.of(
                    computed("cusum", result.path().get(signal.getAsInt()), NONE, MeanCusum.FORMULA),
                    Figure.input("height", settings.leadTimeHeight(), NONE),
                    Figure.input("usualLeadTimeDays", Math.expm1(mean), DAYS),
                    Figure.input("recentLeadTimeDays", Moments.of(days).mean().orElseThrow(), DAYS),
                    Figure.input("baselineLines", enough ? own.n() : 0, COUNT)));
            Moments.of(days).sd().ifPresent(value -> evidence.add(Figure.input("recentLeadTimeSdDays", value, DAYS)));
            findings.add(new ReviewFinding(
                    supplier.id(),
                    ReviewReason.LEAD_TIME_DRIFT,
                    "lead times are longer than the usual "
                            + String.format(
                                    Locale.ROOT,
                                    "%.1f days: signal at line %d",
                                    Math.expm1(mean),
                                    signal.getAsInt() + 1)
                            + " since the last review. Maybe set a buffer for the time being.",
                    evidence));
        }
    }

    private static double[] logs(List<SupplierSnapshot.Line> lines) {
        double[] days = days(lines);
        for (int i = 0; i < days.length; i++) {
            days[i] = Math.log1p(days[i]);
        }
        return days;
    }

    private static double[] days(List<SupplierSnapshot.Line> lines) {
        return lines.stream()
                .filter(line -> line.leadDays().isPresent())
                .mapToDouble(line -> line.leadDays().getAsDouble())
                .toArray();
    }

    private static Figure computed(String name, double value, Unit unit, Origin origin) {
        return Figure.of(name, value, unit, origin);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
