package io.posture.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The class a step gave; empty if there is no such step. */
    public Optional<Segment> findSegment(String step) {
        return Optional.ofNullable(segments.get(step));
    }

    /**
     * The classes of several steps as one code, each by its first letter: {@code AX} of value and steadiness,
     * {@code A-F-H} of value, movement and risk.
     *
     * @param separator what stands between two letters, may be empty
     * @param steps names of the steps, in the order of the code
     * @return one letter for each step; {@code ?} where there is no such step or it could not class the item
     */
    public String combined(String separator, String... steps) {
        return Stream.of(steps)
                .map(step -> findSegment(step)
                        .map(Segment::code)
                        .filter(code -> !code.equals(Segment.NONE))
                        .map(code -> code.substring(0, 1))
                        .orElse("?"))
                .collect(Collectors.joining(separator));
    }
}
