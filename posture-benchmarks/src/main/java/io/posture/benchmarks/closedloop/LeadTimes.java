package io.posture.benchmarks.closedloop;

import io.posture.benchmarks.Draws;
import java.util.Arrays;

/** Lead times in whole days, drawn with equal chance from a table, so that their mean and deviation are known exactly. */
public final class LeadTimes {

    private static final int TABLE = 4_000;

    private final int[] days;

    private LeadTimes(int... days) {
        this.days = days;
    }

    /** Gamma distributed, rounded. */
    public static LeadTimes gamma(double meanDays, double cv, Draws draws) {
        int[] days = new int[TABLE];
        for (int i = 0; i < TABLE; i++) {
            days[i] = (int) Math.max(1, Math.round(draws.gamma(meanDays, cv)));
        }
        return new LeadTimes(days);
    }

    /** Always the same. */
    public static LeadTimes constant(int days) {
        return new LeadTimes(days);
    }

    /** Nine deliveries of ten in a short time, one in a long one. */
    public static LeadTimes twoPoints(int shortDays, int longDays) {
        int[] days = new int[10];
        Arrays.fill(days, shortDays);
        days[9] = longDays;
        return new LeadTimes(days);
    }

    int draw(Draws draws) {
        return days[draws.below(days.length)];
    }

    /** Mean, days. */
    public double mean() {
        return Arrays.stream(days).average().orElseThrow();
    }

    /** Standard deviation of a draw, days. */
    public double sd() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(days)
                .mapToDouble(day -> (day - mean) * (day - mean))
                .average()
                .orElseThrow());
    }
}
