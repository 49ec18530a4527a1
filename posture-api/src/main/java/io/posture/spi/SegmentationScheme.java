package io.posture.spi;

import io.posture.api.ItemProfile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;

/** Puts items into classes: first it looks at the whole population, then it classes one item at a time. */
public interface SegmentationScheme {

    /**
     * The look at the population: mergeable, independent of order and of how the population is split. Called once a run;
     * the container must be serializable.
     */
    Collector<ItemProfile, ?, ? extends Segmenter> fit();

    /** Names of the steps whose classes {@link Segmenter#classify} reads; the host runs those first. */
    default Set<String> after() {
        return Set.of();
    }

    /** A scheme that needs no look at the population. */
    static SegmentationScheme perItem(Segmenter segmenter) {
        return after(List.of(), segmenter);
    }

    /**
     * A scheme that needs no look at the population but the classes of earlier steps.
     *
     * @param steps names of the steps it reads
     */
    static SegmentationScheme after(List<String> steps, Segmenter segmenter) {
        Set<String> needed = Set.copyOf(steps);
        return new SegmentationScheme() {
            @Override
            public Collector<ItemProfile, ?, ? extends Segmenter> fit() {
                return Collector.of(() -> new long[1], (none, item) -> {}, (left, right) -> left, none -> segmenter);
            }

            @Override
            public Set<String> after() {
                return needed;
            }
        };
    }
}
