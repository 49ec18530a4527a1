package io.posture.profile;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which items stand on which assumption. Not thread-safe. */
final class AssumptionLog {

    private final Map<Premise, BitSet> items = new EnumMap<>(Premise.class);

    AssumptionLog() {}

    /** Notes that an item stands on a premise; a second time does not count. */
    void add(Premise premise, int item) {
        items.computeIfAbsent(premise, key -> new BitSet()).set(item);
    }

    /** Notes a premise of the run as a whole. */
    void add(Premise premise) {
        items.computeIfAbsent(premise, key -> new BitSet());
    }

    /** All assumptions in a fixed order. */
    List<Assumption> list(ProfileSettings settings) {
        return items.entrySet().stream()
                .map(entry -> entry.getKey().over(entry.getValue().cardinality(), settings))
                .toList();
    }
}
