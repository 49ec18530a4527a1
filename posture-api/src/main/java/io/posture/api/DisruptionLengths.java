package io.posture.api;

import java.util.List;

/**
 * How long disruptions lasted.
 *
 * @param closedDays lengths of those that are over, days, at least 0, ascending
 * @param openDays ages of those that are not, days, at least 0, ascending: their lengths are longer
 */
public record DisruptionLengths(List<Double> closedDays, List<Double> openDays) {

    /** No disruption was seen. */
    public static final DisruptionLengths NONE = new DisruptionLengths(List.of(), List.of());

    /**
     * Sorts and copies.
     *
     * @throws IllegalArgumentException if a length is negative or not finite
     */
    public DisruptionLengths {
        closedDays = sorted(closedDays);
        openDays = sorted(openDays);
    }

    /** How many disruptions there were. */
    public int count() {
        return closedDays.size() + openDays.size();
    }

    private static List<Double> sorted(List<Double> days) {
        for (double length : days) {
            if (!(length >= 0 && Double.isFinite(length))) {
                throw new IllegalArgumentException("a disruption lasts at least 0 days, was " + length);
            }
        }
        return days.stream().sorted().toList();
    }
}
