package io.posture.analysis.stress;

import io.posture.io.run.ProposedBuffers;
import java.util.Map;

/** With what the ledgers of a stress test begin. */
public sealed interface Opening {

    /** What is on hand today, as counted. */
    record OnHand() implements Opening {}

    /**
     * The buffers that a run proposes, and nothing else: whether the plan would hold.
     *
     * @param byItem buffers by the key of their item
     */
    record Planned(Map<String, ProposedBuffers> byItem) implements Opening {

        /** Copies. */
        public Planned {
            byItem = Map.copyOf(byItem);
        }
    }
}
