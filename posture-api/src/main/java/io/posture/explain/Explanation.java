package io.posture.explain;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** A number or a statement with its origin and what it was made from: one node of a reason tree. */
public sealed interface Explanation extends Serializable permits Figure, Finding {

    /** Name in the register's spelling, for example {@code leadTimeDays}. */
    String name();

    /** Where the value comes from. */
    Origin origin();

    /** What the value was made from, in the order its formula names them; empty for a leaf. */
    List<Explanation> because();

    /** The value as a reader sees it, without its unit. */
    String text();

    /** The first node of this name in this tree, depth first, this node included. */
    default Optional<Explanation> find(String name) {
        if (name().equals(name)) {
            return Optional.of(this);
        }
        for (Explanation child : because()) {
            Optional<Explanation> found = child.find(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
