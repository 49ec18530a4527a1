package io.posture.stress;

import java.util.Arrays;

/** What is short of an item without any shock, day by day. Not thread-safe while it is written. */
final class Without {

    /** Nothing is short. */
    static final Without NONE = new Without();

    private static final int SOME = 64;

    private double[] gap = new double[0];
    private double[] waiting = new double[0];
    private int last;

    Without() {}

    /**
     * Notes a day. Days go up.
     *
     * @param shortInAll pieces that are short, of the item and for what is made of it
     * @param backlog pieces that wait
     */
    void note(int day, double shortInAll, double backlog) {
        if (day >= gap.length) {
            int room = Math.max(day + 1, Math.max(SOME, 2 * gap.length));
            gap = Arrays.copyOf(gap, room);
            waiting = Arrays.copyOf(waiting, room);
        }
        gap[day] = shortInAll;
        waiting[day] = backlog;
        last = day;
    }

    /** Pieces that are short on a day; after the last one as on the last. */
    double gap(int day) {
        return last == 0 ? 0 : gap[Math.min(day, last)];
    }

    /** Pieces that wait at the end of a day; after the last one as on the last. */
    double waiting(int day) {
        return last == 0 ? 0 : waiting[Math.min(day, last)];
    }
}
