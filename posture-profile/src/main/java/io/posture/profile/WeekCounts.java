package io.posture.profile;

import java.util.OptionalInt;

/** How many dates fall into which week. Not thread-safe. */
final class WeekCounts {

    private static final int DAYS_PER_WEEK = 7;
    // weeks around 1970 that are told apart, from the 17th century to the 26th
    private static final int LEAST = -18_000;
    private static final int MOST = 30_000;
    private static final int A_YEAR = 53;
    private static final int ENOUGH = 20;
    private static final double FEW = 0.05;

    private final int[] counts = new int[MOST - LEAST + 1];
    private int all;

    WeekCounts() {}

    void add(int day) {
        int week = Math.floorDiv(day, DAYS_PER_WEEK);
        counts[Math.max(LEAST, Math.min(MOST, week)) - LEAST]++;
        all++;
    }

    /**
     * First day from which on a few dates lie more than a year ahead of all others: at most 5 % of at least 20. Empty if there are
     * none such.
     */
    OptionalInt aheadFrom() {
        OptionalInt from = OptionalInt.empty();
        int ahead = 0;
        int last = counts.length;
        for (int week = counts.length - 1; week >= 0 && all >= ENOUGH; week--) {
            if (counts[week] == 0) {
                continue;
            }
            if (ahead > FEW * all) {
                break;
            }
            if (ahead > 0 && last - week > A_YEAR) {
                from = OptionalInt.of((last + LEAST) * DAYS_PER_WEEK);
            }
            ahead += counts[week];
            last = week;
        }
        return from;
    }
}
