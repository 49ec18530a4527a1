package io.posture.explain;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return Optional.ofNullable(first(this, name));
    }

    private static @Nullable Explanation first(Explanation node, String name) {
        if (node.name().equals(name)) {
            return node;
        }
        List<Explanation> because = node.because();
        for (int i = 0; i < because.size(); i++) {
            Explanation found = first(because.get(i), name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
