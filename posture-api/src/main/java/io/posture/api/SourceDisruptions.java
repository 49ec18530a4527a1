package io.posture.api;

/**
 * Disruptions of one source of an item: of its supplier, and of the places, regions and routes that it depends on.
 *
 * @param yearsObserved years from its first order to the run's date; 0 where no log of disruptions is kept, which does not
 *     mean that there were none
 * @param lengths how long they lasted; disruptions that overlap count once
 * @param rows the rows they were read from
 */
public record SourceDisruptions(double yearsObserved, DisruptionLengths lengths, RowRefs rows) {

    /** No log is kept. */
    public static final SourceDisruptions UNKNOWN = new SourceDisruptions(0, DisruptionLengths.NONE, RowRefs.NONE);

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the years are negative or not finite
     */
    public SourceDisruptions {
        if (!(yearsObserved >= 0 && Double.isFinite(yearsObserved))) {
            throw new IllegalArgumentException("yearsObserved must be at least 0, was " + yearsObserved);
        }
    }

    /** How many disruptions there were. */
    public int events() {
        return lengths.count();
    }
}
