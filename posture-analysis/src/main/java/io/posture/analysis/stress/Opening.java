package io.posture.analysis.stress;

import io.posture.io.run.ItemEconomics;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** With what the ledgers of a stress test begin. */
public sealed interface Opening {

    /** How tables write it. */
    String text();

    /** What is on hand today, as counted. */
    record OnHand() implements Opening {

        @Override
        public String text() {
            return "on_hand";
        }
    }

    /**
     * The buffers that a run proposes, and nothing else: whether the plan would hold.
     *
     * @param byItem buffers by the key of their item
     */
    record Planned(Map<String, Buffers> byItem) implements Opening {

        /** Copies. */
        public Planned {
            byItem = Map.copyOf(byItem);
        }

        /** The buffers of the items of a run. */
        public static Planned of(Iterable<ItemEconomics> items) {
            Map<String, Buffers> byItem = new HashMap<>();
            for (ItemEconomics item : items) {
                byItem.put(
                        item.id().sku(),
                        new Buffers(
                                item.safetyStock().proposed(),
                                item.strategicStock().proposed()));
            }
            return new Planned(byItem);
        }

        @Override
        public String text() {
            return "planned";
        }
    }

    /**
     * The buffers of an item.
     *
     * @param safetyPieces safety stock; empty if nobody decided on it
     * @param strategicPieces strategic stock; empty if there is none
     */
    record Buffers(OptionalDouble safetyPieces, OptionalDouble strategicPieces) {

        /** Nobody decided. */
        static final Buffers UNKNOWN = new Buffers(OptionalDouble.empty(), OptionalDouble.empty());
    }
}
