package io.posture.api;

/** How an item's way ended. */
public sealed interface Outcome {

    /** The key. */
    ItemId id();

    /**
     * Decided.
     *
     * @param item the item with classes and sizes
     * @param decision the decision with its reasons
     */
    record Decided(SizedItem item, PostureDecision decision) implements Outcome {
        @Override
        public ItemId id() {
            return item.id();
        }
    }

    /**
     * Not decidable from the facts; to be reviewed, never to be read as safe.
     *
     * @param item the item with classes and what could be sized
     * @param verdict the missing facts
     */
    record Undecided(SizedItem item, NoDecision verdict) implements Outcome {
        @Override
        public ItemId id() {
            return item.id();
        }
    }

    /**
     * A plugin failed on this item; the others are not affected.
     *
     * @param profile the item
     * @param step name of the step that failed
     * @param cause what it threw
     */
    record Failed(ItemProfile profile, String step, Throwable cause) implements Outcome {
        @Override
        public ItemId id() {
            return profile.id();
        }
    }
}
