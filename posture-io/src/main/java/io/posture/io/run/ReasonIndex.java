package io.posture.io.run;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The nodes of some reason trees by name, found in one walk: depth first, the first of a name counts. */
final class ReasonIndex {

    private static final String WARNING = "warning";

    private final Map<String, Explanation> first = new HashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    private ReasonIndex() {}

    /** The index of some trees, in their order. */
    static ReasonIndex of(List<? extends Explanation> trees) {
        ReasonIndex index = new ReasonIndex();
        Set<Explanation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        trees.forEach(tree -> index.add(tree, seen));
        return index;
    }

    private void add(Explanation node, Set<Explanation> seen) {
        if (!seen.add(node)) {
            return;
        }
        first.putIfAbsent(node.name(), node);
        if (node.name().equals(WARNING)) {
            warnings.add(node.text());
        }
        node.because().forEach(child -> add(child, seen));
    }

    Optional<Explanation> find(String name) {
        return Optional.ofNullable(first.get(name));
    }

    /** The value of a node, if it is a number. */
    OptionalDouble number(String name) {
        return first.get(name) instanceof Figure figure ? OptionalDouble.of(figure.value()) : OptionalDouble.empty();
    }

    /** The text of a node; empty if there is none. */
    String text(String name) {
        return find(name).map(Explanation::text).orElse("");
    }

    /** Codes of all warnings, each once. */
    List<String> warnings() {
        return new ArrayList<>(warnings);
    }
}
