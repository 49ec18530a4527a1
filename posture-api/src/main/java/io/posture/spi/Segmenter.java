package io.posture.spi;

import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import java.io.Serializable;

/** Classes one item. Immutable, thread-safe and deterministic. */
@FunctionalInterface
public interface Segmenter extends Serializable {

    /**
     * The class of an item.
     *
     * @param item the item with the classes of the steps that the scheme named in {@link SegmentationScheme#after}
     */
    Segment classify(SegmentedItem item);
}
