package io.posture.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An item with its classes: the second station on its way.
 *
 * @param profile what is known of the item
 * @param segments classes by step name, in the order of the pipeline
 */
public record SegmentedItem(ItemProfile profile, Map<String, Segment> segments) {

    /** Copies, keeping the order. */
    public SegmentedItem {
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
    }

    /** The key. */
    public ItemId id() {
        return profile.id();
    }

    /**
     * The class a step gave.
     *
     * @throws IllegalArgumentException if there is no such step; the message lists what exists
     */
    public Segment segment(String step) {
        Segment segment = segments.get(step);
        if (segment == null) {
            throw new IllegalArgumentException("no segment of step '" + step + "'. Available: " + segments.keySet()
                    + ". Maybe the pipeline lacks that step, or the scheme does not name it in after().");
        }
        return segment;
    }
}
