package io.posture.stress;

import java.util.List;

/**
 * An item with two or more suppliers, and whether one failure stops them all.
 *
 * @param item id
 * @param suppliers ids, at least two
 * @param state what is known of it
 * @param shared {@code kind:id} of the nodes that stand behind all of its sources; where that is not known, behind all
 *     whose plant is known
 * @param missing what is unknown of one of its sources or more
 * @param regions {@code region:id} of the regions that take all of its sources down
 */
public record SecondSource(
        String item,
        List<String> suppliers,
        State state,
        List<String> shared,
        List<Unknown> missing,
        List<String> regions) {

    /** Whether a second source is one. */
    public enum State {
        /** A plant, a lane or a company stands behind all of them: they fail together. */
        PAPER("on paper only: one failure stops them all"),
        /** The plant of a source is unknown, and those that are known do not tell them apart. */
        UNKNOWN("not shown: the plant behind a source is unknown"),
        /** Nothing that is known stands behind all of them, but not everything is known. */
        APART("apart as far as is known: a plant or lane behind a source is unknown"),
        /** Whatever fails of what is known, a region apart, a source is left. */
        REAL("real: whatever plant or lane fails, and whatever company that is known, a source is left");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** What it means. */
        public String text() {
            return text;
        }
    }

    /** Copies. */
    public SecondSource {
        suppliers = List.copyOf(suppliers);
        shared = List.copyOf(shared);
        missing = List.copyOf(missing);
        regions = List.copyOf(regions);
    }
}
