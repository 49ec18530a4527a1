package io.posture.api;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An item with its quantities: the third station on its way. Formulas run in the order order quantity, safety stock,
 * stockpile; each sees what was sized before it.
 *
 * @param segmented the item with its classes
 * @param sizes a {@link Figure} in pieces, or a finding that says which facts are missing, by name
 */
public record SizedItem(SegmentedItem segmented, Map<String, Explanation> sizes) {

    /** Name of the order quantity among the sizes. */
    public static final String ORDER_QUANTITY = "orderQuantity";

    /** Name of the safety stock among the sizes. */
    public static final String SAFETY_STOCK = "safetyStock";

    /** Name of the strategic stockpile among the sizes; a pipeline may have none. */
    public static final String STOCKPILE = "stockpile";

    /** Copies, keeping the order. */
    public SizedItem {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    /** The key. */
    public ItemId id() {
        return segmented.id();
    }

    /** What is known of the item. */
    public ItemProfile profile() {
        return segmented.profile();
    }

    /** The class a step gave, see {@link SegmentedItem#segment}. */
    public Segment segment(String step) {
        return segmented.segment(step);
    }

    /**
     * A size, or the finding that stands in its place.
     *
     * @throws IllegalArgumentException if nothing of that name was sized; the message lists what exists
     */
    public Explanation size(String name) {
        Explanation size = sizes.get(name);
        if (size == null) {
            throw new IllegalArgumentException("no size '" + name + "'. Available: " + sizes.keySet());
        }
        return size;
    }

    /** A size, or the finding that stands in its place; empty if the pipeline has no step for it. */
    public Optional<Explanation> findSize(String name) {
        return Optional.ofNullable(sizes.get(name));
    }

    /** A size, pieces; empty if it is unknown. */
    public OptionalDouble pieces(String name) {
        return size(name) instanceof Figure figure ? OptionalDouble.of(figure.value()) : OptionalDouble.empty();
    }
}
